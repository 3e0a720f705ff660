import { deskStays } from "../domain/desks.ts";
import { loadCalendar } from "../../db/deadline-settings.ts";
import { publishedHistories } from "../../db/published-rows.ts";
import { deskJson } from "./api-views.ts";
import { columnsOf, type OpenDataFile } from "./open-data-file.ts";

/** What happened to each published case, as its page tells it. */
export const timelinesFile: OpenDataFile = {
  name: "timelines",
  titleKey: "open-data:timelines.title",
  aboutKey: "open-data:timelines.about",
  large: true,
  columns: columnsOf("open-data:timelines", {
    code: "code",
    step: "integer",
    at: "moment",
    type: "code",
    toStatus: "code",
    agencyVi: "text",
    agencyEn: "text",
  }),
  async *rows({ db }) {
    for await (const { code, timeline } of publishedHistories(db)) {
      for (const [at, entry] of timeline.entries()) {
        const { type, toStatus, agencyVi, agencyEn } = entry;
        const names = { agencyVi: agencyVi || null, agencyEn: agencyEn || null };
        yield { code, step: at + 1, at: entry.at.toISOString(), type, toStatus, ...names };
      }
    }
  },
};

/** Who held each published case, and for how long. */
export const desksFile: OpenDataFile = {
  name: "desks",
  titleKey: "open-data:desks.title",
  aboutKey: "open-data:desks.about",
  large: true,
  columns: columnsOf("open-data:desks", {
    code: "code",
    stay: "integer",
    desk: "code",
    agencyVi: "text",
    agencyEn: "text",
    from: "moment",
    until: "moment",
    workingDays: "integer",
    minutes: "integer",
    allowanceDueAt: "moment",
    late: "boolean",
  }),
  async *rows({ db, now }) {
    for await (const { code, calendarVersion, moves } of publishedHistories(db)) {
      const calendar = await loadCalendar(db, calendarVersion);
      for (const [at, stay] of deskStays(moves, now, calendar).entries()) {
        const { desk, agency, from, until, workingDays, minutes, allowanceDueAt, late } = deskJson(stay);
        const names = { agencyVi: agency.vi || null, agencyEn: agency.en || null };
        yield { code, stay: at + 1, desk, ...names, from, until, workingDays, minutes, allowanceDueAt, late };
      }
    }
  },
};
