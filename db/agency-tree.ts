import { and, asc, count, desc, eq, inArray, isNotNull, isNull, like, lt, lte, or } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import { isOpen, openStatuses } from "../app/domain/case-status.ts";
import { agencyMark, markedAgencies, marksOf } from "../app/domain/marks.ts";
import { type Agency, findAgency } from "./agencies.ts";
import type { CaseRow } from "./cases.ts";
import type { Tables } from "./schema.ts";
import type { StaffRow } from "./staff.ts";
import type { Db, Tx } from "./store.server.ts";

export type AgencyName = Tables["agencyNames"]["$inferSelect"];

/** The marks of everything above an agency that lies below `parent`. */
export function aboveOf(parent: Agency | null): string {
  if (parent === null) return "";
  return marksOf([...markedAgencies(parent.above), parent.id].map(agencyMark)) ?? "";
}

/** The marks of what an agency below `parent` has succeeded, with its own. */
const inherited = (parent: Agency | null, own: string): string =>
  marksOf([...markedAgencies(parent?.succeeded ?? ""), ...markedAgencies(own)].map(agencyMark)) ?? "";

/** Everything directly below an agency, or the agencies that lie below none, in the order of the list. */
export async function listChildren(db: Db, parentId: number | null): Promise<Agency[]> {
  const { agencies } = db.tables;
  return db
    .select()
    .from(agencies)
    .where(parentId === null ? isNull(agencies.parentId) : eq(agencies.parentId, parentId))
    .orderBy(asc(agencies.id));
}

/** How many units each of these agencies has directly below it. */
export async function countChildren(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const { agencies } = db.tables;
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: agencies.parentId, units: count() })
    .from(agencies)
    .where(inArray(agencies.parentId, [...ids]))
    .groupBy(agencies.parentId);
  return new Map(rows.flatMap(({ id, units }) => (id === null ? [] : [[id, Number(units)] as const])));
}

/** Writes what follows from an agency's place to everything below it. The caller has written the agency itself. */
export async function placeBelow(tx: Tx, agency: Agency): Promise<void> {
  const { agencies } = tx.tables;
  for (const child of await listChildren(tx, agency.id)) {
    const set = { above: aboveOf(agency), succeeded: inherited(agency, child.succeeded) };
    await tx.update(agencies).set(set).where(eq(agencies.id, child.id));
    await placeBelow(tx, { ...child, ...set });
  }
}

/** Everything below an agency comes under its successor, which from then on is covered by what the former one was excluded from. */
export async function moveBelow(tx: Tx, from: Agency, to: Agency): Promise<Agency> {
  const { agencies } = tx.tables;
  const succeeded = inherited(from, marksOf([...markedAgencies(to.succeeded), from.id].map(agencyMark)) ?? "");
  await tx.update(agencies).set({ parentId: to.id }).where(eq(agencies.parentId, from.id));
  await tx.update(agencies).set({ succeeded }).where(eq(agencies.id, to.id));
  const moved = { ...to, succeeded };
  await placeBelow(tx, moved);
  return moved;
}

/** Dissolved agencies whose last day is over and whose successor has not yet taken over. */
export async function unsettledAgencies(db: Db, today: string): Promise<{ gone: Agency; successor: Agency }[]> {
  const { agencies } = db.tables;
  const dissolved = await db
    .select()
    .from(agencies)
    .where(and(isNotNull(agencies.successorId), lt(agencies.validTo, today)))
    .orderBy(asc(agencies.id));
  const found: { gone: Agency; successor: Agency }[] = [];
  for (const gone of dissolved) {
    const successor = gone.successorId === null ? null : await findAgency(db, gone.successorId);
    if (successor && !markedAgencies(successor.succeeded).includes(gone.id)) found.push({ gone, successor });
  }
  return found;
}

/** The people of an agency. */
export async function peopleOf(db: Db, agencyId: number): Promise<StaffRow[]> {
  const { staff } = db.tables;
  return db.select().from(staff).where(eq(staff.agencyId, agencyId)).orderBy(asc(staff.id));
}

