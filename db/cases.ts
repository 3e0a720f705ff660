import { and, asc, eq, lt, sql } from "drizzle-orm";
import type { CaseScope } from "../app/domain/case-fits.ts";
import { insertRow, prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";
import { visibleTo } from "./visible-cases.ts";

export { visibleTo };

export type CaseRow = Tables["cases"]["$inferSelect"];
export type NewCase = Omit<Tables["cases"]["$inferInsert"], "id">;

/** What the permission rules need to know of a case. */
export function scopeOf(row: CaseRow): CaseScope {
  return {
    id: row.id,
    status: row.status,
    agencyId: row.agencyId,
    unitId: row.unitId,
    unitApproves: row.unitApproves,
    walledOff: row.walledOff,
    askedOf: row.askedOf,
    held: row.heldReason !== null,
    arbitration: row.arbiterSince !== null ? "waiting" : row.binding ? "decided" : "none",
    disputed: row.disputedAt !== null,
    member: row.mergedIntoId !== null,
    // Whoever decides a dispute asks `db/disputes.ts`.
    fresh: false,
    publishConsent: row.publishConsent,
    published: row.published,
    proposed: row.proposedAt !== null,
    proposerId: row.proposerId,
    scheduled: row.publishAt !== null,
    objected: row.objectedAt !== null,
    extensionAsked: row.extensionAskedAt !== null,
    ownerId: row.ownerId,
    heard: row.heardAt !== null,
    snoozed: row.snoozedUntil !== null,
    hasIdentity: row.reporterType !== "anonymous" && row.identityErasedAt === null,
    identityHidden: row.identityHidden,
    // Whoever opens an identity asks `db/identity-requests.ts`.
    identityGranted: false,
  };
}

/** Stores a case; null when its code is already in use, so that the caller draws another. */
export async function insertCase(tx: Tx, row: NewCase): Promise<CaseRow | null> {
  return (await findCase(tx, row.code)) ? null : insertRow(tx, "cases", row);
}

export async function findCase(db: Db, code: string): Promise<CaseRow | null> {
  const { cases } = db.tables;
  const query = prepared(db, "findCase", () =>
    db
      .select()
      .from(cases)
      .where(eq(cases.code, sql.placeholder("code")))
      .prepare("find_case"),
  );
  const [row] = await query.execute({ code });
  return row ?? null;
}

/** The id of the case with this code; 0 when there is none. */
export async function findCaseId(db: Db, code: string): Promise<number> {
  const { cases } = db.tables;
  const [row] = await db.select({ id: cases.id }).from(cases).where(eq(cases.code, code));
  return row?.id ?? 0;
}

export async function findCaseById(db: Db, id: number): Promise<CaseRow | null> {
  const { cases } = db.tables;
  const [row] = await db.select().from(cases).where(eq(cases.id, id));
  return row ?? null;
}

/**
 * Writes changes to a case whose version is still the one that was read, and
 * gives it the next version. Null when somebody was faster.
 */
export async function updateCase(tx: Tx, row: CaseRow, changes: Partial<CaseRow>): Promise<CaseRow | null> {
  const { cases } = tx.tables;
  const [updated] = await tx
    .update(cases)
    .set({ ...changes, version: row.version + 1 })
    .where(and(eq(cases.id, row.id), eq(cases.version, row.version)))
    .returning();
  return updated ?? null;
}

/** Cases whose open question has lapsed, or whose time to object is over: what the timers act on. */
export async function findLapsed(db: Db, now: Date, limit = 100): Promise<string[]> {
  const { cases } = db.tables;
  const rows = await db
    .select({ code: cases.code })
    .from(cases)
    .where(and(eq(cases.status, "waiting"), lt(cases.waitUntil, now)))
    .orderBy(asc(cases.waitUntil))
    .limit(limit);
  return rows.map((row) => row.code);
}

export async function findClosable(db: Db, now: Date, limit = 100): Promise<string[]> {
  const { cases } = db.tables;
  const rows = await db
    .select({ code: cases.code })
    .from(cases)
    .where(and(eq(cases.status, "answered"), lt(cases.closeAt, now), eq(cases.openParts, 0)))
    .orderBy(asc(cases.closeAt))
    .limit(limit);
  return rows.map((row) => row.code);
}
