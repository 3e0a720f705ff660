import type { RouterContextProvider } from "react-router";
import { awayAt } from "../../db/absence-lists.ts";
import { absencesOf } from "../../db/absences.ts";
import { type Agency, findAgency, unitsBelow } from "../../db/agencies.ts";
import type { CaseRow } from "../../db/cases.ts";
import { listConflicts, type NamedConflict } from "../../db/conflicts.ts";
import type { EventRow } from "../../db/events.ts";
import { staffNames } from "../../db/staff.ts";
import { localDate } from "../domain/calendar.ts";
import { isAgencyWalledOff } from "../domain/conflict-wall.ts";
import { lastDay } from "../domain/deadlines.ts";
import type { CaseAct } from "../domain/acts.ts";
import { actorContext, langContext, portalContext } from "./context.ts";

/** At which unit the work lies, who is shut out of the case, who stands in for whom: what the page of a case says of its people. */
export async function loadWall(
  context: Readonly<RouterContextProvider>,
  row: CaseRow,
  events: readonly EventRow[],
  acts: readonly CaseAct[],
) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const lang = context.get(langContext);
  const db = store.read;
  const today = localDate(clock());
  const inLang = (agency: Pick<Agency, "nameVi" | "nameEn">) => (lang === "vi" ? agency.nameVi : agency.nameEn);
  const unit = row.unitId === null ? null : await findAgency(db, row.unitId);
  const below = acts.includes("delegate") && row.agencyId !== null ? await unitsBelow(db, row.agencyId, today) : [];
  // Why somebody is shut out is for triage and the monitor alone.
  const reads = actor.kind === "staff" && (actor.role === "triage" || actor.role === "monitor");
  const [away] = row.ownerId === null ? [] : await absencesOf(db, [row.ownerId], today);
  const desk = row.unitId ?? row.agencyId;
  const absent = desk === null ? [] : await awayAt(db, desk, ["officer", "leader"], today);
  const standing = events.map(({ position, data }) => [position, Number(data.onBehalfId) || null] as const);
  const names = await staffNames(
    db,
    standing.flatMap(([, id]) => id ?? []),
  );
  return {
    unit: unit && {
      name: inLang(unit),
      dueOn: row.unitDueAt ? lastDay(row.unitDueAt) : null,
      signs: row.unitApproves,
    },
    units: below
      .filter((agency) => !isAgencyWalledOff(row.walledOff, agency))
      .map((agency) => ({ value: String(agency.id), label: inLang(agency) })),
    today,
    lastDay: lastDay(row.dueAt),
    conflicts: reads ? (await listConflicts(db, row.id)).map((conflict) => shownOf(conflict, lang)) : [],
    away: away && away.fromDay <= today ? { substitute: away.substitute, until: away.toDay } : null,
    /** Who else is away at the desk that does the work. */
    awayAtDesk: absent
      .filter(({ staffId }) => staffId !== row.ownerId)
      .map(({ id, name, substitute, toDay }) => ({ id, name, substitute, until: toDay })),
    /** In whose name an event was done, by its place in the history. */
    behalf: Object.fromEntries(
      standing.flatMap(([position, id]) => (id !== null && names.has(id) ? [[String(position), names.get(id)]] : [])),
    ) as Readonly<Record<string, string>>,
  };
}

function shownOf(conflict: NamedConflict, lang: "vi" | "en") {
  const agency = lang === "vi" ? conflict.agencyVi : conflict.agencyEn;
  const { id, how, reason, at, liftedAt, liftReason } = conflict;
  return { id, who: conflict.person ?? agency ?? "", how, reason, at, liftedAt, liftReason };
}
