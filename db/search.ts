import { type Placeholder, sql, type SQL } from "drizzle-orm";
import { foldText } from "../app/domain/text.ts";
import type { CaseRow } from "./cases.ts";
import { arrayOf, caseStretches, everywhere, inBlocks, type Stretch } from "./row-blocks.ts";
import type { Db } from "./store.server.ts";
import type { Arm } from "./visible-cases.ts";

/** The words by which the office finds a case, folded: its code, title, text and the kind's own answers. */
export function caseSearchText(row: Pick<CaseRow, "code" | "title" | "content" | "details">): string {
  return foldText([row.code, row.title, row.content, ...Object.values(row.details)].join(" "));
}

/**
 * Words found in the folded text of a row. Each engine indexes the column that
 * the app folded (app/domain/text.ts); words are quoted, so nothing typed is
 * ever query syntax. Only whole words match: Vietnamese writes each syllable as
 * a word, and the beginnings of words would have to be merged from much of the
 * index.
 */
export const caseMatches = (db: Db, words: readonly string[]): SQL => matches(db, "case_file", searchQuery(db, words));

/** How cases that hold words are found and put in an order. */
export interface WordSearch {
  readonly from: SQL;
  readonly where: SQL;
  /** The number of a case, by which the cases come in the order in which they were filed. */
  readonly number: SQL;
  /** All that are found have to be sorted. */
  readonly sorted: boolean;
}

/** For words that few cases hold: the index of words is asked for them. */
export function rareWords(db: Db, words: readonly string[], arm: Arm, stretch: Stretch = everywhere): WordSearch {
  return { ...holding(db, words, arm, stretch), sorted: true };
}

/**
 * For words that many cases hold: never all of them are looked at. SQLite's
 * index of words is walked in the order of filing; PostgreSQL's is asked for
 * one stretch of it (`db/row-blocks.ts`).
 */
export function commonWords(db: Db, words: readonly string[], arm: Arm, stretch: Stretch = everywhere): WordSearch {
  const { cases } = db.tables;
  const fts = ftsJoin(db, "case_file");
  if (arm.share !== "few") return holding(db, words, arm, stretch);
  const matching = caseMatches(db, words);
  const where = fts
    ? sql`exists (select 1 from ${fts.table} where ${matching} and ${fts.on})`
    : sql`(${matching}) is true`;
  return { from: sql`${cases}`, where, number: sql`${cases.id}`, sorted: true };
}

/**
 * The cases that hold words, from the index of words on. Where all of an arm lie
 * at one desk, no row is read of what lies elsewhere: PostgreSQL's index knows
 * the desk, SQLite has one that knows nothing else (migration 0009).
 */
function holding(db: Db, words: readonly string[], { desk }: Arm, stretch: Stretch): WordSearch {
  const { cases } = db.tables;
  const fts = ftsJoin(db, "case_file");
  const matching = caseMatches(db, words);
  if (!fts) {
    const here = desk && sql` and array[${cases.agencyId}, ${cases.unitId}] && ${arrayOf([desk.agencyId])}::bigint[]`;
    const where = sql`${matching}${within(stretch)}${here ?? sql``}`;
    return { from: sql`${cases}`, where, number: sql`${cases.id}`, sorted: true };
  }
  const from = sql`${fts.table}${desk ? deskJoin(db, desk, fts.rowid) : sql``} cross join ${cases} on ${fts.on}`;
  return { from, where: matching, number: fts.rowid, sorted: false };
}

function deskJoin(db: Db, { as, agencyId }: NonNullable<Arm["desk"]>, rowid: SQL): SQL {
  const [index, column] = as === "lead" ? ["case_file_led", "agency_id"] : ["case_file_unit", "unit_id"];
  const here = sql`desk.${sql.identifier(column)} = ${agencyId} and desk.id = ${rowid}`;
  return sql` cross join ${db.tables.cases} as desk indexed by ${sql.identifier(index)} on ${here}`;
}

/** A share of cases is known well enough from a stretch in which so many are. */
const SAMPLE = 100;

/**
 * How many cases hold all words, counted to `limit` at the most. On PostgreSQL
 * words that are as frequent among the newest cases are not counted in all.
 */
export async function countHolding(db: Db, words: readonly string[], limit: number): Promise<number> {
  const all = await caseStretches(db, null, true);
  const newest = all[0]?.from ?? 0;
  let counted = 0;
  for (const stretch of all) {
    counted = await countWithin(db, words, stretch, limit);
    const share = counted / stretch.rows;
    if (counted >= limit || (counted >= SAMPLE && share * newest >= limit)) return limit;
  }
  return counted;
}

async function countWithin(db: Db, words: readonly string[], stretch: Stretch, limit: number): Promise<number> {
  const { cases } = db.tables;
  const bounded = db
    .select({ one: sql<number>`1`.as("one") })
    .from(ftsJoin(db, "case_file")?.table ?? sql`${cases}`)
    .where(sql`${caseMatches(db, words)}${within(stretch)}`)
    .limit(limit)
    .as("bounded");
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(bounded);
  return Number(row?.count ?? 0);
}

const within = ({ blocks }: Stretch): SQL => (blocks ? sql` and ${inBlocks("case_file", arrayOf(blocks))}` : sql``);

/** Folded words as a query of the engine. */
export function searchQuery(db: Db, words: readonly string[]): string {
  const [quote, join] = db.dialect === "postgres" ? ["'", " & "] : ['"', " "];
  return words.map((word) => quote + word + quote).join(join);
}

/** A query for rows in which all words of one of the clauses stand. */
export function anyOf(db: Db, clauses: readonly (readonly string[])[]): string {
  const [quote, and, or] = db.dialect === "postgres" ? ["'", " & ", " | "] : ['"', " AND ", " OR "];
  return clauses.map((words) => `(${words.map((word) => quote + word + quote).join(and)})`).join(or);
}

/** The condition that a row of the table matches a query made by `searchQuery`. */
export function matches(db: Db, table: "publication" | "case_file", query: string | Placeholder): SQL {
  if (db.dialect === "postgres") return sql`${sql.identifier(table)}.search_vector @@ to_tsquery('simple', ${query})`;
  return sql`${sql.identifier(`${table}_fts`)} match ${query}`;
}

/** The join that the SQLite index needs; PostgreSQL has the words in the row itself. */
export function ftsJoin(db: Db, table: "publication" | "case_file"): { table: SQL; on: SQL; rowid: SQL } | null {
  if (db.dialect === "postgres") return null;
  const fts = sql.identifier(`${table}_fts`);
  return { table: sql`${fts}`, rowid: sql`${fts}.rowid`, on: sql`${fts}.rowid = ${sql.identifier(table)}.id` };
}
