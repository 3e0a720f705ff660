import { and, desc, eq, isNotNull } from "drizzle-orm";
import { deleteListFollower, listsOf, moveLists } from "./list-followers.ts";
import { deleteFollower, movedAddress } from "./followers.ts";
import { dropMailOf } from "./outbox.ts";
import type { Db, Tx } from "./store.server.ts";

/** What somebody follows, by their address: the account's view of voices. */
export interface Followed {
  readonly code: string;
  readonly titleVi: string | null;
  readonly titleEn: string | null;
}

/** The published cases that an address follows, the latest first. */
export async function followedBy(db: Db, emailIndex: string, limit = 50): Promise<Followed[]> {
  const { followers, publications } = db.tables;
  return db
    .select({ code: publications.code, titleVi: publications.titleVi, titleEn: publications.titleEn })
    .from(followers)
    .innerJoin(publications, eq(publications.caseId, followers.caseId))
    .where(and(eq(followers.emailIndex, emailIndex), isNotNull(followers.email)))
    .orderBy(desc(followers.id))
    .limit(limit);
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

/** Lets every voice of an address go on under another one. */
export async function moveFollowing(tx: Tx, emailIndex: string, email: string): Promise<void> {
  const { followers } = tx.tables;
  for (const row of await tx.select().from(followers).where(eq(followers.emailIndex, emailIndex))) {
    await tx
      .update(followers)
      .set(movedAddress(tx, row, email))
      .where(eq(followers.id, row.id));
  }
  await moveLists(tx, emailIndex, email);
}
