import { desc, eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { provisionsOf } from "../app/domain/barrier.ts";
import { ASKED_KEYS, type CaseKey, caseKeys, KEPT_KEYS, PER_KEY } from "../app/domain/case-keys.ts";
import { isTakenUp } from "../app/domain/suggestion.ts";
import { documentKey } from "../app/domain/legal-wording.ts";
import type { WordWeights } from "../app/domain/similarity.ts";
import type { CaseRow } from "./cases.ts";
import { prepared, statementName } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

type Told = Pick<CaseRow, "title" | "content" | "details">;

/** What a case says, as far as it is compared. */
export const caseText = ({ title, content, details }: Told): string =>
  [title, content, ...Object.values(details)].join("\n");

/** The documents that a case cites, by key. */
export const citedDocuments = ({ details }: Pick<CaseRow, "details">): string[] =>
  provisionsOf(details).map(({ document }) => documentKey(document));

export const keysOf = (row: Told, weights: WordWeights): CaseKey[] =>
  caseKeys(caseText(row), citedDocuments(row), weights);

/** The rows by which a case is found. */
export function keyRows(
  row: Pick<CaseRow, "id" | "title" | "content" | "details" | "status" | "resumeStatus">,
  weights: WordWeights,
): Tables["caseKeys"]["$inferInsert"][] {
  const decided = isTakenUp(row);
  const keys = new Set(
    caseKeys(caseText(row), citedDocuments(row), weights, new Map())
      .slice(0, KEPT_KEYS)
      .map(({ key }) => key),
  );
  return [...keys].map((key) => ({ key, decided, caseId: row.id }));
}

/** Stores by what some tens of cases are found. Doing it again changes nothing. */
export async function keepKeys(tx: Tx, cases: readonly CaseRow[], weights: WordWeights): Promise<void> {
  const rows = cases.flatMap((row) => keyRows(row, weights));
  if (rows.length > 0) await tx.insert(tx.tables.caseKeys).values(rows).onConflictDoNothing();
}

/** Gives a case its vote when an agency takes it up, and takes the vote away when it is refused, passed on or given up. */
export async function markTakenUp(tx: Tx, before: CaseRow, after: CaseRow): Promise<void> {
  const decided = isTakenUp(after);
  if (decided === isTakenUp(before)) return;
  const { caseKeys: keys } = tx.tables;
  await tx.update(keys).set({ decided }).where(eq(keys.caseId, after.id));
}

/** A case found, with the keys that it shares. */
export interface KeyHit {
  readonly caseId: number;
  readonly shared: readonly CaseKey[];
}

/** Cases sharing keys, those that share most first: a bounded number of the latest under each key is looked at. */
export async function casesByKeys(db: Db, keys: readonly CaseKey[], decided: boolean, most: number): Promise<KeyHit[]> {
  if (keys.length === 0) return [];
  const query = prepared(db, `cases by keys ${decided}`, () => hitsQuery(db, decided));
  const places = Array.from({ length: ASKED_KEYS }, (_, place) => [`key${place}`, keys[place]?.key ?? -1]);
  const found = await query.execute(Object.fromEntries(places));
  const byKey = new Map(keys.map((key) => [key.key, key]));
  const shared = new Map<number, CaseKey[]>();
  for (const { key, caseId } of found) {
    const one = byKey.get(key);
    if (one) shared.set(caseId, [...(shared.get(caseId) ?? []), one]);
  }
  const weightOf = (list: readonly CaseKey[]) => list.reduce((sum, { weight }) => sum + weight, 0);
  return [...shared]
    .map(([caseId, list]) => ({ caseId, shared: list, weight: weightOf(list) }))
    .sort((one, other) => other.weight - one.weight || other.caseId - one.caseId)
    .slice(0, most);
}

function hitsQuery(db: Db, decided: boolean) {
  const { caseKeys: keys } = db.tables;
  const under = (place: number) => {
    const bounded = db
      .select({ key: keys.key, caseId: keys.caseId })
      .from(keys)
      .where(sql`${keys.key} = ${sql.placeholder(`key${place}`)} and ${eq(keys.decided, decided)}`)
      .orderBy(desc(keys.caseId))
      .limit(PER_KEY)
      .as(`under${place}`);
    return db.select().from(bounded);
  };
  const [first, second, ...others] = Array.from({ length: ASKED_KEYS }, (_, place) => under(place));
  if (!first || !second) throw new Error("cases are found by at least two keys");
  return unionAll(first, second, ...others).prepare(statementName(`cases by keys ${decided}`));
}
