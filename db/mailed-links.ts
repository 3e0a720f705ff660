import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import type { Lang } from "../app/domain/case-kind.ts";
import { linkLifeMs, type LinkPurpose } from "../app/domain/identity.ts";
import { openChangeAddress } from "./contact-changes.ts";
import { addressIndex, openReporter } from "./reporters.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/** A link that was sent to an address. The token is made from the id of its mail under the portal's key; stored is its keyed hash. */
export type MailedLink = Tables["mailedLinks"]["$inferSelect"];

interface NewLink {
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly lang: Lang;
  /** The id of the mail that carries it. */
  readonly messageId: string;
  readonly caseId?: number;
  readonly changeId?: number;
}

/** The token of the link in a mail: every copy of the mail holds the same one, and no table holds it. */
export const tokenOfMail = (db: Db, messageId: string): string => db.keys.hash("token", `link|${messageId}`);
const hashOf = (db: Db, token: string): string => db.keys.hash("token", token);
const owner = (tokenHash: string): string => `link|${tokenHash}`;

/** Stores a link; the same mail's link again is the one that is there. Returns it. */
export async function insertLink(tx: Tx, link: NewLink, now: Date): Promise<MailedLink> {
  const { mailedLinks } = tx.tables;
  const tokenHash = hashOf(tx, tokenOfMail(tx, link.messageId));
  // The address of a case or of a change is kept with it and erased with it.
  const sealed = link.purpose === "sign-in" ? sealedEmail(tx, tokenHash, link.email) : {};
  const [made] = await tx
    .insert(mailedLinks)
    .values({
      purpose: link.purpose,
      tokenHash,
      emailIndex: addressIndex(tx, link.email),
      caseId: link.caseId ?? null,
      changeId: link.changeId ?? null,
      lang: link.lang,
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkLifeMs[link.purpose]),
      ...sealed,
    })
    .onConflictDoNothing({ target: mailedLinks.tokenHash })
    .returning();
  const row = made ?? (await findByHash(tx, tokenHash));
  if (!row) throw new Error("a link was neither stored nor found");
  return row;
}

function sealedEmail(tx: Tx, tokenHash: string, email: string): { wrappedKey: string; email: string } {
  const wrappedKey = tx.keys.newDataKey(owner(tokenHash));
  return { wrappedKey, email: tx.keys.seal(wrappedKey, owner(tokenHash), "email", email) };
}

async function findByHash(db: Db, tokenHash: string): Promise<MailedLink | null> {
  const { mailedLinks } = db.tables;
  const [row] = await db.select().from(mailedLinks).where(eq(mailedLinks.tokenHash, tokenHash));
  return row ?? null;
}

export async function findLinkById(db: Db, id: number): Promise<MailedLink | null> {
  const { mailedLinks } = db.tables;
  const [row] = await db.select().from(mailedLinks).where(eq(mailedLinks.id, id));
  return row ?? null;
}

/** True while a link can still be used. */
export const isUsable = (link: MailedLink, now: Date): boolean => link.usedAt === null && now < link.expiresAt;

/** The link of a token while it can be used, or null. Reading spends nothing. */
export async function readLink(db: Db, token: string, now: Date): Promise<MailedLink | null> {
  const row = await findByHash(db, hashOf(db, token));
  return row && isUsable(row, now) ? row : null;
}

/** Uses a link up; of several attempts at once one gets it, the others null. */
export async function spendLink(tx: Tx, token: string, now: Date): Promise<MailedLink | null> {
  const { mailedLinks } = tx.tables;
  const [row] = await tx
    .update(mailedLinks)
    .set({ usedAt: now })
    .where(and(eq(mailedLinks.tokenHash, hashOf(tx, token)), isNull(mailedLinks.usedAt)))
    .returning();
  return row && now < row.expiresAt ? row : null;
}

/** The address of a link as it is known now; null when it was erased, or changed since the link was made. */
export async function addressOfLink(db: Db, link: MailedLink): Promise<string | null> {
  const email = await knownAddress(db, link);
  return email !== null && addressIndex(db, email) === link.emailIndex ? email : null;
}

async function knownAddress(db: Db, link: MailedLink): Promise<string | null> {
  if (link.wrappedKey !== null && link.email !== null) {
    return db.keys.open(link.wrappedKey, owner(link.tokenHash), "email", link.email);
  }
  if (link.caseId !== null) return (await openReporter(db, link.caseId))?.email ?? null;
  return link.changeId === null ? null : openChangeAddress(db, link.changeId, link.purpose);
}

/** Removes every link of an address with the mails that still wait to carry one. */
export async function deleteLinksOf(tx: Tx, emailIndex: string): Promise<void> {
  const { mailedLinks } = tx.tables;
  await deleteLinks(tx, eq(mailedLinks.emailIndex, emailIndex));
}

/** Removes the links of a change of address. */
export async function deleteLinksOfChange(tx: Tx, changeId: number): Promise<void> {
  const { mailedLinks } = tx.tables;
  await deleteLinks(tx, eq(mailedLinks.changeId, changeId));
}

/** Removes the links that lead to a case. */
export async function deleteLinksOfCase(tx: Tx, caseId: number): Promise<void> {
  const { mailedLinks } = tx.tables;
  await deleteLinks(tx, eq(mailedLinks.caseId, caseId));
}

/** Removes links that are over. */
export async function forgetLinks(tx: Tx, now: Date): Promise<void> {
  const { mailedLinks } = tx.tables;
  await deleteLinks(tx, lt(mailedLinks.expiresAt, now));
}

async function deleteLinks(tx: Tx, which: ReturnType<typeof eq>): Promise<void> {
  const { mailedLinks, outbox } = tx.tables;
  const gone = await tx.delete(mailedLinks).where(which).returning({ id: mailedLinks.id });
  const ids = gone.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .delete(outbox)
    .where(
      and(eq(outbox.recipient, "link"), inArray(outbox.recipientId, ids), inArray(outbox.state, ["queued", "stuck"])),
    );
}
