import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import { covers, placeSlug } from "../app/domain/register.ts";
import { placesOfAmendments } from "./amendments.ts";
import { type CaseRow, findCaseById } from "./cases.ts";
import { findLaws } from "./laws.ts";
import type { Amendment } from "./register-entries.ts";
import { placesMeant } from "./register.ts";
import type { Db } from "./store.server.ts";
import { keysOfLaw } from "./unknown-documents.ts";

/** Some of the filings that led to an amendment, and how far the search has come. */
export interface Filings {
  readonly found: readonly CaseRow[];
  /** The last case that was looked at; null when there are no more. */
  readonly last: number | null;
}

/**
 * Filings that name what an amendment changes and came before it was in force,
 * published or not: their senders said it, whoever may read it. Looks at
 * `limit` cases at the most, by id.
 */
export async function filingsOfAmendment(
  db: Db,
  amendment: Amendment,
  { afterCaseId, limit }: { readonly afterCaseId: number; readonly limit: number },
): Promise<Filings> {
  const places = await placesOfAmendments(db, [amendment.id]);
  const keys = await keysNamed(db, [...new Set(places.map(({ lawKey }) => lawKey))]);
  const naming = await casesNaming(db, keys, afterCaseId, limit);
  const found: CaseRow[] = [];
  for (const id of naming) {
    const row = await findCaseById(db, id);
    const receivedOn = row && localDate(row.receivedAt);
    if (!row || !receivedOn || receivedOn > amendment.inForceOn) continue;
    const meant = await placesMeant(db, id, receivedOn);
    const changed = meant.some(({ law, place }) =>
      places.some((outer) => outer.lawKey === law.key && covers(outer.place, placeSlug(place))),
    );
    if (changed) found.push(row);
  }
  return { found, last: naming.length < limit ? null : (naming.at(-1) ?? null) };
}

/** The keys under which people may have named these documents. */
async function keysNamed(db: Db, lawKeys: readonly string[]): Promise<string[]> {
  if (lawKeys.length === 0) return [];
  const { unknownDocuments } = db.tables;
  const mapped = await db
    .select({ key: unknownDocuments.key })
    .from(unknownDocuments)
    .where(and(inArray(unknownDocuments.lawKey, [...lawKeys]), eq(unknownDocuments.state, "mapped")));
  const own = [...(await findLaws(db, lawKeys)).values()].flatMap(keysOfLaw);
  return [...new Set([...own, ...mapped.map(({ key }) => key)])];
}

/** The next cases that name one of the keys, by id: a walk along the index for each key. */
async function casesNaming(db: Db, keys: readonly string[], after: number, limit: number): Promise<number[]> {
  const { caseProvisions } = db.tables;
  const ids = new Set<number>();
  for (const key of keys) {
    const rows = await db
      .select({ caseId: caseProvisions.caseId })
      .from(caseProvisions)
      .where(and(eq(caseProvisions.documentKey, key), gt(caseProvisions.caseId, after)))
      .groupBy(caseProvisions.caseId)
      .orderBy(asc(caseProvisions.caseId))
      .limit(limit);
    for (const { caseId } of rows) ids.add(caseId);
  }
  return [...ids].sort((one, other) => one - other).slice(0, limit);
}
