import { and, count, eq, inArray, or } from "drizzle-orm";
import type { Db } from "./store.server.ts";

/**
 * How many voices a case has: its followers and, of the cases that go on under
 * it, those that were public with their followers. What never was public adds nothing.
 */
export async function countVoices(db: Db, caseId: number): Promise<number> {
  const { caseMerges, followers } = db.tables;
  const inPublic = and(eq(caseMerges.leadId, caseId), eq(caseMerges.inPublic, true));
  const members = db.select({ id: caseMerges.caseId }).from(caseMerges).where(inPublic);
  const [own] = await db
    .select({ voices: count() })
    .from(followers)
    .where(and(or(eq(followers.caseId, caseId), inArray(followers.caseId, members)), eq(followers.counted, true)));
  const [merged] = await db.select({ voices: count() }).from(caseMerges).where(inPublic);
  return Number(own?.voices ?? 0) + Number(merged?.voices ?? 0);
}
