import { and, count, eq } from "drizzle-orm";
import type { Db } from "./store.server.ts";

/** How many voices a case has: for a publication that is made anew. */
export async function countVoices(db: Db, caseId: number): Promise<number> {
  const { followers } = db.tables;
  const [row] = await db
    .select({ voices: count() })
    .from(followers)
    .where(and(eq(followers.caseId, caseId), eq(followers.counted, true)));
  return Number(row?.voices ?? 0);
}