/** What would have to go on elsewhere if an agency ended; each counted to `limit` at the most. */
export async function burdenOf(db: Db, agencyId: number, limit: number) {
  const { agencies, cases, staff } = db.tables;
  const open = and(eq(cases.agencyId, agencyId), inArray(cases.status, [...openStatuses]));
  const held = await db.select({ id: cases.id }).from(cases).where(open).limit(limit);
  const people = await db.select({ id: staff.id }).from(staff).where(eq(staff.agencyId, agencyId)).limit(limit);
  const units = await db.select({ id: agencies.id }).from(agencies).where(eq(agencies.parentId, agencyId)).limit(limit);
  return { cases: held.length, people: people.length, units: units.length };
}

/**
 * Open cases that lie with an agency or a unit that exists no longer, and such
 * as lie with a successor that the exclusion of the former agency covers.
 */
export async function casesToSucceed(db: Db, today: string, limit = 100): Promise<string[]> {
  const { agencies, cases, caseConflicts: c } = db.tables;
  const open = inArray(cases.status, [...openStatuses]);
  const gone = await db.select({ id: agencies.id }).from(agencies).where(lt(agencies.validTo, today));
  const found: string[] = [];
  for (const { id } of gone) {
    if (found.length >= limit) break;
    const held = await db
      .select({ code: cases.code })
      .from(cases)
      .where(and(or(eq(cases.agencyId, id), eq(cases.unitId, id)), open))
      .limit(limit - found.length);
    const inheritedWall = await db
      .select({ code: cases.code })
      .from(c)
      .innerJoin(cases, eq(cases.id, c.caseId))
      .innerJoin(agencies, eq(agencies.id, cases.agencyId))
      .where(and(eq(c.agencyId, id), isNull(c.liftedAt), open, like(agencies.succeeded, `% ${agencyMark(id)} %`)))
      .limit(limit);
    found.push(...held.map(({ code }) => code), ...inheritedWall.map(({ code }) => code));
  }
  return [...new Set(found)];
}

/** The names an agency has had and will have, the oldest first. */
export async function listNames(db: Db, agencyId: number): Promise<AgencyName[]> {
  const { agencyNames } = db.tables;
  return db.select().from(agencyNames).where(eq(agencyNames.agencyId, agencyId)).orderBy(asc(agencyNames.validFrom));
}

type NewName = Pick<AgencyName, "nameVi" | "nameEn" | "abbreviation" | "validFrom" | "applied">;

/** Stores a name from a day on; false when another one begins on that day. */
export async function insertName(tx: Tx, agencyId: number, name: NewName): Promise<boolean> {
  const stored = await tx
    .insert(tx.tables.agencyNames)
    .values({ ...name, agencyId })
    .onConflictDoNothing()
    .returning();
  return stored.length > 0;
}

/** Names whose day has come. */
export async function dueNames(db: Db, today: string): Promise<AgencyName[]> {
  const { agencyNames } = db.tables;
  return db
    .select()
    .from(agencyNames)
    .where(and(eq(agencyNames.applied, false), lte(agencyNames.validFrom, today)))
    .orderBy(asc(agencyNames.validFrom), asc(agencyNames.id));
}

export async function markApplied(tx: Tx, id: number): Promise<void> {
  const { agencyNames } = tx.tables;
  await tx.update(agencyNames).set({ applied: true }).where(eq(agencyNames.id, id));
}

/** An agency with the names it had on a day: what a case that ended then goes on to show. */
export async function agencyOn(db: Db, agency: Agency, day: string): Promise<Agency> {
  const { agencyNames } = db.tables;
  const [name] = await db
    .select()
    .from(agencyNames)
    .where(and(eq(agencyNames.agencyId, agency.id), lte(agencyNames.validFrom, day), eq(agencyNames.applied, true)))
    .orderBy(desc(agencyNames.validFrom))
    .limit(1);
  if (!name) return agency;
  const { nameVi, nameEn, abbreviation } = name;
  return { ...agency, nameVi, nameEn, abbreviation };
}

/** The lead agency of a case, with the names it had when the case ended; with those of now while it is open. */
export async function leadOf(
  db: Db,
  row: Pick<CaseRow, "agencyId" | "status" | "answeredAt" | "closedAt">,
): Promise<Agency | null> {
  const agency = row.agencyId === null ? null : await findAgency(db, row.agencyId);
  const ended = isOpen(row.status) ? null : (row.closedAt ?? row.answeredAt);
  return agency && ended ? agencyOn(db, agency, localDate(ended)) : agency;
}
