import { eq } from "drizzle-orm";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Rating = Tables["ratings"]["$inferSelect"];

/** Stores the one rating of a case; false when there is one already. */
export async function insertRating(
  tx: Tx,
  caseId: number,
  rating: Pick<Rating, "level" | "solved" | "comment">,
  now: Date,
): Promise<boolean> {
  const { ratings } = tx.tables;
  const stored = await tx
    .insert(ratings)
    .values({ ...rating, caseId, at: now })
    .onConflictDoNothing()
    .returning();
  return stored.length > 0;
}

export async function findRating(db: Db, caseId: number): Promise<Rating | null> {
  const { ratings } = db.tables;
  const [row] = await db.select().from(ratings).where(eq(ratings.caseId, caseId));
  return row ?? null;
}
