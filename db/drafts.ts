import { randomBytes } from "node:crypto";
import { and, count, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { type Kind, kinds } from "../app/domain/case-kind.ts";
import type { DraftRole } from "../app/domain/draft-roles.ts";
import { makeSecret, readSecret } from "../app/domain/secret.ts";
import { deleteCoAuthorsOf } from "./co-authors.ts";
import { addRow, insertRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/**
 * Submissions being written. A draft is sealed with a key of its own and opened
 * by whoever holds one of its keys: the cookie of a form session, or its resume
 * code typed on another device.
 */
const DAY_MS = 24 * 3600 * 1000;
/** Days a draft lives after its last change: an initiative takes weeks to write. */
const DAYS: Record<Kind, number> = { feedback: 14, proposal: 14, barrier: 90, initiative: 90 };

const bodyShape = z.object({
  /** The idempotency key of the submission that this draft becomes. */
  key: z.string(),
  /** When its first page was shown. */
  startedAt: z.coerce.date(),
  /** A field that people do not see was filled in. */
  trapped: z.boolean(),
  /** As typed. */
  answers: z.record(z.string(), z.string()),
  /** The names of those with whom it is shared, by number; empty for one whose key was taken back. */
  members: z.record(z.string(), z.string()).default({}),
});

export interface Draft extends z.infer<typeof bodyShape> {
  readonly kind: Kind;
}
export interface StoredDraft extends Draft {
  readonly id: number;
  /** Counts the changes. */
  readonly version: number;
  readonly expiresAt: Date;
  /** What the key that opened it allows. */
  readonly role: DraftRole;
  /** Whose key it was; null for the writer's own. */
  readonly member: number | null;
}
type Row = Tables["drafts"]["$inferSelect"];

/** A fresh, empty draft. */
export function newDraft(kind: Kind, startedAt: Date): Draft {
  return { kind, key: randomBytes(16).toString("base64url"), startedAt, trapped: false, answers: {}, members: {} };
}

/** How long a draft of a kind is kept after its last change, in days. */
export const draftDays = (kind: Kind): number => DAYS[kind];

const sessionHash = (db: Db, token: string): string => db.keys.hash("form", `draft|${token}`);
const codeHash = (db: Db, code: string): string => db.keys.hash("form", `resume|${code}`);

/** The session's draft; null when there is none, when it is too old, or when it cannot be opened. */
export async function findDraft(db: Db, token: string, now: Date): Promise<StoredDraft | null> {
  return findByKey(db, sessionHash(db, token), now);
}

/** A draft by its row, for whoever came by another way than one of its keys. */
export async function findDraftById(db: Db, id: number, now: Date): Promise<StoredDraft | null> {
  const { drafts } = db.tables;
  const [row] = await db.select().from(drafts).where(eq(drafts.id, id));
  return row && row.expiresAt > now ? opened(db, row, OWN) : null;
}

async function findByKey(db: Db, keyHash: string, now: Date): Promise<StoredDraft | null> {
  const { drafts, draftKeys } = db.tables;
  const [found] = await db
    .select({ draft: drafts, role: draftKeys.role, member: draftKeys.member })
    .from(draftKeys)
    .innerJoin(drafts, eq(drafts.id, draftKeys.draftId))
    .where(eq(draftKeys.keyHash, keyHash));
  return found && found.draft.expiresAt > now ? opened(db, found.draft, found) : null;
}

const ownerOf = (id: number): string => `draft|${id}`;

type Key = Pick<StoredDraft, "role" | "member">;
const OWN: Key = { role: "send", member: null };

function opened(db: Db, row: Row, { role, member }: Key): StoredDraft | null {
  try {
    const body = bodyShape.safeParse(JSON.parse(db.keys.open(row.wrappedKey, ownerOf(row.id), "body", row.body)));
    if (!body.success || !kinds.includes(row.kind)) return null;
    return { ...body.data, kind: row.kind, id: row.id, version: row.version, expiresAt: row.expiresAt, role, member };
  } catch {
    // Altered, moved from another row, or sealed with a key that is gone: as good as no draft.
    return null;
  }
}

function sealed(tx: Tx, id: number, draft: Draft): { wrappedKey: string; body: string } {
  const { key, startedAt, trapped, answers, members } = draft;
  const wrappedKey = tx.keys.newDataKey(ownerOf(id));
  return {
    wrappedKey,
    body: tx.keys.seal(wrappedKey, ownerOf(id), "body", JSON.stringify({ key, startedAt, trapped, answers, members })),
  };
}

const expiry = (kind: Kind, now: Date): Date => new Date(now.getTime() + DAYS[kind] * DAY_MS);

/** Stores a draft for a session that has none. */
export async function insertDraft(tx: Tx, token: string, draft: Draft, now: Date): Promise<StoredDraft> {
  await forgetKey(tx, sessionHash(tx, token));
  const life = { kind: draft.kind, version: 1, createdAt: now, updatedAt: now, expiresAt: expiry(draft.kind, now) };
  const { id } = await insertRow(tx, "drafts", { ...life, wrappedKey: "", body: "" });
  await tx
    .update(tx.tables.drafts)
    .set(sealed(tx, id, draft))
    .where(eq(tx.tables.drafts.id, id));
  await addRow(tx, "draftKeys", { keyHash: sessionHash(tx, token), draftId: id, holder: "session", createdAt: now });
  return { ...draft, id, version: 1, expiresAt: life.expiresAt, ...OWN };
}

/** Stores a changed draft and lets it live on from now. Whoever calls has read it in the same transaction. */
export async function updateDraft(tx: Tx, draft: StoredDraft, now: Date): Promise<StoredDraft> {
  const { drafts } = tx.tables;
  const next = { ...draft, version: draft.version + 1, expiresAt: expiry(draft.kind, now) };
  const { kind, version, expiresAt } = next;
  await tx
    .update(drafts)
    .set({ ...sealed(tx, draft.id, next), kind, version, expiresAt, updatedAt: now })
    .where(eq(drafts.id, draft.id));
  return next;
}

/** Erases a draft with everything that opens it: the row goes, and with it the key to what was typed. */
export async function deleteDraft(tx: Tx, id: number): Promise<void> {
  const { drafts, draftKeys } = tx.tables;
  await deleteCoAuthorsOf(tx, [id]);
  await tx.delete(draftKeys).where(eq(draftKeys.draftId, id));
  await tx.delete(drafts).where(eq(drafts.id, id));
}

/** Takes a draft from a session; whoever else holds a key keeps it. Without any key left it is erased, and true returned. */
export async function leaveDraft(tx: Tx, token: string): Promise<boolean> {
  return forgetKey(tx, sessionHash(tx, token));
}

async function forgetKey(tx: Tx, keyHash: string): Promise<boolean> {
  const { draftKeys } = tx.tables;
  const [gone] = await tx.delete(draftKeys).where(eq(draftKeys.keyHash, keyHash)).returning();
  if (!gone) return false;
  const [left] = await tx.select({ n: count() }).from(draftKeys).where(eq(draftKeys.draftId, gone.draftId));
  if (left?.n !== 0) return false;
  await deleteDraft(tx, gone.draftId);
  return true;
}

/** The code by which a draft is opened on another device: the same each time it is shown. Each colleague has one of their own. */
export function resumeCodeOf(db: Db, draft: Pick<StoredDraft, "key" | "member">): string {
  const whose = draft.member === null ? "" : `|${draft.member}`;
  return makeSecret(Buffer.from(db.keys.hash("token", `resume|${draft.key}${whose}`), "hex"));
}

/** The keyed hash under which the code of a draft's writer or of one colleague is kept. */
export function codeKeyOf(db: Db, draft: Pick<StoredDraft, "key" | "member">): string {
  return codeHash(db, readSecret(resumeCodeOf(db, draft)) ?? "");
}

/**
 * Makes others who change the session's draft wait until this transaction ends,
 * so that nobody's words are written over unread.
 */
export async function holdDraft(tx: Tx, token: string): Promise<void> {
  const { drafts, draftKeys } = tx.tables;
  const mine = tx
    .select({ id: draftKeys.draftId })
    .from(draftKeys)
    .where(eq(draftKeys.keyHash, sessionHash(tx, token)));
  await tx
    .update(drafts)
    .set({ version: sql`${drafts.version}` })
    .where(inArray(drafts.id, mine));
}

/** Lets the resume code open the draft. */
export async function allowResume(tx: Tx, draft: StoredDraft, now: Date): Promise<void> {
  const { draftKeys } = tx.tables;
  await tx
    .insert(draftKeys)
    .values({ keyHash: codeKeyOf(tx, draft), draftId: draft.id, holder: "code", createdAt: now })
    .onConflictDoNothing();
}

/** The draft that a typed resume code opens, or null. */
export async function findDraftByCode(db: Db, typed: string, now: Date): Promise<StoredDraft | null> {
  const code = readSecret(typed.slice(0, 120));
  return code === null ? null : findByKey(db, codeHash(db, code), now);
}

/** Opens a draft in one more form session, in the place of the one it had. */
export async function joinDraft(tx: Tx, token: string, draft: StoredDraft, now: Date): Promise<void> {
  const keyHash = sessionHash(tx, token);
  const { draftKeys } = tx.tables;
  const [known] = await tx
    .select({ draftId: draftKeys.draftId })
    .from(draftKeys)
    .where(and(eq(draftKeys.keyHash, keyHash), eq(draftKeys.draftId, draft.id)));
  if (known) return;
  await forgetKey(tx, keyHash);
  const { role, member } = draft;
  await addRow(tx, "draftKeys", { keyHash, draftId: draft.id, holder: "session", role, member, createdAt: now });
}
