import { desc, type Placeholder, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { Db } from "./store.server.ts";

/** Blocks of 512, 4,096 and 32,768 numbers, as `row_blocks` of migration 0008 has them; so many make a stretch. */
const STEPS = [
  { level: 0, bits: 9, blocks: 2 },
  { level: 1, bits: 12, blocks: 2 },
  { level: 2, bits: 15, blocks: 2 },
  { level: 2, bits: 15, blocks: 9 },
] as const;

/** A part of a table, from where a list begins to read. */
export interface Stretch {
  /** Blocks in which the part lies, as `row_blocks` numbers them; null for the whole table. */
  readonly blocks: readonly number[] | null;
  /** The number of the row at which it begins. */
  readonly from: number;
  /** So many rows it has, if none is missing. */
  readonly rows: number;
  /** The furthest number of a row that belongs to it, seen from where the list begins; null for the whole table. */
  readonly last: number | null;
  /** It is read from high numbers to low ones. */
  readonly down: boolean;
}

export const everywhere: Stretch = { blocks: null, from: 0, rows: Number.POSITIVE_INFINITY, last: null, down: true };

/**
 * Ever longer stretches from the row at which a list begins to the last one that
 * there is, down or up. PostgreSQL's index of words has no order: to show the
 * newest twenty of the many rows that hold common words, all of them would be
 * read and sorted. So it also holds the blocks in which a row lies, and a list is
 * looked for in the first stretch, then in the next: whatever is frequent is
 * found in a short one, and whatever is not leaves little to sort in a long one.
 */
export function stretches(from: number, end: number, down: boolean): Stretch[] {
  const all: Stretch[] = [];
  for (const { level, bits, blocks } of STEPS) {
    const size = 2 ** bits;
    const way = down ? -1 : 1;
    const numbers = Array.from({ length: blocks }, (_, step) => Math.floor(from / size) + way * step);
    const furthest = numbers.at(-1) ?? 0;
    const last = down ? furthest * size : (furthest + 1) * size - 1;
    if (down ? last <= end : last >= end) break;
    const inStep = numbers.map((number) => number * 4 + level);
    all.push({ blocks: inStep, from, rows: Math.abs(from - last) + 1, last, down });
  }
  return [...all, everywhere];
}

/** What is found in the first stretch that holds `limit` rows, or in the last. */
export async function firstFull<T>(
  all: readonly Stretch[],
  limit: number,
  ask: (stretch: Stretch) => PromiseLike<T[]>,
): Promise<T[]> {
  let found: T[] = [];
  for (const stretch of all) {
    found = await ask(stretch);
    if (found.length >= limit) break;
  }
  return found;
}

/** The condition that a row of the table lies in one of the blocks, a list as PostgreSQL writes it. */
export const inBlocks = (table: "publication" | "case_file", blocks: Placeholder | string): SQL =>
  sql`row_blocks(${sql.identifier(table)}.id) && ${blocks}::bigint[]`;

/** The condition that a number is not beyond the stretch. */
export function before({ last, down }: Stretch, number: SQLWrapper): SQL | undefined {
  if (last === null) return undefined;
  return down ? sql`${number} >= ${last}` : sql`${number} <= ${last}`;
}

/** Numbers as PostgreSQL writes a list of them. */
export const arrayOf = (numbers: readonly number[] | null): string => `{${(numbers ?? []).join()}}`;

/** Counts cases that hold words to `limit` at the most: on PostgreSQL in ever longer stretches from the newest one. */
export async function countInStretches(
  db: Db,
  limit: number,
  count: (stretch: Stretch) => Promise<number>,
): Promise<number> {
  for (const stretch of await caseStretches(db, null, true)) {
    const counted = limit <= stretch.rows ? await count(stretch) : 0;
    if (counted >= limit || stretch === everywhere) return counted;
  }
  return 0;
}

/**
 * The stretches in which cases that hold words are looked for, from a case on
 * (null: the first one) down or up; a single one, all, where the index has an order.
 */
export async function caseStretches(db: Db, from: number | null, down: boolean): Promise<readonly Stretch[]> {
  if (db.dialect === "sqlite") return [everywhere];
  const { cases } = db.tables;
  const [row] = await db.select({ id: cases.id }).from(cases).orderBy(desc(cases.id)).limit(1);
  const newest = row?.id ?? 1;
  return down ? stretches(from ?? newest, 1, down) : stretches(from ?? 1, newest, down);
}
