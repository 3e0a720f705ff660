import { timingSafeEqual } from "node:crypto";
import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { readFollowCode } from "../app/domain/case-code.ts";
import type { Lang } from "../app/domain/case-kind.ts";
import { makeSecret, readSecret } from "../app/domain/secret.ts";
import { findMerge, holdCase, publicLeadId } from "./merges.ts";
import { type Publication, publicationOfCase } from "./publications.ts";
import { addressIndex } from "./reporters.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";
import { addVoices, isConfirmedVoice } from "./voices.ts";

/** Voices of people who follow a published case instead of sending their own. */
export type Follower = Tables["followers"]["$inferSelect"];

const owner = (sessionHash: string): string => `follower|${sessionHash}`;

/** By what a form session's voice on a case is known: nobody can tell from it what else the session did. */
export const voiceOf = (db: Db, token: string, caseId: number): string =>
  db.keys.hash("form", `follow|${token}|${caseId}`);

/** The secret of a form session's voice: derived, so that this session can be shown it again although only its hash is stored. */
export const followSecret = (db: Db, token: string, caseId: number): string =>
  makeSecret(Buffer.from(db.keys.hash("token", `follow|${token}|${caseId}`), "hex"));

export async function findFollower(db: Db, code: string): Promise<Follower | null> {
  const { followers } = db.tables;
  const [row] = await db.select().from(followers).where(eq(followers.code, code));
  return row ?? null;
}

export async function findFollowerById(db: Db, id: number): Promise<Follower | null> {
  const { followers } = db.tables;
  const [row] = await db.select().from(followers).where(eq(followers.id, id));
  return row ?? null;
}

/** The form session's own voice on a case, or null. */
export async function voiceIn(db: Db, token: string, caseId: number): Promise<Follower | null> {
  const { followers } = db.tables;
  const [row] = await db
    .select()
    .from(followers)
    .where(eq(followers.sessionHash, voiceOf(db, token, caseId)));
  return row ?? null;
}

const NO_HASH = "0".repeat(64);

/** The follower whom a code and a secret open together, or null: the same work whether the code is unknown or the secret wrong. */
export async function openFollower(db: Db, typedCode: string, typedSecret: string): Promise<Follower | null> {
  const row = await findFollower(db, readFollowCode(typedCode.slice(0, 60)) ?? "");
  const given = db.keys.hash("tracking-secret", readSecret(typedSecret.slice(0, 120)) ?? "", row?.secretKeyId);
  const right = timingSafeEqual(Buffer.from(given, "hex"), Buffer.from(row?.secretHash ?? NO_HASH, "hex"));
  return right && row ? row : null;
}

export interface NewVoice {
  readonly code: string;
  readonly caseId: number;
  readonly lang: Lang;
  readonly secret: string;
  readonly sessionHash: string;
  readonly email: string | null;
}

/**
 * Stores a voice and counts it, unless its address already has one on the case;
 * null when the form session has a voice there. Nobody can tell from what comes
 * back whether an address was known.
 */
export async function insertFollower(tx: Tx, voice: NewVoice, now: Date): Promise<Follower | null> {
  const { followers } = tx.tables;
  const { code, caseId, lang, secret, sessionHash, email } = voice;
  // Two sessions that type the same address do so one after the other.
  if (email !== null) await holdCase(tx, caseId);
  const known = email !== null && (await voiceOfAddress(tx, caseId, addressIndex(tx, email))) !== null;
  const [row] = await tx
    .insert(followers)
    .values({
      code,
      caseId,
      lang,
      sessionHash,
      secretHash: tx.keys.hash("tracking-secret", readSecret(secret) ?? ""),
      secretKeyId: tx.keys.currentId,
      // Mail goes to an address once, however often it is typed.
      ...(email === null || known ? {} : sealedAddress(tx, sessionHash, email)),
      counted: !known,
      createdAt: now,
    })
    .onConflictDoNothing({ target: followers.sessionHash })
    .returning();
  if (row?.counted) await addVoices(tx, caseId, { followers: 1 });
  return row ?? null;
}

function sealedAddress(tx: Tx, sessionHash: string, email: string) {
  const wrappedKey = tx.keys.newDataKey(owner(sessionHash));
  return {
    wrappedKey,
    email: tx.keys.seal(wrappedKey, owner(sessionHash), "email", email),
    emailIndex: addressIndex(tx, email),
  };
}

/** The voice of an address on a case, or null. */
export async function voiceOfAddress(db: Db, caseId: number, emailIndex: string): Promise<Follower | null> {
  const { followers } = db.tables;
  const [row] = await db
    .select()
    .from(followers)
    .where(and(eq(followers.emailIndex, emailIndex), eq(followers.caseId, caseId)))
    .limit(1);
  return row ?? null;
}

