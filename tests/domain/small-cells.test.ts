import { expect, test } from "vitest";
import type { Kind } from "../../app/domain/case-kind.ts";
import type { SheetRow } from "../../app/domain/figure-plans.ts";
import { YearSheets } from "../../app/domain/figure-sheets.ts";
import type { Figure, Measure } from "../../app/domain/figures.ts";
import { mergeSmall, mergeTable, percentile } from "../../app/domain/small-cells.ts";
import { canBeFound, hiddenCells, holdsIn } from "./subtraction.ts";

const LEAST = 5;

/** Whole numbers that look random and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0;
    return (state >>> 0) % below;
  };
}

const provinces = ["01", "04", "08", "48", "56", "96"];
const fields = ["data", "network", "research"];

/** A year of a small portal, in which most crossings of features are small. */
function someYear(seed: number, cases: number): Figure[] {
  const draw = chance(seed);
  // Few are often drawn: some provinces and agencies have many cases, others one or two.
  const pick = <T>(list: readonly T[]) => list[Math.min(draw(list.length), draw(list.length + 1))] as T;
  return Array.from({ length: cases }, () => {
    const measure = pick<Measure>(["answered", "received", "rated", "assigned", "refused", "reopened", "declined"]);
    const detail = {
      answered: `${draw(4) > 0 ? "yes" : "no"}.${draw(20)}.${pick(["explained", "solved", "referred"])}`,
      rated: `${1 + draw(4)}.${draw(2) > 0 ? "yes" : "no"}`,
    } as const;
    return {
      month: `2026-${String(1 + draw(12)).padStart(2, "0")}`,
      measure,
      kind: pick<Kind>(["feedback", "barrier", "proposal", "initiative"]),
      provinceCode: pick(["", ...provinces]),
      field: pick(["", ...fields]),
      bottleneck: pick(["", "process", "capital"]),
      agencyId: 1 + pick([0, 1, 2, 3, 4, 5, 6]),
      detail: measure === "answered" || measure === "rated" ? detail[measure] : "",
      n: 1,
    };
  });
}

function published(figures: readonly Figure[]): SheetRow[] {
  const sheets = new YearSheets({ year: "2026", provinces, fields, bottlenecks: ["process", "capital"] }, LEAST);
  for (const figure of figures) sheets.add(figure);
  return sheets.rows();
}

const years = [40, 90, 200, 450].flatMap((cases) => [1, 2, 3].map((seed) => ({ seed, cases })));

test.each(years)("no hidden number of $cases acts (seed $seed) follows from all that is published", (given) => {
  const figures = someYear(given.seed, given.cases);
  const rows = published(figures);
  expect(rows.filter(({ n, measure }) => measure !== "days" && n !== null && n > 0 && n < LEAST)).toEqual([]);
  expect(rows.filter((row) => !holdsIn(figures, row))).toEqual([]);
  const hidden = hiddenCells(figures, LEAST);
  expect(hidden.length).toBeGreaterThan(0);
  expect(canBeFound(figures, someYear(given.seed + 50, 600), rows, hidden)).toEqual([]);
});

test("a quarter of a place is told where it is large enough, and a small one does not follow from the year", () => {
  const year = (agencyId: number, provinceCode: string, perQuarter: readonly number[]): Figure[] =>
    perQuarter.flatMap((n, quarter) =>
      Array.from({ length: n }, () => ({
        month: `2026-${String(quarter * 3 + 1).padStart(2, "0")}`,
        measure: "answered" as const,
        kind: "feedback" as const,
        provinceCode,
        field: "data",
        bottleneck: "",
        agencyId,
        detail: "yes.5.explained",
        n: 1,
      })),
    );
  const figures = [
    ...year(1, "01", [20, 30, 40, 50]),
    ...year(2, "04", [20, 30, 2, 50]),
    ...year(3, "08", [20, 30, 40, 50]),
    ...year(4, "48", [9, 30, 40, 50]),
  ];
  const rows = published(figures);
  const told = (axis: string, code: string) =>
    rows
      .filter((row) => row.measure === "answered" && row.axis === axis && row.by === "quarter" && row.code === code)
      .map(({ n }) => n);
  expect([told("agency", "4"), told("province", "48")]).toEqual([
    [9, 30, 40, 50],
    [9, 30, 40, 50],
  ]);
  // The year of the second is told, so that its first, second and last quarter must not be.
  expect([told("agency", "2"), told("province", "04")]).toEqual([
    [null, null, null, null],
    [null, null, null, null],
  ]);
  const small = hiddenCells(figures, LEAST).filter(({ by }) => by === "quarter");
  expect(small).toContainEqual({ measure: "answered", axis: "agency", code: "2", by: "quarter", part: "2026-Q3" });
  expect(canBeFound(figures, someYear(77, 600), rows, small)).toEqual([]);
});

