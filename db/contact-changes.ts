import { and, desc, eq, gt, lt } from "drizzle-orm";
import { linkLifeMs, type LinkPurpose } from "../app/domain/identity.ts";
import { findContact, openAddress } from "./contacts.ts";
import { addressIndex } from "./reporters.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/** A change of address on its way: it takes place once the old address has approved it and the new one has confirmed. */
export type ContactChange = Tables["contactChanges"]["$inferSelect"];

const owner = (contactId: number): string => `contact-change|${contactId}`;

export async function insertChange(tx: Tx, contactId: number, email: string, now: Date): Promise<ContactChange> {
  const { contactChanges } = tx.tables;
  const wrappedKey = tx.keys.newDataKey(owner(contactId));
  const [row] = await tx
    .insert(contactChanges)
    .values({
      contactId,
      wrappedKey,
      email: tx.keys.seal(wrappedKey, owner(contactId), "email", email),
      emailIndex: addressIndex(tx, email),
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkLifeMs["new-address"]),
    })
    .returning();
  if (!row) throw new Error("a change of address was not stored");
  return row;
}

export async function findChange(db: Db, id: number): Promise<ContactChange | null> {
  const { contactChanges } = db.tables;
  const [row] = await db.select().from(contactChanges).where(eq(contactChanges.id, id));
  return row ?? null;
}

/** The change that a contact has begun and not finished, or null. */
export async function openChangeOf(db: Db, contactId: number, now: Date): Promise<ContactChange | null> {
  const { contactChanges } = db.tables;
  const [row] = await db
    .select()
    .from(contactChanges)
    .where(and(eq(contactChanges.contactId, contactId), gt(contactChanges.expiresAt, now)))
    .orderBy(desc(contactChanges.id))
    .limit(1);
  return row ?? null;
}

/** The new address of a change. */
export const newAddressOf = (db: Db, change: ContactChange): string =>
  db.keys.open(change.wrappedKey, owner(change.contactId), "email", change.email);

/** The address to which a link of a change goes: the one in use, or the one to come. */
export async function openChangeAddress(db: Db, changeId: number, purpose: LinkPurpose): Promise<string | null> {
  const change = await findChange(db, changeId);
  if (!change) return null;
  if (purpose === "new-address") return newAddressOf(db, change);
  const contact = await findContact(db, change.contactId);
  return contact && openAddress(db, contact);
}

/** Notes that one of the two addresses has agreed; returns the change as it is then. */
export async function agreeToChange(
  tx: Tx,
  id: number,
  which: "approvedAt" | "confirmedAt",
  now: Date,
): Promise<ContactChange | null> {
  const { contactChanges } = tx.tables;
  const set = which === "approvedAt" ? { approvedAt: now } : { confirmedAt: now };
  const [row] = await tx.update(contactChanges).set(set).where(eq(contactChanges.id, id)).returning();
  return row ?? null;
}

/** The changes of a contact, over or not; ids, for whoever takes them away. */
export async function changesOf(db: Db, contactId: number): Promise<number[]> {
  const { contactChanges } = db.tables;
  const rows = await db
    .select({ id: contactChanges.id })
    .from(contactChanges)
    .where(eq(contactChanges.contactId, contactId));
  return rows.map(({ id }) => id);
}

/** Ids of changes whose time is over. */
export async function lapsedChanges(db: Db, now: Date): Promise<number[]> {
  const { contactChanges } = db.tables;
  const rows = await db
    .select({ id: contactChanges.id })
    .from(contactChanges)
    .where(lt(contactChanges.expiresAt, now))
    .limit(500);
  return rows.map(({ id }) => id);
}

/** Removes a change, whose links are gone already. */
export async function deleteChange(tx: Tx, id: number): Promise<void> {
  const { contactChanges } = tx.tables;
  await tx.delete(contactChanges).where(eq(contactChanges.id, id));
}
