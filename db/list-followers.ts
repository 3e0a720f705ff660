import { randomUUID, timingSafeEqual } from "node:crypto";
import { and, asc, eq, isNotNull, isNull, lt, lte } from "drizzle-orm";
import type { Lang } from "../app/domain/case-kind.ts";
import type { Rhythm } from "../app/domain/digest.ts";
import { addressIndex } from "./reporters.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/** Somebody who is told by mail what is new in a list of published cases. */
export type ListFollower = Tables["listFollowers"]["$inferSelect"];

/** Lists of one address at the most. */
export const MOST_LISTS = 20;

const ownerOf = (owner: string): string => `list-follower|${owner}`;

export interface NewListFollower {
  readonly lang: Lang;
  readonly query: string;
  readonly rhythm: Rhythm;
  readonly email: string;
  readonly afterId: number;
}

/** Stores who wants to follow a list, unconfirmed; null when the address follows it already or has as many as it may. */
export async function insertListFollower(tx: Tx, made: NewListFollower, now: Date): Promise<ListFollower | null> {
  const { listFollowers } = tx.tables;
  const emailIndex = addressIndex(tx, made.email);
  if ((await listsOf(tx, emailIndex)).length >= MOST_LISTS) return null;
  const owner = randomUUID();
  const wrappedKey = tx.keys.newDataKey(ownerOf(owner));
  const email = tx.keys.seal(wrappedKey, ownerOf(owner), "email", made.email);
  const [row] = await tx
    .insert(listFollowers)
    .values({ ...made, owner, wrappedKey, email, emailIndex, createdAt: now })
    .onConflictDoNothing({ target: [listFollowers.emailIndex, listFollowers.query, listFollowers.lang] })
    .returning();
  return row ?? null;
}

export async function findListFollower(db: Db, id: number): Promise<ListFollower | null> {
  const { listFollowers } = db.tables;
  const [row] = await db.select().from(listFollowers).where(eq(listFollowers.id, id));
  return row ?? null;
}

/** Every list of an address, the first one first. */
export async function listsOf(db: Db, emailIndex: string): Promise<ListFollower[]> {
  const { listFollowers } = db.tables;
  return db.select().from(listFollowers).where(eq(listFollowers.emailIndex, emailIndex)).orderBy(asc(listFollowers.id));
}

/** The address of a list's follower for the mail job, or null. */
export async function listFollowerAddress(db: Db, id: number): Promise<string | null> {
  const row = await findListFollower(db, id);
  return row && db.keys.open(row.wrappedKey, ownerOf(row.owner), "email", row.email);
}

/** What a mail carries to confirm and to stop: the follower's number and a keyed hash, of no use for anything else. */
export const listToken = (db: Db, id: number): string => `${id.toString(36)}-${db.keys.hash("token", `list|${id}`)}`;

/** The follower whom a token of a mail names, or null. */
export async function listFollowerOfToken(db: Db, token: string): Promise<ListFollower | null> {
  const id = Number.parseInt(/^([0-9a-z]{1,11})-[0-9a-f]{64}$/.exec(token)?.[1] ?? "", 36);
  if (!Number.isSafeInteger(id)) return null;
  const wanted = listToken(db, id).padEnd(token.length).slice(0, token.length);
  return timingSafeEqual(Buffer.from(token), Buffer.from(wanted)) ? findListFollower(db, id) : null;
}

/** The owner of the address says that it is theirs; from now on what is new is told. */
export async function confirmListFollower(tx: Tx, id: number, now: Date, nextAt: Date): Promise<void> {
  const { listFollowers } = tx.tables;
  await tx
    .update(listFollowers)
    .set({ confirmedAt: now, nextAt })
    .where(and(eq(listFollowers.id, id), isNull(listFollowers.confirmedAt)));
}

/** Erases a list's follower: the row goes, with the address and the key to it. */
export async function deleteListFollower(tx: Tx, id: number): Promise<void> {
  const { listFollowers } = tx.tables;
  await tx.delete(listFollowers).where(eq(listFollowers.id, id));
}

/** Lets every list of an address go on under another one, which may follow some of them already. */
export async function moveLists(tx: Tx, from: string, email: string): Promise<void> {
  const { listFollowers } = tx.tables;
  const emailIndex = addressIndex(tx, email);
  const known = new Set((await listsOf(tx, emailIndex)).map(({ lang, query }) => `${lang} ${query}`));
  for (const row of await listsOf(tx, from)) {
    if (known.has(`${row.lang} ${row.query}`)) await deleteListFollower(tx, row.id);
    else
      await tx
        .update(listFollowers)
        .set({ emailIndex, email: tx.keys.seal(row.wrappedKey, ownerOf(row.owner), "email", email) })
        .where(eq(listFollowers.id, row.id));
  }
}

/** Erases those that nobody has confirmed since a moment. */
export async function forgetUnconfirmedLists(tx: Tx, before: Date): Promise<void> {
  const { listFollowers } = tx.tables;
  await tx.delete(listFollowers).where(and(isNull(listFollowers.confirmedAt), lt(listFollowers.createdAt, before)));
}

/** Marks of the addresses whose next digest may go, at most `limit` lists of them. */
export async function dueForDigest(db: Db, now: Date, limit: number): Promise<string[]> {
  const { listFollowers } = db.tables;
  const rows = await db
    .select({ emailIndex: listFollowers.emailIndex })
    .from(listFollowers)
    .where(and(isNotNull(listFollowers.nextAt), lte(listFollowers.nextAt, now)))
    .orderBy(asc(listFollowers.nextAt))
    .limit(limit);
  return [...new Set(rows.map(({ emailIndex }) => emailIndex))];
}

/** Notes until where a list was told and when it is looked at again; false when another worker has done so. */
export async function advanceList(tx: Tx, row: ListFollower, afterId: number, nextAt: Date): Promise<boolean> {
  const { listFollowers } = tx.tables;
  if (row.nextAt === null) return false;
  const taken = await tx
    .update(listFollowers)
    .set({ afterId, nextAt })
    .where(and(eq(listFollowers.id, row.id), eq(listFollowers.nextAt, row.nextAt)))
    .returning({ id: listFollowers.id });
  return taken.length > 0;
}
