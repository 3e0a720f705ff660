import { asc, eq, sql } from "drizzle-orm";
import type { CaseRow } from "./cases.ts";
import type { Db, Tx } from "./store.server.ts";

/** The cases into which a case was split, in their order. */
export async function partsOf(db: Db, parentId: number): Promise<CaseRow[]> {
  const { cases } = db.tables;
  return db.select().from(cases).where(eq(cases.parentId, parentId)).orderBy(asc(cases.id));
}

/** Counts a part of a case as open (1) or settled (-1), and gives the case as it is then. The count is read off the parts and makes no version. */
export async function countPart(tx: Tx, parentId: number, by: 1 | -1): Promise<CaseRow | null> {
  const { cases } = tx.tables;
  const [parent] = await tx
    .update(cases)
    .set({ openParts: sql`${cases.openParts} + ${by}` })
    .where(eq(cases.id, parentId))
    .returning();
  return parent ?? null;
}
