/**
 * Numbers of cases are published from a threshold on. Those below it are added
 * up with others, in such a way that none of them can be found by subtraction:
 * docs/decisions/0027-figures-that-hide-small-numbers.md says why it holds, and
 * tests/domain/small-cells.test.ts attacks it.
 */

/** The rows of one feature: `shown` each for itself, `rest` only as their sum. */
export interface OneWay {
  readonly shown: ReadonlySet<string>;
  readonly rest: ReadonlySet<string>;
}

/**
 * Splits the rows into those that are shown (0 or from the threshold on) and
 * those that are added up. Where the small ones alone could be told from their
 * sum, the rows next to them join: in the order of codes, never by their size,
 * since the choice would tell of the size.
 */
export function mergeSmall(counts: ReadonlyMap<string, number>, threshold: number): OneWay {
  const codes = [...counts.keys()].toSorted();
  const n = (code: string) => counts.get(code) ?? 0;
  const rest = new Set(codes.filter((code) => n(code) > 0 && n(code) < threshold));
  for (const code of neighbours(codes, rest)) {
    if (hides([...rest].map(n), threshold)) break;
    if (n(code) > 0) rest.add(code);
  }
  // Nothing is left to join: then not even which rows are empty is told.
  if (!hides([...rest].map(n), threshold)) return { shown: new Set(), rest: new Set(codes) };
  // Sorted, so that the order does not tell who was small and who joined.
  return { shown: new Set(codes.filter((code) => !rest.has(code))), rest: new Set([...rest].toSorted()) };
}

/** The rows that are not in the rest, from the first of it on and round. */
function neighbours(codes: readonly string[], rest: ReadonlySet<string>): string[] {
  const from = codes.findIndex((code) => rest.has(code));
  return [...codes.slice(from + 1), ...codes.slice(0, from + 1)].filter((code) => !rest.has(code));
}

/** True where no row of the rest follows from the sum, even to somebody who knows which of them are small. */
function hides(rest: readonly number[], threshold: number): boolean {
  if (rest.length === 0) return true;
  const sum = rest.reduce((one, other) => one + other, 0);
  const small = rest.filter((n) => n < threshold).length;
  const large = rest.length - small;
  if (rest.length < 2 || sum < threshold) return false;
  return large > 0 ? sum > small + large * threshold : sum > small && sum < small * (threshold - 1);
}

/** How a row of a table by two features is published. */
export interface TwoWay {
  /** The columns that are shown each for itself, and those that stand together as one; null where there is no table. */
  readonly columns: readonly (readonly string[])[] | null;
  readonly shown: ReadonlySet<string>;
  readonly rest: ReadonlySet<string>;
  /** Of a table with two columns: the rows of the rest whose other column alone is small, with that column. */
  readonly few: ReadonlyMap<string, string>;
}

type Cells = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * A table by two features, of which both are also published alone as `rows` and
 * `columns`. A row is shown where each of its cells is 0 or from the threshold
 * on; all others are added up, with more rows until that holds for their sums.
 */
export function mergeTable(cells: Cells, rows: OneWay, columns: OneWay, threshold: number): TwoWay {
  const groups = [...columns.shown].map((column) => [column]);
  if (columns.rest.size > 0) groups.push([...columns.rest]);
  const all = [...rows.shown, ...rows.rest].toSorted();
  if (groups.length < 2) return { columns: null, shown: new Set(), rest: new Set(all), few: new Map() };

  const cell = (row: string, group: readonly string[]) =>
    group.reduce((sum, column) => sum + (cells.get(row)?.get(column) ?? 0), 0);
  const isSmall = (n: number) => n > 0 && n < threshold;
  const rest = new Set(rows.rest);
  const few = new Map<string, string>();
  for (const row of rows.shown) {
    const small = groups.filter((group) => isSmall(cell(row, group)));
    if (small.length === 0) continue;
    rest.add(row);
    const [only] = small;
    if (small.length === 1 && groups.length === 2 && only?.length === 1 && only[0] !== undefined) few.set(row, only[0]);
  }

  const holds = () => {
    if (rest.size === 0) return true;
    const own = [...rest].filter((row) => rows.shown.has(row));
    if (own.length === 1 && rows.rest.size === 0) return false;
    return groups.every((group) => {
      const sum = [...rest].reduce((total, row) => total + cell(row, group), 0);
      if (isSmall(sum)) return false;
      const told = own.filter((row) => group.length === 1 && few.get(row) === group[0]).length;
      if (told === 0) return true;
      if (rows.rest.size > 0) return sum > told;
      if (told === own.length) return sum > told && sum < told * (threshold - 1);
      return sum > told + threshold;
    });
  };
  for (const row of neighbours(all, rest)) {
    if (holds()) break;
    if (groups.some((group) => cell(row, group) > 0)) rest.add(row);
  }
  if (!holds()) few.clear();
  return {
    columns: groups,
    shown: new Set(all.filter((row) => !rest.has(row))),
    rest: new Set([...rest].toSorted()),
    few,
  };
}

/**
 * Neighbouring values added up until each range holds 0 or enough cases; the
 * last takes what is left over. Values are whole numbers from 0 on.
 */
export function mergeRanges(
  counts: ReadonlyMap<number, number>,
  threshold: number,
): { from: number; to: number; n: number }[] {
  const values = [...counts].filter(([, n]) => n > 0).toSorted(([one], [other]) => one - other);
  const ranges: { from: number; to: number; n: number }[] = [];
  let from = 0;
  let n = 0;
  for (const [value, count] of values) {
    n += count;
    if (n < threshold) continue;
    ranges.push({ from, to: value, n });
    from = value + 1;
    n = 0;
  }
  const last = ranges.at(-1);
  const end = values.at(-1)?.[0];
  if (n > 0 && last && end !== undefined) ranges.splice(-1, 1, { from: last.from, to: end, n: last.n + n });
  return ranges;
}

/**
 * The value up to which at least so many percent of the cases go; null where so
 * few cases lie on either side that it would tell of single ones.
 */
export function percentile(counts: ReadonlyMap<number, number>, percent: number, threshold: number): number | null {
  const values = [...counts].toSorted(([one], [other]) => one - other);
  const total = values.reduce((sum, [, n]) => sum + n, 0);
  if ((Math.min(percent, 100 - percent) * total) / 100 < threshold) return null;
  let below = 0;
  for (const [value, n] of values) {
    below += n;
    if (below * 100 >= percent * total) return value;
  }
  return null;
}
