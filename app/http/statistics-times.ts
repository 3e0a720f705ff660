import type { Kind } from "../domain/case-kind.ts";
import { MERGED } from "../domain/figure-plans.ts";
import type { StatisticsQuery, Teller, Told } from "./statistics.ts";

/** Months or quarters of which only the sum is told: which they are, and their sum. */
export interface Sum {
  readonly codes: readonly string[];
  readonly told: Told;
}
export type TimeMeasure = "received" | "answered";

/**
 * A row for each month of what was asked, for each quarter where a kind was, with the sums of those that are not told.
 * What begins after `day`, on which the figures were made, has no row: nothing can have happened in it.
 */
export function timesOf(tell: Teller, { year, quarter, kind }: StatisticsQuery, day: string) {
  const quarters = [1, 2, 3, 4].map((one) => `${year}-Q${one}`);
  const hasBegun = (code: string) => (monthsOf(code)[0] ?? "") <= day.slice(0, 7);
  const codes = (kind ? quarters : (quarter ? [quarter] : quarters).flatMap(monthsOf)).filter(hasBegun);
  const at = (code: string, measure: TimeMeasure) =>
    kind ? tell(year, "kind", kind, measure, "quarter", code) : tell(year, "month", code, measure);
  const rows = codes.map((code) => ({ code, received: at(code, "received"), answered: at(code, "answered") }));
  const sums = (measure: TimeMeasure) =>
    (kind ? sumsOfKind(tell, quarters, kind, measure) : sumsOfMonths(tell, quarters, measure))
      .map((sum) => ({ ...sum, codes: sum.codes.filter(hasBegun) }))
      .filter((sum) => sum.codes.some((code) => codes.includes(code)));
  return { rows, sums: { received: sums("received"), answered: sums("answered") } };
}

/** The months of a quarter; a month is its own. */
const monthsOf = (code: string): string[] =>
  code.includes("Q")
    ? [2, 1, 0].map((back) => `${code.slice(0, 4)}-${String(Number(code.slice(-1)) * 3 - back).padStart(2, "0")}`)
    : [code];

/** Months are merged by whole quarters; quarters that are merged themselves, with one another. */
function sumsOfMonths(tell: Teller, quarters: readonly string[], measure: TimeMeasure): Sum[] {
  const year = quarters[0]?.slice(0, 4) ?? "";
  const ofQuarter = quarters.map((code) => ({ codes: monthsOf(code), told: tell(year, "quarter", code, measure) }));
  const untold = ofQuarter.filter(({ told }) => told.n === null);
  const own = ofQuarter.filter(
    ({ codes, told }) => told.n !== null && codes.some((month) => tell(year, "month", month, measure).n === null),
  );
  if (untold.length === 0) return own;
  return [...own, { codes: untold.flatMap(({ codes }) => codes), told: tell(year, "quarter", MERGED, measure) }];
}

function sumsOfKind(tell: Teller, quarters: readonly string[], kind: Kind, measure: TimeMeasure): Sum[] {
  const year = quarters[0]?.slice(0, 4) ?? "";
  const of = (part: string) => tell(year, "kind", kind, measure, "quarter", part);
  const untold = quarters.filter((code) => of(code).n === null);
  return untold.length === 0 ? [] : [{ codes: untold, told: of(MERGED) }];
}