/**
 * The owner of a follower's address says that they follow the case: from now on
 * the portal writes to it, and it counts as one person, once for the case and
 * once for the one that the case goes on under. Done again it changes nothing.
 */
export async function confirmFollower(tx: Tx, row: Follower, now: Date): Promise<void> {
  const { followers } = tx.tables;
  const heads = await heldHeads(tx, row.caseId);
  const [confirmed] = await tx
    .update(followers)
    .set({ confirmedAt: now })
    .where(and(eq(followers.id, row.id), isNull(followers.confirmedAt), isNotNull(followers.email)))
    .returning();
  if (confirmed) await countPerson(tx, heads, confirmed, 1);
}

/** Erases a voice: the row goes, with the address and the key to it. */
export async function deleteFollower(tx: Tx, row: Follower): Promise<void> {
  const { followers } = tx.tables;
  const heads = await heldHeads(tx, row.caseId);
  const [gone] = await tx.delete(followers).where(eq(followers.id, row.id)).returning();
  if (!gone?.counted) return;
  for (const caseId of heads) await addVoices(tx, caseId, { followers: -1 });
  await countPerson(tx, heads, gone, -1);
}

/** Gives a voice another address, which has none on the case, and counts it as that one's. */
export async function moveFollower(tx: Tx, row: Follower, email: string): Promise<void> {
  const { followers } = tx.tables;
  const heads = await heldHeads(tx, row.caseId);
  await countPerson(tx, heads, row, -1);
  const [moved] = await tx
    .update(followers)
    .set(sealedAddress(tx, row.sessionHash, email))
    .where(eq(followers.id, row.id))
    .returning();
  if (moved) await countPerson(tx, heads, moved, 1);
}

/** The cases on which a voice counts: its own and the one under which that goes on in public; held, the older first. */
async function heldHeads(tx: Tx, caseId: number): Promise<number[]> {
  const merge = await findMerge(tx, caseId);
  const heads = merge?.inPublic ? [caseId, merge.leadId].sort((one, other) => one - other) : [caseId];
  for (const id of heads) await holdCase(tx, id);
  return heads;
}

/** Adds or takes away a confirmed person where no other voice of the same address stands for them. */
async function countPerson(tx: Tx, heads: readonly number[], row: Follower, by: 1 | -1): Promise<void> {
  const { id, emailIndex, counted, confirmedAt } = row;
  if (!counted || emailIndex === null || confirmedAt === null) return;
  for (const caseId of heads) {
    if (!(await isConfirmedVoice(tx, caseId, emailIndex, id))) await addVoices(tx, caseId, { confirmedFollowers: by });
  }
}

/** Forgets the addresses that nobody has confirmed since a moment; the voices stay as those of a browser. */
export async function forgetUnconfirmedAddresses(tx: Tx, before: Date): Promise<void> {
  const { followers } = tx.tables;
  await tx
    .update(followers)
    .set({ email: null, emailIndex: null, wrappedKey: null })
    .where(and(isNull(followers.confirmedAt), isNotNull(followers.email), lt(followers.createdAt, before)));
}

/** The address of a follower for the mail job; null when there is none, or nothing public to tell of any more. */
export async function followerAddress(db: Db, id: number): Promise<string | null> {
  const row = await findFollowerById(db, id);
  if (!row || row.email === null || row.wrappedKey === null) return null;
  if (!(await followedCase(db, row))) return null;
  return db.keys.open(row.wrappedKey, owner(row.sessionHash), "email", row.email);
}

/** What a mail carries to stop following: the follower's number and a keyed hash, of no use for anything else. */
export const stopToken = (db: Db, id: number): string =>
  `${id.toString(36)}-${db.keys.hash("token", `unfollow|${id}`)}`;

/** The follower whom a stop token names, or null. */
export async function followerOfToken(db: Db, token: string): Promise<Follower | null> {
  const id = Number.parseInt(/^([0-9a-z]{1,11})-[0-9a-f]{64}$/.exec(token)?.[1] ?? "", 36);
  if (!Number.isSafeInteger(id)) return null;
  const right = timingSafeEqual(
    Buffer.from(token),
    Buffer.from(stopToken(db, id).padEnd(token.length).slice(0, token.length)),
  );
  return right ? findFollowerById(db, id) : null;
}

/**
 * What a follower sees of the case: its public projection, or that of the case
 * under which it goes on in public; null while nothing of it is public.
 */
export async function followedCase(db: Db, { caseId }: Pick<Follower, "caseId">): Promise<Publication | null> {
  const own = await publicationOfCase(db, caseId);
  if (own) return own;
  const leadId = await publicLeadId(db, caseId);
  return leadId === null ? null : publicationOfCase(db, leadId);
}
