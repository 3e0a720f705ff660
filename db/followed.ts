import { and, desc, eq, sql } from "drizzle-orm";
import { deleteListFollower, listsOf, moveLists } from "./list-followers.ts";
import { confirmFollower, deleteFollower, moveFollower, voiceOfAddress } from "./followers.ts";
import { goesOnInPublic } from "./merges.ts";
import { dropMailOf } from "./outbox.ts";
import { addressIndex } from "./reporters.ts";
import type { Db, Tx } from "./store.server.ts";

/** What somebody follows, by their address: the account's view of voices. */
export interface Followed {
  readonly code: string;
  readonly titleVi: string | null;
  readonly titleEn: string | null;
}

/** The published cases that an address follows, the latest first; for one that goes on under another in public, that one. */
export async function followedBy(db: Db, emailIndex: string, limit = 50): Promise<Followed[]> {
  const { followers, publications, cases, caseMerges } = db.tables;
  const found = await db
    .select({ code: publications.code, titleVi: publications.titleVi, titleEn: publications.titleEn })
    .from(followers)
    .innerJoin(cases, eq(cases.id, followers.caseId))
    .leftJoin(caseMerges, and(eq(caseMerges.caseId, followers.caseId), goesOnInPublic(db)))
    .innerJoin(publications, eq(publications.caseId, sql`coalesce(${caseMerges.leadId}, ${followers.caseId})`))
    .where(eq(followers.emailIndex, emailIndex))
    .orderBy(desc(followers.id))
    .limit(limit);
  // Whoever follows two cases of which one goes on under the other follows one.
  return found.filter(({ code }, place) => found.findIndex((other) => other.code === code) === place);
}

/** True when an address follows anything. */
export async function followsAny(db: Db, emailIndex: string): Promise<boolean> {
  const { followers } = db.tables;
  const rows = await db
    .select({ id: followers.id })
    .from(followers)
    .where(eq(followers.emailIndex, emailIndex))
    .limit(1);
  return rows.length > 0;
}

/** Erases every voice of an address, with the mail that waits for it. */
export async function eraseFollowing(tx: Tx, emailIndex: string): Promise<void> {
  const { followers } = tx.tables;
  for (const row of await tx.select().from(followers).where(eq(followers.emailIndex, emailIndex))) {
    await dropMailOf(tx, "follower", row.id);
    await deleteFollower(tx, row);
  }
  await eraseLists(tx, emailIndex);
}

/** Erases the lists that an address follows, with the mail that waits for them. */
async function eraseLists(tx: Tx, emailIndex: string): Promise<void> {
  for (const { id } of await listsOf(tx, emailIndex)) {
    await dropMailOf(tx, "list-follower", id);
    await deleteListFollower(tx, id);
  }
}

/**
 * Lets every voice of an address go on under another one. Where that one
 * follows the same case already, the two become one, which is confirmed when
 * either was: whoever moves has shown that both addresses are theirs.
 */
export async function moveFollowing(tx: Tx, emailIndex: string, email: string, now: Date): Promise<void> {
  const { followers } = tx.tables;
  for (const row of await tx.select().from(followers).where(eq(followers.emailIndex, emailIndex))) {
    const there = await voiceOfAddress(tx, row.caseId, addressIndex(tx, email));
    if (!there) {
      await moveFollower(tx, row, email);
      continue;
    }
    await dropMailOf(tx, "follower", row.id);
    await deleteFollower(tx, row);
    if (row.confirmedAt !== null) await confirmFollower(tx, there, now);
  }
  await moveLists(tx, emailIndex, email);
}
