import { and, count, eq, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import type { Db, Tx } from "./store.server.ts";

/** How many voices a case has, as its public page tells it. */
export interface Voices {
  /** One for each browser or address that follows it, and one for each published case that goes on under it. */
  readonly followers: number;
  /** People among the followers: each confirmed address once, whatever codes it has. */
  readonly confirmedFollowers: number;
}

/**
 * The voices of a case: its followers and, of the cases that go on under it,
 * those that were public with their followers. What never was public adds
 * nothing. Looks at every follower; `addVoices` keeps the same numbers one by one.
 */
export async function countVoices(db: Db, caseId: number): Promise<Voices> {
  const { caseMerges, followers } = db.tables;
  const [own] = await db
    .select({
      voices: count(),
      people:
        sql<number>`count(distinct case when ${followers.confirmedAt} is not null then ${followers.emailIndex} end)`.mapWith(
          Number,
        ),
    })
    .from(followers)
    .where(and(inFamily(db, caseId), eq(followers.counted, true)));
  const [merged] = await db
    .select({ voices: count() })
    .from(caseMerges)
    .where(and(eq(caseMerges.leadId, caseId), eq(caseMerges.inPublic, true)));
  return {
    followers: Number(own?.voices ?? 0) + Number(merged?.voices ?? 0),
    confirmedFollowers: own?.people ?? 0,
  };
}

/** That somebody follows a case or one that goes on under it and was public. */
function inFamily(db: Db, caseId: number) {
  const { caseMerges, followers } = db.tables;
  const members = db
    .select({ id: caseMerges.caseId })
    .from(caseMerges)
    .where(and(eq(caseMerges.leadId, caseId), eq(caseMerges.inPublic, true)));
  return or(eq(followers.caseId, caseId), inArray(followers.caseId, members));
}

/** True when an address already is a confirmed voice of a case by another follower than this one. */
export async function isConfirmedVoice(
  db: Db,
  caseId: number,
  emailIndex: string,
  otherThan: number,
): Promise<boolean> {
  const { followers } = db.tables;
  const rows = await db
    .select({ id: followers.id })
    .from(followers)
    .where(
      and(
        eq(followers.emailIndex, emailIndex),
        eq(followers.counted, true),
        isNotNull(followers.confirmedAt),
        ne(followers.id, otherThan),
        inFamily(db, caseId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/**
 * Adds to the voices of a published case; subtracts what is negative. The
 * case's own page tells it at once, cached lists within a minute: a voice must
 * not cost every reader a fresh page.
 */
export async function addVoices(tx: Tx, caseId: number, by: Partial<Voices>): Promise<void> {
  const { publications } = tx.tables;
  const { followers = 0, confirmedFollowers = 0 } = by;
  if (followers === 0 && confirmedFollowers === 0) return;
  const [changed] = await tx
    .update(publications)
    .set({
      followers: sql`${publications.followers} + ${followers}`,
      confirmedFollowers: sql`${publications.confirmedFollowers} + ${confirmedFollowers}`,
    })
    .where(eq(publications.caseId, caseId))
    .returning({ code: publications.code });
  if (changed) tx.voicesChanged(changed.code);
}
