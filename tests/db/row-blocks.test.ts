import { expect, test } from "vitest";
import { everywhere, firstFull, stretches } from "../../db/row-blocks.ts";

const sizes = [512, 4096, 32_768];
/** The numbers of the blocks in which a row lies, as the database has them. */
const blocksOf = (id: number): number[] => sizes.map((size, level) => Math.floor(id / size) * 4 + level);

test.each([
  [3_000_000, 1, true],
  [1, 3_000_000, false],
  [1_234_567, 1, true],
  [1_234_567, 3_000_000, false],
  [700, 1, true],
  [1, 1, true],
])("a stretch from %d towards %d has exactly the rows between its ends", (from, end, down) => {
  const found = stretches(from, end, down);
  expect(found.at(-1)).toBe(everywhere);
  let reach = from;
  for (const { blocks, last, rows } of found.slice(0, -1)) {
    const [first, furthest] = [from, last ?? 0];
    expect(Math.abs(first - furthest) + 1).toBe(rows);
    expect(down ? furthest < reach && furthest > end : furthest > reach && furthest < end).toBe(true);
    reach = furthest;
    const inside = (id: number) => blocksOf(id).some((block) => blocks?.includes(block));
    const beyond = down ? furthest - 1 : furthest + 1;
    const between = [first, Math.round((first + furthest) / 2), furthest];
    expect([...between, beyond].map(inside)).toEqual([true, true, true, false]);
  }
});

test("a list that is full asks no further, and one that never is gets what the last stretch has", async () => {
  const asked: (number | null)[] = [];
  const rowsIn = (rows: number) =>
    firstFull(stretches(3_000_000, 1, true), 3, async ({ last }) => {
      asked.push(last);
      return Array.from({ length: last === null ? 2 : rows }, () => "row");
    });
  expect(await rowsIn(3)).toHaveLength(3);
  expect(asked).toHaveLength(1);
  expect(await rowsIn(1)).toHaveLength(2);
  expect(asked).toHaveLength(1 + 5);
});
