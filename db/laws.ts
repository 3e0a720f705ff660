import { and, asc, desc, eq, gt, inArray, lt, or } from "drizzle-orm";
import type { LegalDocument } from "../app/domain/legal-tokens.ts";
import { documentKey, nameKeyOf } from "../app/domain/legal-wording.ts";
import { type Agency, agencyNames, successorOf } from "./agencies.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Law = Tables["laws"]["$inferSelect"];

/** The documents with these keys (as `documentKey` makes them), by key; what the portal does not know is missing. */
export async function findLaws(db: Db, keys: readonly string[]): Promise<Map<string, Law>> {
  const wanted = [...new Set(keys)].filter((key) => key !== "");
  if (wanted.length === 0) return new Map();
  const { laws } = db.tables;
  const rows = await db.select().from(laws).where(inArray(laws.key, wanted));
  return new Map(rows.map((row) => [row.key, row]));
}

/**
 * What the portal knows of documents as letters name them, by `documentKey`.
 * One that is called by its name without a year is the one that came into force
 * last; "Luật Đất đai 2013" is the one of that year.
 */
export async function knownLaws(db: Db, documents: readonly LegalDocument[]): Promise<Map<string, Law>> {
  const known = await findLaws(db, documents.map(documentKey));
  const named = documents.filter((document) => !known.has(documentKey(document)) && document.name !== null);
  if (named.length === 0) return known;
  const { laws } = db.tables;
  const rows = await db
    .select()
    .from(laws)
    .where(inArray(laws.nameKey, [...new Set(named.map(nameKeyOf))]))
    .orderBy(desc(laws.validFrom));
  for (const document of named) {
    const law = rows.find(
      (row) => row.nameKey === nameKeyOf(document) && (document.year === null || document.year === row.year),
    );
    if (law) known.set(documentKey(document), law);
  }
  return known;
}

/** Every document the portal knows, by number. A list that people keep by hand: hundreds. */
export async function listLaws(db: Db, limit = 2000): Promise<Law[]> {
  const { laws } = db.tables;
  return db.select().from(laws).orderBy(asc(laws.year), asc(laws.key)).limit(limit);
}

/** One page of the documents, the latest to come into force first. */
export async function listLawsPage(
  db: Db,
  cursor: string | null,
  limit = 50,
): Promise<{ items: Law[]; nextCursor: string | null }> {
  const { laws } = db.tables;
  const [, day, key] = /^(\d{4}-\d{2}-\d{2})\.(.{1,200})$/.exec(cursor ?? "") ?? [];
  const beyond =
    day === undefined || key === undefined
      ? undefined
      : or(lt(laws.validFrom, day), and(eq(laws.validFrom, day), gt(laws.key, key)));
  const found = await db
    .select()
    .from(laws)
    .where(beyond)
    .orderBy(desc(laws.validFrom), asc(laws.key))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? `${last.validFrom}.${last.key}` : null };
}

/** Stores a document; null when one with its number is known already. */
export async function insertLaw(tx: Tx, law: Tables["laws"]["$inferInsert"]): Promise<Law | null> {
  const [row] = await tx.insert(tx.tables.laws).values(law).onConflictDoNothing().returning();
  return row ?? null;
}

/** Writes changes to a document whose version is still the one that was read. Null when somebody was faster. */
export async function updateLaw(tx: Tx, row: Law, changes: Partial<Law>): Promise<Law | null> {
  const { laws } = tx.tables;
  const [updated] = await tx
    .update(laws)
    .set({ ...changes, version: row.version + 1 })
    .where(and(eq(laws.key, row.key), eq(laws.version, row.version)))
    .returning();
  return updated ?? null;
}

/**
 * The agencies in charge of documents on a day, by the drafter that the document
 * names: the one that took over its work where it has ended; missing where nobody did.
 */
export async function draftersOf(
  db: Db,
  laws: readonly Pick<Law, "drafterId">[],
  day: string,
): Promise<Map<number, Agency>> {
  const named = await agencyNames(
    db,
    laws.map(({ drafterId }) => drafterId),
  );
  const found = new Map<number, Agency>();
  for (const [id, agency] of named) {
    const today = await successorOf(db, agency, day);
    if (today) found.set(id, today);
  }
  return found;
}

/** The agency in charge of one document on a day; null where nobody is. */
export async function drafterOf(db: Db, law: Pick<Law, "drafterId">, day: string): Promise<Agency | null> {
  return (await draftersOf(db, [law], day)).get(law.drafterId ?? 0) ?? null;
}
