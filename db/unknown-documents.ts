import { and, desc, eq, lt, ne } from "drizzle-orm";
import type { LegalDocument } from "../app/domain/legal-tokens.ts";
import { documentKey, nameKeyOf } from "../app/domain/legal-wording.ts";
import type { UnknownState } from "../app/domain/register.ts";
import type { Law } from "./laws.ts";
import { askForCases } from "./register.ts";
import { lawsMeant } from "./register-documents.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type UnknownDocument = Tables["unknownDocuments"]["$inferSelect"];

/** Puts the documents that the portal does not know before people who can say what they are. */
export async function noteUnknown(
  tx: Tx,
  documents: readonly LegalDocument[],
  receivedOn: string,
  now: Date,
): Promise<void> {
  if (documents.length === 0) return;
  const known = await lawsMeant(tx, documents, receivedOn);
  const { unknownDocuments } = tx.tables;
  for (const document of documents) {
    const key = documentKey(document);
    if (key === "" || known.has(key)) continue;
    const { type, number, year, symbol, name } = document;
    await tx
      .insert(unknownDocuments)
      .values({ key, type, number, year, symbol, name, state: "open", firstAt: now, version: 1 })
      .onConflictDoNothing();
  }
}

export async function findUnknown(db: Db, id: number): Promise<UnknownDocument | null> {
  const { unknownDocuments } = db.tables;
  const [row] = await db.select().from(unknownDocuments).where(eq(unknownDocuments.id, id));
  return row ?? null;
}

/** One page of the documents in a state, the newest first. */
export async function listUnknown(
  db: Db,
  state: UnknownState,
  before: number | null,
  limit = 20,
): Promise<{ items: UnknownDocument[]; next: number | null }> {
  const { unknownDocuments } = db.tables;
  const older = before === null ? undefined : lt(unknownDocuments.id, before);
  const found = await db
    .select()
    .from(unknownDocuments)
    .where(and(eq(unknownDocuments.state, state), older))
    .orderBy(desc(unknownDocuments.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Writes a decision on a document whose version is still the one that was read. Null when somebody was faster. */
export async function updateUnknown(
  tx: Tx,
  row: UnknownDocument,
  changes: Partial<UnknownDocument>,
): Promise<UnknownDocument | null> {
  const { unknownDocuments } = tx.tables;
  const [updated] = await tx
    .update(unknownDocuments)
    .set({ ...changes, version: row.version + 1 })
    .where(and(eq(unknownDocuments.id, row.id), eq(unknownDocuments.version, row.version)))
    .returning();
  return updated ?? null;
}

/** The keys under which people may have named a document. */
export function keysOfLaw(law: Law): string[] {
  const named = law.name === null ? [] : [nameKeyOf(law), documentKey({ ...law, number: null, symbol: null })];
  return [law.key, documentKey({ ...law, symbol: null, name: null }), ...named];
}

/** A document that has become known: nobody needs to say any more what it is, and its cases come into the register. */
export async function documentKnown(tx: Tx, law: Law, now: Date): Promise<void> {
  const { unknownDocuments } = tx.tables;
  const keys = keysOfLaw(law);
  await tx
    .update(unknownDocuments)
    .set({ state: "mapped", lawKey: law.key, decidedAt: now })
    .where(and(eq(unknownDocuments.key, law.key), ne(unknownDocuments.state, "mapped")));
  await askForCases(tx, keys);
}
