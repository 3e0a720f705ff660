import type { RouterContextProvider } from "react-router";
import { agencyNames, findAgency } from "../../db/agencies.ts";
import { type ListedAbsence, listKeptAbsences, standingInFor, substitutesFor } from "../../db/absence-lists.ts";
import { absencesOf } from "../../db/absences.ts";
import { activeStaff, findStaff, SETUP_EMAIL } from "../../db/staff.ts";
import type { Db } from "../../db/store.server.ts";
import { mayKeepAbsence } from "../domain/absence.ts";
import { roles, type StaffActor } from "../domain/actor.ts";
import { localDate } from "../domain/calendar.ts";
import { mayEver } from "../domain/permissions.ts";
import { langContext, portalContext } from "./context.ts";
import { notFound } from "./perform.ts";

/** What the page of absences shows: those of one person, whom the reader stands in for, and those of others whom they keep. */
export async function loadAbsences(context: Readonly<RouterContextProvider>, actor: StaffActor, url: URL) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const db = store.read;
  const today = localDate(clock());
  const { person, home } = await personOf(db, actor, url.searchParams.get("person"));
  const cursor = url.searchParams.get("cursor");
  const kept = await listKeptAbsences(db, actor, today, cursor);
  const standsInFor = await standingInFor(db, actor.staffId, today);
  const substitutes = await substitutesFor(db, person, home);
  const ids = [...kept.items, ...standsInFor, ...substitutes].map(({ agencyId }) => agencyId);
  const agencies = await agencyNames(db, ids);
  const nameOf = (id: number) => (lang === "vi" ? agencies.get(id)?.nameVi : agencies.get(id)?.nameEn) ?? "";
  const shown = ({ id, name, agencyId, substitute, fromDay, toDay }: ListedAbsence) => {
    return { id, name, agency: nameOf(agencyId), substitute, fromDay, toDay, now: fromDay <= today };
  };
  return {
    today,
    person: { id: person.id, name: person.name, own: person.id === actor.staffId },
    absences: (await absencesOf(db, [person.id], today)).map(({ id, fromDay, toDay, substitute }) => {
      return { id, fromDay, toDay, substitute, now: fromDay <= today };
    }),
    substitutes: substitutes.map(({ email, name, agencyId }) => ({
      value: email,
      label: `${name}, ${nameOf(agencyId)}`,
    })),
    standsInFor: standsInFor.map(shown),
    /** Null for who keeps nobody's absences but their own. */
    others: mayEver(actor, "keep-absences")
      ? { items: kept.items.map(shown), nextCursor: kept.nextCursor, first: cursor === null }
      : null,
    colleagues: await colleaguesOf(db, actor),
  };
}
export type AbsencesPage = Awaited<ReturnType<typeof loadAbsences>>;

async function personOf(db: Db, actor: StaffActor, asked: string | null) {
  const id = asked === null || asked === "" ? actor.staffId : Number(asked);
  const person = Number.isSafeInteger(id) && id > 0 ? await findStaff(db, id) : null;
  const home = person && (await findAgency(db, person.agencyId));
  if (!person || !home || person.email === SETUP_EMAIL || !mayKeepAbsence(actor, person)) throw notFound();
  return { person, home };
}

/** Whom a leader can choose; an administrator comes from the list of people. */
async function colleaguesOf(db: Db, actor: StaffActor) {
  if (actor.role !== "leader") return [];
  const people = await activeStaff(db, actor.agencyId, roles, 500);
  return people.map(({ id, name }) => ({ value: String(id), label: name }));
}
