import { and, eq, isNull } from "drizzle-orm";
import type { Lang } from "../app/domain/case-kind.ts";
import { addressIndex, reporterIndex } from "./reporters.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/**
 * Confirmed addresses and what their owners wish. The address is sealed with a
 * key of its own, so that forgetting the key (erasure) leaves nothing readable.
 */
export type ContactRow = Tables["contacts"]["$inferSelect"];

const owner = (id: number): string => `contact|${id}`;

export async function findContact(db: Db, id: number): Promise<ContactRow | null> {
  const { contacts } = db.tables;
  const [row] = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, id), isNull(contacts.erasedAt)));
  return row ?? null;
}

/** The contact with this address (by its keyed hash), or null while nobody has confirmed it. */
export async function findContactByIndex(db: Db, emailIndex: string): Promise<ContactRow | null> {
  const { contacts } = db.tables;
  const [row] = await db.select().from(contacts).where(eq(contacts.emailIndex, emailIndex));
  return row ?? null;
}

/** How the address that a case was sent with stands. */
export async function addressState(db: Db, caseId: number): Promise<"none" | "unconfirmed" | "confirmed"> {
  const emailIndex = await reporterIndex(db, caseId);
  if (emailIndex === null) return "none";
  return (await findContactByIndex(db, emailIndex)) ? "confirmed" : "unconfirmed";
}

/** Stores a confirmed address; `isNew` is false when it was confirmed before. */
export async function ensureContact(
  tx: Tx,
  email: string,
  lang: Lang,
  now: Date,
): Promise<{ row: ContactRow; isNew: boolean }> {
  const { contacts } = tx.tables;
  const emailIndex = addressIndex(tx, email);
  const empty = { emailIndex, wrappedKey: "", lang, wish: "every-step" as const, confirmedAt: now, version: 1 };
  const [made] = await tx
    .insert(contacts)
    .values(empty)
    .onConflictDoNothing({ target: contacts.emailIndex })
    .returning();
  if (made) return { row: await sealAddress(tx, made.id, email), isNew: true };
  const known = await findContactByIndex(tx, emailIndex);
  if (!known) throw new Error("a contact was neither stored nor found");
  return { row: known, isNew: false };
}

async function sealAddress(tx: Tx, id: number, email: string): Promise<ContactRow> {
  const { contacts } = tx.tables;
  const [row] = await tx
    .update(contacts)
    .set(sealedAddress(tx, id, email))
    .where(eq(contacts.id, id))
    .returning();
  if (!row) throw new Error("a contact was not stored");
  return row;
}

/** An address as the columns of a contact hold it, under a fresh key. */
export function sealedAddress(
  tx: Tx,
  id: number,
  email: string,
): Pick<ContactRow, "emailIndex" | "wrappedKey" | "email"> {
  const wrappedKey = tx.keys.newDataKey(owner(id));
  return {
    emailIndex: addressIndex(tx, email),
    wrappedKey,
    email: tx.keys.seal(wrappedKey, owner(id), "email", email),
  };
}

/** The address itself: for its owner and for the mail job. */
export function openAddress(db: Db, row: ContactRow): string {
  if (row.email === null) throw new Error("an erased contact has no address");
  return db.keys.open(row.wrappedKey, owner(row.id), "email", row.email);
}

/** Writes changes to a contact whose version is still the one that was read. Null when somebody was faster. */
export async function updateContact(tx: Tx, row: ContactRow, changes: Partial<ContactRow>): Promise<ContactRow | null> {
  const { contacts } = tx.tables;
  const [updated] = await tx
    .update(contacts)
    .set({ ...changes, version: row.version + 1 })
    .where(and(eq(contacts.id, row.id), eq(contacts.version, row.version)))
    .returning();
  return updated ?? null;
}
