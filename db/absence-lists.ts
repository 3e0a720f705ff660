import { aliasedTable, and, asc, eq, gt, gte, inArray, isNotNull, isNull, lte, ne, or, type SQL } from "drizzle-orm";
import type { Actor, Role } from "../app/domain/actor.ts";
import { mayEver } from "../app/domain/permissions.ts";
import { markedAgencies } from "../app/domain/marks.ts";
import { type AbsenceRow, absencesOf } from "./absences.ts";
import type { Agency } from "./agencies.ts";
import type { StaffRow } from "./staff.ts";
import type { Db } from "./store.server.ts";

/** An absence with the names of both people. */
export interface ListedAbsence extends AbsenceRow {
  readonly name: string;
  readonly agencyId: number;
  readonly substitute: string;
}

/** One page of the absences of others that are not over, by their last day, as far as the actor keeps them: nobody's for most roles. */
export async function listKeptAbsences(
  db: Db,
  actor: Actor,
  day: string,
  cursor: string | null,
  limit = 30,
): Promise<{ items: ListedAbsence[]; nextCursor: string | null }> {
  if (actor.kind !== "staff" || !mayEver(actor, "keep-absences")) return { items: [], nextCursor: null };
  const { absences, staff } = db.tables;
  const own = actor.role === "leader" ? eq(staff.agencyId, actor.agencyId) : undefined;
  const found = await selectNamed(
    db,
    and(own, ne(absences.staffId, actor.staffId), notOver(db, day, cursor)),
    limit + 1,
  );
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? `${last.toDay}.${last.id}` : null };
}

/** For whom a person stands in, today or in days to come, the first to end first. */
export async function standingInFor(db: Db, staffId: number, day: string, limit = 100): Promise<ListedAbsence[]> {
  const { absences } = db.tables;
  return selectNamed(db, and(eq(absences.substituteId, staffId), notOver(db, day, null)), limit);
}

/** Who of an agency is away on a day in these roles, at most twenty. */
export async function awayAt(db: Db, agencyId: number, roles: readonly Role[], day: string): Promise<ListedAbsence[]> {
  const { absences, staff } = db.tables;
  const here = and(eq(staff.agencyId, agencyId), inArray(staff.role, [...roles]), isNull(staff.disabledAt));
  return selectNamed(db, and(here, lte(absences.fromDay, day), notOver(db, day, null)), 20);
}

/** Until when each of these people is away, and who stands in; people who are there are missing. */
export async function awayOn(
  db: Db,
  staffIds: readonly number[],
  day: string,
): Promise<ReadonlyMap<number, { readonly until: string; readonly substitute: string }>> {
  const found = (await absencesOf(db, staffIds, day)).filter(({ fromDay }) => fromDay <= day);
  return new Map(found.map(({ staffId, toDay, substitute }) => [staffId, { until: toDay, substitute }]));
}

/** Who can stand in for a person: people of the same role who can sign in, of the same agency or one above it, by name. */
export async function substitutesFor(db: Db, person: StaffRow, home: Agency, limit = 200): Promise<StaffRow[]> {
  const { staff } = db.tables;
  return db
    .select()
    .from(staff)
    .where(
      and(
        inArray(staff.agencyId, [home.id, ...markedAgencies(home.above)]),
        eq(staff.role, person.role),
        ne(staff.id, person.id),
        isNull(staff.disabledAt),
        isNotNull(staff.passwordHash),
      ),
    )
    .orderBy(asc(staff.name), asc(staff.id))
    .limit(limit);
}

function notOver(db: Db, day: string, cursor: string | null): SQL | undefined {
  const { absences } = db.tables;
  const [, toDay, id] = /^(\d{4}-\d{2}-\d{2})\.(\d{1,15})$/.exec(cursor ?? "") ?? [];
  const beyond =
    toDay === undefined
      ? undefined
      : or(gt(absences.toDay, toDay), and(eq(absences.toDay, toDay), gt(absences.id, Number(id))));
  return and(isNull(absences.endedAt), gte(absences.toDay, day), beyond);
}

async function selectNamed(db: Db, where: SQL | undefined, limit: number): Promise<ListedAbsence[]> {
  const { absences, staff } = db.tables;
  const substitutes = aliasedTable(staff, "substitutes");
  const found = await db
    .select({ absence: absences, name: staff.name, agencyId: staff.agencyId, substitute: substitutes.name })
    .from(absences)
    .innerJoin(staff, eq(staff.id, absences.staffId))
    .innerJoin(substitutes, eq(substitutes.id, absences.substituteId))
    .where(where)
    .orderBy(asc(absences.toDay), asc(absences.id))
    .limit(limit);
  return found.map(({ absence, ...names }) => ({ ...absence, ...names }));
}
