import { and, desc, eq, inArray } from "drizzle-orm";
import type { LegalDocument } from "../app/domain/legal-tokens.ts";
import { documentKey, nameKeyOf } from "../app/domain/legal-wording.ts";
import { findLaws, type Law } from "./laws.ts";
import type { Db } from "./store.server.ts";

/**
 * The known documents that a case means, by `documentKey`: by number; by what
 * somebody decided of an unknown one; by name, which means the document of that
 * name that was in force when the case was received, whatever came later.
 */
export async function lawsMeant(
  db: Db,
  documents: readonly LegalDocument[],
  receivedOn: string,
): Promise<Map<string, Law>> {
  const found = await findLaws(db, documents.map(documentKey));
  const rest = () => documents.filter((document) => !found.has(documentKey(document)));
  for (const [key, law] of await mappedLaws(db, rest().map(documentKey))) found.set(key, law);
  const missing = rest();
  if (missing.length === 0) return found;
  const named = await lawsLike(db, missing);
  for (const document of missing) {
    const fitting = named.filter((law) => isMeant(law, document));
    // The latest first: of those that had begun, the one that began last; else the first to come.
    const law = fitting.find(({ validFrom }) => validFrom <= receivedOn) ?? fitting.at(-1);
    if (law) found.set(documentKey(document), law);
  }
  return found;
}

function isMeant(law: Law, document: LegalDocument): boolean {
  if (document.number === null) {
    return law.nameKey === nameKeyOf(document) && (document.year === null || document.year === law.year);
  }
  return (
    numbered(document) && law.type === document.type && law.number === document.number && law.year === document.year
  );
}

/** The National Assembly counts its laws through: their numbers need no symbol. */
function numbered({ type, symbol, year }: LegalDocument): boolean {
  return (type === "law" || type === "code") && symbol === null && year !== null;
}

async function lawsLike(db: Db, documents: readonly LegalDocument[]): Promise<Law[]> {
  const { laws } = db.tables;
  const names = documents.flatMap((one) => (one.number === null && one.name !== null ? [nameKeyOf(one)] : []));
  const byName =
    names.length === 0
      ? []
      : await db
          .select()
          .from(laws)
          .where(inArray(laws.nameKey, [...new Set(names)]))
          .orderBy(desc(laws.validFrom));
  const byNumber: Law[] = [];
  for (const { type, number, year } of documents.filter(numbered)) {
    if (type === null || number === null || year === null) continue;
    const same = and(eq(laws.number, number), eq(laws.year, year), eq(laws.type, type));
    const rows = await db.select().from(laws).where(same).limit(2);
    // Two of them: nobody knows which is meant.
    if (rows.length === 1) byNumber.push(...rows);
  }
  return [...byName, ...byNumber];
}

/** What was decided of unknown documents, by their keys. */
async function mappedLaws(db: Db, keys: readonly string[]): Promise<Map<string, Law>> {
  if (keys.length === 0) return new Map();
  const { unknownDocuments, laws } = db.tables;
  const rows = await db
    .select({ key: unknownDocuments.key, law: laws })
    .from(unknownDocuments)
    .innerJoin(laws, eq(laws.key, unknownDocuments.lawKey))
    .where(and(inArray(unknownDocuments.key, [...new Set(keys)]), eq(unknownDocuments.state, "mapped")));
  return new Map(rows.map(({ key, law }) => [key, law]));
}
