import { randomBytes } from "node:crypto";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Lang } from "../app/domain/case-kind.ts";
import type { CoAuthorState } from "../app/domain/co-authors.ts";
import { makeSecret, readSecret } from "../app/domain/secret.ts";
import { insertRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/**
 * Whom the writer of a draft invited to be its co-authors. Names, addresses and
 * the code of the invitation are sealed; the code is found by its keyed hash.
 */
const bodyShape = z.object({
  /** As the lead author wrote it. */
  name: z.string(),
  email: z.string().nullable(),
  /** As they wrote it themselves with their answer. */
  ownName: z.string().nullable(),
  code: z.string(),
});
type Body = z.infer<typeof bodyShape>;
type Row = Tables["coAuthors"]["$inferSelect"];

export interface CoAuthor extends Body {
  readonly id: number;
  readonly draftId: number;
  readonly state: CoAuthorState;
  readonly share: number;
  readonly lang: Lang;
  readonly invitedAt: Date;
  readonly answeredAt: Date | null;
}

const hashOf = (db: Db, code: string): string => db.keys.hash("token", `co-author|${readSecret(code) ?? ""}`);
const owner = (codeHash: string): string => `co-author|${codeHash}`;

function sealed(db: Db, codeHash: string, body: Body): Pick<Row, "wrappedKey" | "body"> {
  const wrappedKey = db.keys.newDataKey(owner(codeHash));
  return { wrappedKey, body: db.keys.seal(wrappedKey, owner(codeHash), "body", JSON.stringify(body)) };
}

function opened(db: Db, row: Row): CoAuthor {
  const { id, draftId, state, share, lang, invitedAt, answeredAt } = row;
  const body = bodyShape.parse(JSON.parse(db.keys.open(row.wrappedKey, owner(row.codeHash), "body", row.body)));
  return { ...body, id, draftId, state, share, lang, invitedAt, answeredAt };
}

interface NewCoAuthor {
  readonly name: string;
  readonly email: string | null;
  readonly share: number;
  readonly lang: Lang;
}

/** Stores an invitation with a fresh code of 130 bits. */
export async function insertCoAuthor(tx: Tx, draftId: number, given: NewCoAuthor, now: Date): Promise<CoAuthor> {
  const code = makeSecret(randomBytes(26));
  const codeHash = hashOf(tx, code);
  const body = { name: given.name, email: given.email, ownName: null, code };
  const life = { draftId, codeHash, state: "invited" as const, share: given.share, lang: given.lang, invitedAt: now };
  const { id } = await insertRow(tx, "coAuthors", { ...life, ...sealed(tx, codeHash, body) });
  return { ...body, ...life, id, answeredAt: null };
}

/** The co-authors of a draft in the order of invitation. */
export async function listCoAuthors(db: Db, draftId: number): Promise<CoAuthor[]> {
  const { coAuthors } = db.tables;
  const rows = await db.select().from(coAuthors).where(eq(coAuthors.draftId, draftId)).orderBy(asc(coAuthors.id));
  return rows.map((row) => opened(db, row));
}

/** The invitation that a typed code opens, or null. Its draft may have ended: whoever calls asks for it. */
export async function findCoAuthorByCode(db: Db, typed: string): Promise<CoAuthor | null> {
  if (readSecret(typed.slice(0, 120)) === null) return null;
  const { coAuthors } = db.tables;
  const [row] = await db
    .select()
    .from(coAuthors)
    .where(eq(coAuthors.codeHash, hashOf(db, typed.slice(0, 120))));
  return row ? opened(db, row) : null;
}

/** An invitation as the mail job needs it: where it goes, with which code. Null once it was withdrawn or its draft is gone. */
export async function findCoAuthor(db: Db, id: number): Promise<CoAuthor | null> {
  const { coAuthors } = db.tables;
  const [row] = await db.select().from(coAuthors).where(eq(coAuthors.id, id));
  return row ? opened(db, row) : null;
}

/** Notes what an invited person said, under their own name. */
export async function noteAnswer(
  tx: Tx,
  coAuthor: CoAuthor,
  state: "accepted" | "declined",
  ownName: string,
  now: Date,
): Promise<void> {
  const { coAuthors } = tx.tables;
  const { name, email, code } = coAuthor;
  await tx
    .update(coAuthors)
    .set({ state, answeredAt: now, ...sealed(tx, hashOf(tx, code), { name, email, code, ownName }) })
    .where(eq(coAuthors.id, coAuthor.id));
}

/** Withdraws an invitation or an acceptance; true when there was one. */
export async function deleteCoAuthor(tx: Tx, draftId: number, id: number): Promise<boolean> {
  const { coAuthors } = tx.tables;
  const gone = await tx
    .delete(coAuthors)
    .where(and(eq(coAuthors.id, id), eq(coAuthors.draftId, draftId)))
    .returning({ id: coAuthors.id });
  if (gone.length > 0) await dropInvitations(tx, [id]);
  return gone.length > 0;
}

/** Erases everybody who was invited to a draft, with the mails that have not gone. */
export async function deleteCoAuthorsOf(tx: Tx, draftIds: readonly number[]): Promise<void> {
  if (draftIds.length === 0) return;
  const { coAuthors } = tx.tables;
  const gone = await tx
    .delete(coAuthors)
    .where(inArray(coAuthors.draftId, [...draftIds]))
    .returning({ id: coAuthors.id });
  await dropInvitations(
    tx,
    gone.map(({ id }) => id),
  );
}

async function dropInvitations(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const { outbox } = tx.tables;
  const waiting = inArray(outbox.state, ["queued", "stuck"]);
  await tx.delete(outbox).where(and(eq(outbox.recipient, "co-author"), inArray(outbox.recipientId, [...ids]), waiting));
}
