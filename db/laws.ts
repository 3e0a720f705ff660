import { asc, desc, inArray } from "drizzle-orm";
import type { LegalDocument } from "../app/domain/legal-tokens.ts";
import { documentKey } from "../app/domain/legal-wording.ts";
import type { Tables } from "./schema.ts";
import type { Db } from "./store.server.ts";

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

const nameKeyOf = (document: LegalDocument): string =>
  documentKey({ ...document, number: null, year: null, symbol: null });

/** Every document the portal knows, by number. A list that people keep by hand: hundreds. */
export async function listLaws(db: Db, limit = 2000): Promise<Law[]> {
  const { laws } = db.tables;
  return db.select().from(laws).orderBy(asc(laws.year), asc(laws.key)).limit(limit);
}
