import { z } from "zod";
import { choice, isoDate, line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { currentCalendarVersion } from "../../db/deadline-settings.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage } from "./steps/change-office.ts";
import { makeCalendar } from "./steps/make-calendar.ts";

export const importCalendarInput = z.object({
  days: z
    .array(
      z.object({
        date: isoDate,
        kind: choice(["off", "working"]),
        nameVi: line(200),
        nameEn: line(200),
        basis: line(500),
      }),
    )
    .min(1)
    .max(5_000)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, "repeated"),
});

/** The operator's way to a new version of the calendar: the days of a file, all of them. */
export async function importCalendar(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof importCalendarInput>,
  now: Date,
): Promise<number> {
  mustManage(actor, "manage-calendar");
  const base = await currentCalendarVersion(tx);
  return makeCalendar(tx, actor, { base, source: "file", reason: "", days: input.days }, now);
}
