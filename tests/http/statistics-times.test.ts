import { expect, test } from "vitest";
import type { PublishedFigure } from "../../db/figure-releases.ts";
import { type StatisticsQuery, tellerOf } from "../../app/http/statistics.ts";
import { timesOf } from "../../app/http/statistics-times.ts";
import { spansOf, sumRows } from "../../app/routes/public/statistics-sums.ts";

const year: StatisticsQuery = { year: "2026", quarter: null, kind: null, unknown: false };

/** A day on which all of the year is known. */
const after = "2027-01-04";

/** Rows of cases received, by axis and code; null where a number is told only within a sum. */
function told(rows: Record<string, number | null>, by: PublishedFigure["by"] = "") {
  return tellerOf(
    Object.entries(rows).map(([key, n]) => {
      const [axis = "", code = "", part = ""] = key.split(" ");
      return {
        period: "2026",
        axis: axis as PublishedFigure["axis"],
        code,
        measure: "received",
        by,
        part,
        n,
        state: n === null ? "merged" : "shown",
      };
    }),
  );
}

test("months of a quarter that is told stand as its sum, and quarters that are merged as theirs", () => {
  const tell = told({
    "quarter 2026-Q1": 12,
    "month 2026-01": null,
    "month 2026-02": null,
    "month 2026-03": null,
    "quarter 2026-Q2": null,
    "quarter 2026-Q3": 30,
    "month 2026-07": 10,
    "month 2026-08": 20,
    "month 2026-09": 0,
    "quarter 2026-Q4": null,
    "quarter *": 9,
  });
  const { rows, sums } = timesOf(tell, year, after);
  const shown = rows.map(({ code }) => code);
  expect(rows.map(({ received }) => received.n).slice(6)).toEqual([10, 20, 0, null, null, null]);
  expect(spansOf(shown, sums.received)).toEqual([
    { from: 0, to: 2, each: 4 },
    { from: 3, to: 5, each: 1.5 },
    { from: 9, to: 11, each: 1.5 },
  ]);
  const named = sumRows({ received: sums.received, answered: [] }, (code) => code.slice(5), "Merged:");
  expect(named.map(({ name, received }) => `${name} = ${received?.n}`)).toEqual([
    "Merged: 01 – 03 = 12",
    "Merged: 04 – 06, 10 – 12 = 9",
  ]);
});

test("a quarter shows its own months, spread over all that their sum covers", () => {
  const tell = told({ "quarter 2026-Q1": null, "quarter 2026-Q2": null, "quarter 2026-Q3": 8, "quarter *": 12 });
  const { rows, sums } = timesOf(tell, { ...year, quarter: "2026-Q2" }, after);
  expect(rows.map(({ code }) => code)).toEqual(["2026-04", "2026-05", "2026-06"]);
  expect(sums.received.map(({ codes, told: sum }) => [codes.length, sum.n])).toEqual([[9, 12]]);
  expect(spansOf(["2026-04", "2026-05", "2026-06"], sums.received)).toEqual([{ from: 0, to: 2, each: 12 / 9 }]);
});

test("a kind stands by quarter, with the quarters that are merged for it", () => {
  const rows = { "kind barrier 2026-Q1": null, "kind barrier 2026-Q2": 7, "kind barrier *": 6 };
  const { sums } = timesOf(told(rows, "quarter"), { ...year, kind: "barrier" }, after);
  expect(sums.received.map(({ codes, told: sum }) => [codes, sum.n])).toEqual([[["2026-Q1", "2026-Q3", "2026-Q4"], 6]]);
});

test("what is too little to be told draws nothing", () => {
  const { rows, sums } = timesOf(told({}), year, after);
  const shown = rows.map(({ code }) => code);
  expect(spansOf(shown, sums.received)).toEqual([]);
});

test("what had not begun when the figures were made has no row, and no part of a sum", () => {
  const tell = told({ "quarter 2026-Q3": 30, "month 2026-07": 10, "quarter 2026-Q4": 8, "quarter *": 9 });
  const { rows, sums } = timesOf(tell, year, "2026-11-23");
  expect(rows.at(-1)?.code).toBe("2026-11");
  expect(sums.received.map(({ codes }) => codes.at(-1))).toEqual(["2026-09", "2026-11", "2026-06"]);
  const ofKind = timesOf(tell, { ...year, kind: "barrier" }, "2026-09-30");
  expect(ofKind.rows.map(({ code }) => code)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3"]);
});