test("the attack finds a number that is left to be subtracted", () => {
  const figures = someYear(2, 200);
  const all = ["01", "04", "08", "48", "56", "96", "none"].map((code) => {
    const n = figures.filter((one) => one.measure === "received" && (one.provinceCode || "none") === code).length;
    return { axis: "province", code, measure: "received", by: "", part: "", state: "shown", n } as const;
  });
  const total = all.reduce((sum, { n }) => sum + n, 0);
  const small = all.find(({ n }) => n > 0 && n < LEAST);
  const rest = all.filter((row) => row !== small);
  const whole = { axis: "all", code: "", measure: "received", by: "", part: "", state: "shown", n: total } as const;
  expect(small).toBeDefined();
  expect(canBeFound(figures, someYear(9, 600), [whole, ...rest], hiddenCells(figures, LEAST))).toContainEqual(
    expect.objectContaining({ axis: "province", code: small?.code }),
  );
});

/** Every way in which the rows could hold these numbers, from 0 to 12, that is published alike. */
function worlds(codes: number, fits: (numbers: number[]) => boolean): number[][] {
  let lists: number[][] = [[]];
  for (let place = 0; place < codes; place += 1) {
    lists = lists.flatMap((list) => Array.from({ length: 13 }, (_, n) => [...list, n]));
  }
  return lists.filter(fits);
}

/** What is seen of rows: those shown with their numbers, which are not, and the sum. */
function seen(numbers: readonly number[]): string {
  const counts = new Map(numbers.map((n, place) => [String(place), n]));
  const { shown, rest } = mergeSmall(counts, LEAST);
  const sum = numbers.reduce((one, other) => one + other, 0);
  return JSON.stringify([[...shown].map((code) => [code, counts.get(code)]), [...rest], sum]);
}

test("who knows the method finds no single hidden number by trying every world", () => {
  const alike = new Map<string, number[][]>();
  for (const world of worlds(4, () => true)) {
    const key = seen(world);
    alike.set(key, [...(alike.get(key) ?? []), world]);
  }
  const found = [...alike.values()].flatMap((same) =>
    [0, 1, 2, 3].filter((place) => {
      const n = same[0]?.[place] ?? 0;
      const total = (same[0] ?? []).reduce((one, other) => one + other, 0);
      // From 12 on worlds are missing that would be published alike.
      return n > 0 && n < LEAST && total >= LEAST && total <= 12 && same.every((world) => world[place] === n);
    }),
  );
  expect(found).toEqual([]);
});

test("a row with a small part joins others until each sum is large enough", () => {
  const cells = new Map([
    [
      "a",
      new Map([
        ["yes", 40],
        ["no", 2],
      ]),
    ],
    [
      "b",
      new Map([
        ["yes", 30],
        ["no", 9],
      ]),
    ],
    [
      "c",
      new Map([
        ["yes", 20],
        ["no", 8],
      ]),
    ],
  ]);
  const rows = mergeSmall(
    new Map([
      ["a", 42],
      ["b", 39],
      ["c", 28],
    ]),
    LEAST,
  );
  const columns = mergeSmall(
    new Map([
      ["yes", 90],
      ["no", 19],
    ]),
    LEAST,
  );
  const { shown, rest, few } = mergeTable(cells, rows, columns, LEAST);
  expect([[...shown], [...rest], [...few]]).toEqual([["c"], ["a", "b"], [["a", "no"]]]);
});

test("a percentile is told only with enough cases on either side", () => {
  const days = new Map([
    [3, 6],
    [8, 4],
  ]);
  expect(percentile(days, 50, LEAST)).toBe(3);
  expect(percentile(days, 90, LEAST)).toBeNull();
});
