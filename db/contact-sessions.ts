import { randomBytes } from "node:crypto";
import { and, eq, isNull, lt } from "drizzle-orm";
import type { ContactRow } from "./contacts.ts";
import type { Tables } from "./schema.ts";
import { ABSOLUTE_MS, IDLE_MS } from "./sessions.ts";
import type { Db, Tx } from "./store.server.ts";

/** The sessions of people who came in by a mailed link. They end as those of the offices do. */
export type ContactSession = Tables["contactSessions"]["$inferSelect"];

const RENEW_MS = 60_000;

/** Opens a session and returns its secret id of 256 bits; only the keyed hash is stored. */
export async function insertContactSession(tx: Tx, contactId: number, now: Date): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  await tx.insert(tx.tables.contactSessions).values({ idHash: hashOf(tx, id), contactId, createdAt: now, seenAt: now });
  return id;
}

/** Whose session it is; null when it is unknown, idle, over, or the account was erased. */
export async function findContactSession(
  db: Db,
  id: string,
  now: Date,
): Promise<{ contact: ContactRow; session: ContactSession; renew: boolean } | null> {
  const { contactSessions, contacts } = db.tables;
  const [found] = await db
    .select({ session: contactSessions, contact: contacts })
    .from(contactSessions)
    .innerJoin(contacts, eq(contacts.id, contactSessions.contactId))
    .where(and(eq(contactSessions.idHash, hashOf(db, id)), isNull(contacts.erasedAt)));
  if (!found) return null;
  const idle = now.getTime() - found.session.seenAt.getTime();
  const age = now.getTime() - found.session.createdAt.getTime();
  if (idle >= IDLE_MS || age >= ABSOLUTE_MS) return null;
  return { ...found, renew: idle >= RENEW_MS };
}

export async function markContactSeen(tx: Tx, session: ContactSession, now: Date): Promise<void> {
  const { contactSessions } = tx.tables;
  await tx.update(contactSessions).set({ seenAt: now }).where(eq(contactSessions.idHash, session.idHash));
}

export async function deleteContactSession(tx: Tx, id: string): Promise<void> {
  const { contactSessions } = tx.tables;
  await tx.delete(contactSessions).where(eq(contactSessions.idHash, hashOf(tx, id)));
}

export async function deleteContactSessionsOf(tx: Tx, contactId: number): Promise<void> {
  const { contactSessions } = tx.tables;
  await tx.delete(contactSessions).where(eq(contactSessions.contactId, contactId));
}

/** Removes sessions that are over. */
export async function forgetContactSessions(tx: Tx, now: Date): Promise<void> {
  const { contactSessions } = tx.tables;
  await tx.delete(contactSessions).where(lt(contactSessions.createdAt, new Date(now.getTime() - ABSOLUTE_MS)));
}

const hashOf = (db: Db, id: string): string => db.keys.hash("session", `contact|${id}`);
