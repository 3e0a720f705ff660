import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { type Kind, kinds } from "../app/domain/case-kind.ts";
import type { Db, Tx } from "./store.server.ts";

/**
 * What a form session keeps on the server: the draft of a submission, and for a
 * day the receipt of the last one. Both are sealed, each with a key of its own;
 * the session's token is known to the browser alone.
 */
const DRAFT_DAYS = 14;
const RECEIPT_DAYS = 1;
const DAY_MS = 24 * 3600 * 1000;

const draftShape = z.object({
  kind: z.enum(kinds),
  /** The idempotency key of the submission that this draft becomes. */
  key: z.string(),
  /** When its first page was shown. */
  startedAt: z.coerce.date(),
  /** A field that people do not see was filled in. */
  trapped: z.boolean(),
  /** As typed. */
  answers: z.record(z.string(), z.string()),
});
export type Draft = z.infer<typeof draftShape>;

const receiptShape = z.object({
  kind: z.enum(kinds),
  key: z.string(),
  code: z.string(),
  secret: z.string().nullable(),
  receivedAt: z.coerce.date(),
  dueAt: z.coerce.date(),
  triageDueAt: z.coerce.date(),
  /** The sender gave an e-mail address, so mail is on its way. */
  mailed: z.boolean(),
});
export type StoredReceipt = z.infer<typeof receiptShape>;

type Slot = "draft" | "receipt";

/** A fresh, empty draft. */
export function newDraft(kind: Kind, startedAt: Date): Draft {
  return { kind, key: randomBytes(16).toString("base64url"), startedAt, trapped: false, answers: {} };
}

/** The session's draft; null when there is none, when it is too old, or when it cannot be opened. */
export async function findDraft(db: Db, token: string, now: Date): Promise<Draft | null> {
  const found = draftShape.safeParse(await openSlot(db, "draft", token, now));
  return found.success ? found.data : null;
}

/** Stores the session's draft and gives it another fourteen days. */
export async function saveDraft(tx: Tx, token: string, draft: Draft, now: Date): Promise<void> {
  await sealSlot(tx, "draft", token, draft.kind, draft, DRAFT_DAYS, now);
}

/** Erases the session's draft: the row goes, and with it the key to what was typed. */
export async function deleteDraft(tx: Tx, token: string): Promise<void> {
  const { drafts } = tx.tables;
  await tx.delete(drafts).where(eq(drafts.tokenHash, slotHash(tx, "draft", token)));
}

/** The receipt of the session's last submission, for a day. */
export async function findReceipt(db: Db, token: string, now: Date): Promise<StoredReceipt | null> {
  const found = receiptShape.safeParse(await openSlot(db, "receipt", token, now));
  return found.success ? found.data : null;
}

export async function saveReceipt(tx: Tx, token: string, receipt: StoredReceipt, now: Date): Promise<void> {
  await sealSlot(tx, "receipt", token, receipt.kind, receipt, RECEIPT_DAYS, now);
}

const slotHash = (db: Db, slot: Slot, token: string): string => db.keys.hash("form", `${slot}|${token}`);

async function openSlot(db: Db, slot: Slot, token: string, now: Date): Promise<unknown> {
  const { drafts } = db.tables;
  const tokenHash = slotHash(db, slot, token);
  const [row] = await db.select().from(drafts).where(eq(drafts.tokenHash, tokenHash));
  if (!row || row.expiresAt <= now) return null;
  try {
    return JSON.parse(db.keys.open(row.wrappedKey, `draft|${tokenHash}`, slot, row.answers));
  } catch {
    // Altered, or sealed with a key that is gone: as good as no draft.
    return null;
  }
}

async function sealSlot(tx: Tx, slot: Slot, token: string, kind: Kind, value: object, days: number, now: Date) {
  const { drafts } = tx.tables;
  const tokenHash = slotHash(tx, slot, token);
  const owner = `draft|${tokenHash}`;
  const wrappedKey = tx.keys.newDataKey(owner);
  const answers = tx.keys.seal(wrappedKey, owner, slot, JSON.stringify(value));
  const set = { kind, wrappedKey, answers, updatedAt: now, expiresAt: new Date(now.getTime() + days * DAY_MS) };
  await tx
    .insert(drafts)
    .values({ ...set, tokenHash, createdAt: now })
    .onConflictDoUpdate({ target: drafts.tokenHash, set });
}
