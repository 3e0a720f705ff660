import type { RouterContextProvider } from "react-router";
import type { CaseRow } from "../../db/cases.ts";
import { awayOn } from "../../db/absence-lists.ts";
import { currentCalendarVersion, loadCalendar } from "../../db/deadline-settings.ts";
import { mentionChoices } from "../../db/mentions.ts";
import { findStaff, type StaffRow } from "../../db/staff.ts";
import { isWatching } from "../../db/watches.ts";
import { localDate } from "../domain/calendar.ts";
import type { CaseAct } from "../domain/acts.ts";
import { snoozeDays } from "../domain/snooze.ts";
import { actorContext, langContext, portalContext } from "./context.ts";

/** Who has taken a case, until when it is put aside, who can be mentioned: how its desk orders the work. */
export async function loadAttention(context: Readonly<RouterContextProvider>, row: CaseRow, acts: readonly CaseAct[]) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const lang = context.get(langContext);
  const db = store.read;
  const now = clock();
  const owner = row.ownerId === null ? null : await findStaff(db, row.ownerId);
  const asleep = row.snoozedUntil !== null && row.snoozedUntil > now;
  const staffId = actor.kind === "staff" ? actor.staffId : 0;
  const calendar = acts.includes("snooze") ? await loadCalendar(db, await currentCalendarVersion(db)) : null;
  const choices = acts.includes("note") ? await mentionChoices(db, row) : [];
  const people = choices.flatMap(({ person }) => person?.id ?? []);
  const away = await awayOn(db, people, localDate(now));
  return {
    owner: owner?.name ?? null,
    mine: row.ownerId !== null && row.ownerId === staffId,
    level: row.level,
    snoozedUntil: asleep && row.snoozedUntil ? localDate(row.snoozedUntil) : null,
    heardAt: row.heardAt,
    watching: await isWatching(db, row.id, staffId),
    days: calendar ? snoozeDays(localDate(now), calendar) : [],
    /** To whom the head of the desk can give it. */
    takers: acts.includes("give")
      ? choices.flatMap(({ person }) =>
          person && person.id !== row.ownerId && isOfDesk(row, person)
            ? [{ value: String(person.id), name: person.name, away: away.get(person.id) ?? null }]
            : [],
        )
      : [],
    mentions: choices
      .filter(({ person }) => person?.id !== staffId)
      .map(({ key, person, unit, agency }) => ({
        key,
        isUnit: unit !== null,
        away: (person && away.get(person.id)) ?? null,
        name: person ? `${person.name}, ${lang === "vi" ? agency.nameVi : agency.nameEn}` : nameOf(agency, lang),
      })),
  };
}

function isOfDesk(row: CaseRow, { agencyId, role }: StaffRow): boolean {
  return agencyId === (row.unitId ?? row.agencyId) && (role === "officer" || role === "leader");
}

function nameOf(agency: { nameVi: string; nameEn: string }, lang: "vi" | "en"): string {
  return lang === "vi" ? agency.nameVi : agency.nameEn;
}
