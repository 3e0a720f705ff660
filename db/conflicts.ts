import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { agencyMark, type Mark, marksOf, staffMark } from "../app/domain/marks.ts";
import { inTurn } from "./in-turn.ts";
import type { ConflictHow } from "./schema/walls.ts";
import type { Tables } from "./schema.ts";
import { findStaffByEmail } from "./staff.ts";
import type { Db, Tx } from "./store.server.ts";

export type ConflictRow = Tables["caseConflicts"]["$inferSelect"];

/** Who must not handle a case, and how that became known. */
export interface NewConflict {
  readonly staffId?: number;
  readonly agencyId?: number;
  readonly how: ConflictHow;
  readonly reason?: string | null;
  readonly byId?: number | null;
}

/** Notes that somebody must not handle a case. Whoever calls it writes `wallOf` to the case in the same transaction. */
export async function insertConflict(tx: Tx, caseId: number, conflict: NewConflict, now: Date): Promise<number> {
  const { caseConflicts } = tx.tables;
  const [row] = await tx
    .insert(caseConflicts)
    .values({ caseId, ...conflict, at: now })
    .returning({ id: caseConflicts.id });
  if (!row) throw new Error("a conflict was not stored");
  return row.id;
}

/** The marks of everybody who must not handle a case now: what `cases.walledOff` holds. */
export async function wallOf(db: Db, caseId: number): Promise<string | null> {
  const { caseConflicts } = db.tables;
  const rows = await db
    .select({ staffId: caseConflicts.staffId, agencyId: caseConflicts.agencyId })
    .from(caseConflicts)
    .where(and(eq(caseConflicts.caseId, caseId), isNull(caseConflicts.liftedAt)));
  return wallOfRows(rows);
}

function wallOfRows(rows: readonly { staffId: number | null; agencyId: number | null }[]): string | null {
  return marksOf(
    rows.flatMap(({ staffId, agencyId }): Mark[] => [
      ...(staffId === null ? [] : [staffMark(staffId)]),
      ...(agencyId === null ? [] : [agencyMark(agencyId)]),
    ]),
  );
}

/** A conflict as triage and the monitor read it. */
export interface NamedConflict extends ConflictRow {
  readonly person: string | null;
  readonly agencyVi: string | null;
  readonly agencyEn: string | null;
}

/** Every conflict of a case, lifted ones too, oldest first. The caller has asked whether this reader may know of them. */
export async function listConflicts(db: Db, caseId: number): Promise<NamedConflict[]> {
  const { caseConflicts: c, staff, agencies } = db.tables;
  const rows = await db
    .select({ conflict: c, person: staff.name, agencyVi: agencies.nameVi, agencyEn: agencies.nameEn })
    .from(c)
    .leftJoin(staff, eq(staff.id, c.staffId))
    .leftJoin(agencies, eq(agencies.id, c.agencyId))
    .where(eq(c.caseId, caseId))
    .orderBy(asc(c.id));
  return rows.map(({ conflict, ...names }) => ({ ...conflict, ...names }));
}

export async function findConflict(db: Db, caseId: number, id: number): Promise<ConflictRow | null> {
  const { caseConflicts } = db.tables;
  const [row] = await db
    .select()
    .from(caseConflicts)
    .where(and(eq(caseConflicts.id, id), eq(caseConflicts.caseId, caseId)));
  return row ?? null;
}

/** Lifts a conflict that stands; false when it was lifted before. */
export async function liftConflictRow(
  tx: Tx,
  id: number,
  lifted: Pick<ConflictRow, "liftedAt" | "liftedById" | "liftReason">,
): Promise<boolean> {
  const { caseConflicts } = tx.tables;
  const written = await tx
    .update(caseConflicts)
    .set(lifted)
    .where(and(eq(caseConflicts.id, id), isNull(caseConflicts.liftedAt)))
    .returning({ id: caseConflicts.id });
  return written.length > 0;
}

/** True when triage has lifted what was detected of this person and case. */
export async function wasLifted(db: Db, caseId: number, staffId: number): Promise<boolean> {
  const { caseConflicts: c } = db.tables;
  const lifted = and(eq(c.caseId, caseId), eq(c.staffId, staffId), eq(c.how, "detected"), isNotNull(c.liftedAt));
  const rows = await db.select({ id: c.id }).from(c).where(lifted).limit(1);
  return rows.length > 0;
}

/** Whoever of the office must not handle what is sent with these addresses, or was filed by this clerk. */
export async function insidersOf(db: Db, addresses: readonly string[], clerkId: number | null): Promise<number[]> {
  const accounts = await inTurn(addresses, (address) => findStaffByEmail(db, address));
  return [...new Set([...accounts.map((account) => account?.id ?? null), clerkId])].filter((id) => id !== null);
}

/** Writes the detected conflicts of a case that is being filed, whose row has their marks already. */
export async function keepDetected(tx: Tx, caseId: number, staffIds: readonly number[], now: Date): Promise<void> {
  for (const staffId of staffIds) await insertConflict(tx, caseId, { staffId, how: "detected" }, now);
}

/** The conflicts that stand in one case stand in another one made from it, whose row has the same marks. */
export async function copyConflicts(tx: Tx, fromId: number, toId: number): Promise<void> {
  for (const { id: _id, ...conflict } of await standingConflicts(tx, fromId)) {
    await tx.insert(tx.tables.caseConflicts).values({ ...conflict, caseId: toId });
  }
}

async function standingConflicts(db: Db, caseId: number): Promise<ConflictRow[]> {
  const { caseConflicts } = db.tables;
  return db
    .select()
    .from(caseConflicts)
    .where(and(eq(caseConflicts.caseId, caseId), isNull(caseConflicts.liftedAt)))
    .orderBy(asc(caseConflicts.id));
}
