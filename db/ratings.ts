import { and, eq } from "drizzle-orm";
import type { CaseRow } from "./cases.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Rating = Tables["ratings"]["$inferSelect"];

/** Stores the one rating of the answer of a case's round; false when there is one already. */
export async function insertRating(
  tx: Tx,
  { id: caseId, round }: Pick<CaseRow, "id" | "round">,
  rating: Pick<Rating, "level" | "solved" | "comment" | "reasons">,
  now: Date,
): Promise<boolean> {
  const { ratings } = tx.tables;
  const stored = await tx
    .insert(ratings)
    .values({ ...rating, caseId, round, at: now })
    .onConflictDoNothing()
    .returning();
  return stored.length > 0;
}

/** How the answer of the case's round was rated, or null. */
export async function findRating(db: Db, { id, round }: Pick<CaseRow, "id" | "round">): Promise<Rating | null> {
  const { ratings } = db.tables;
  const [row] = await db
    .select()
    .from(ratings)
    .where(and(eq(ratings.caseId, id), eq(ratings.round, round)));
  return row ?? null;
}
