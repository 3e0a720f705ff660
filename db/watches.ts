import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "./store.server.ts";

/** Who watches a case. Watching shows nothing to whoever may not see the case: its news are held against that when they are read. */
export async function watchersOf(db: Db, caseId: number): Promise<number[]> {
  const { watches } = db.tables;
  const rows = await db.select({ staffId: watches.staffId }).from(watches).where(eq(watches.caseId, caseId));
  return rows.map((row) => row.staffId);
}

export async function isWatching(db: Db, caseId: number, staffId: number): Promise<boolean> {
  const { watches } = db.tables;
  const rows = await db
    .select({ since: watches.since })
    .from(watches)
    .where(and(eq(watches.caseId, caseId), eq(watches.staffId, staffId)));
  return rows.length > 0;
}

export async function saveWatch(tx: Tx, caseId: number, staffId: number, now: Date): Promise<void> {
  const { watches } = tx.tables;
  await tx.insert(watches).values({ caseId, staffId, since: now }).onConflictDoNothing();
}

export async function dropWatch(tx: Tx, caseId: number, staffId: number): Promise<void> {
  const { watches } = tx.tables;
  await tx.delete(watches).where(and(eq(watches.caseId, caseId), eq(watches.staffId, staffId)));
}
