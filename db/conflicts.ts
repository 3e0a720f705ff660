import { and, asc, eq, isNull } from "drizzle-orm";
import { agencyMark, type Mark, marksOf, staffMark } from "../app/domain/marks.ts";
import type { CaseRow } from "./cases.ts";
import { addressIndex } from "./reporters.ts";
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

/** Whoever of the office must not handle what is sent with this address, or was filed by this clerk. */
export async function insidersOf(db: Db, address: string, clerkId: number | null): Promise<number[]> {
  const account = address === "" ? null : await findStaffByEmail(db, address);
  return [...new Set([account?.id ?? null, clerkId])].filter((id) => id !== null);
}

/** Writes the detected conflicts of a case, whose row has their marks already. */
export async function keepDetected(tx: Tx, caseId: number, staffIds: readonly number[], now: Date): Promise<void> {
  for (const staffId of staffIds) await insertConflict(tx, caseId, { staffId, how: "detected" }, now);
}

/**
 * Walls an account off from the cases that were sent with its address before it
 * was an account, or had that address: at most a thousand, the latest first.
 */
export async function detectOwnCases(tx: Tx, account: { id: number; email: string }, now: Date): Promise<void> {
  const { reporters, caseConflicts } = tx.tables;
  const sent = await tx
    .select({ caseId: reporters.caseId })
    .from(reporters)
    .where(eq(reporters.emailIndex, addressIndex(tx, account.email)))
    .limit(1000);
  const known = await tx
    .select({ caseId: caseConflicts.caseId })
    .from(caseConflicts)
    .where(and(eq(caseConflicts.staffId, account.id), isNull(caseConflicts.liftedAt)));
  const before = new Set(known.map(({ caseId }) => caseId));
  for (const { caseId } of sent) if (!before.has(caseId)) await detect(tx, caseId, account.id, now);
}

/** Walls off the accounts that have an address which has become the sender's. */
export async function detectSender(
  tx: Tx,
  row: Pick<CaseRow, "id" | "walledOff">,
  email: string,
  now: Date,
): Promise<void> {
  for (const staffId of await insidersOf(tx, email, null)) {
    if (!row.walledOff?.includes(` ${staffMark(staffId)} `)) await detect(tx, row.id, staffId, now);
  }
}

/** What is detected is nobody's act: it makes no version of the case and no event. */
async function detect(tx: Tx, caseId: number, staffId: number, now: Date): Promise<void> {
  const { cases } = tx.tables;
  await insertConflict(tx, caseId, { staffId, how: "detected" }, now);
  await tx
    .update(cases)
    .set({ walledOff: await wallOf(tx, caseId) })
    .where(eq(cases.id, caseId));
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
