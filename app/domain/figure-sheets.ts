import { kinds } from "./case-kind.ts";
import {
  type Axis,
  type By,
  MERGED,
  NONE,
  percentiles,
  plans,
  type SheetMeasure,
  type SheetRow,
  type Split,
} from "./figure-plans.ts";
import { type Figure, type Measure, readAnswerDetail, readRatingDetail } from "./figures.ts";
import { outcomeKinds } from "./outcome.ts";
import { complaintReasons, isSatisfied, praiseReasons } from "./rating.ts";
import { mergeRanges, mergeSmall, mergeTable, type OneWay, percentile } from "./small-cells.ts";

const quarterOf = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

const valueOf: Record<Exclude<By, "" | "percentile">, (figure: Figure) => string> = {
  all: () => "",
  quarter: ({ month }) => quarterOf(month),
  month: ({ month }) => month,
  kind: ({ kind }) => kind,
  province: ({ provinceCode }) => provinceCode || NONE,
  agency: ({ agencyId }) => (agencyId === 0 ? NONE : String(agencyId)),
  field: ({ field }) => field || NONE,
  bottleneck: ({ bottleneck }) => bottleneck || NONE,
  outcome: ({ detail }) => readAnswerDetail(detail).outcome || NONE,
  "in-time": ({ detail }) => (readAnswerDetail(detail).inTime ? "yes" : "no"),
  days: ({ detail }) => String(readAnswerDetail(detail).days),
  level: ({ detail }) => String(readRatingDetail(detail).level),
  satisfied: ({ detail }) => (isSatisfied(readRatingDetail(detail).level) ? "yes" : "no"),
  solved: ({ detail }) => (readRatingDetail(detail).solved ? "yes" : "no"),
  reason: ({ detail }) => detail,
};

/** The values that a feature is known to have: shown as 0 where there is nothing. */
export interface Known {
  readonly year: string;
  readonly provinces: readonly string[];
  readonly fields: readonly string[];
  readonly bottlenecks: readonly string[];
}

type Counts = Map<string, number>;
type Table = Map<string, Counts>;

/** Takes in the figures of one year and gives what is published of them. */
export class YearSheets {
  readonly #ones = new Map<string, Counts>();
  readonly #tables = new Map<string, Table>();
  readonly #known: Known;
  readonly #threshold: number;

  constructor(known: Known, threshold: number) {
    this.#known = known;
    this.#threshold = threshold;
  }

  add(figure: Figure): void {
    const { measure, n } = figure;
    const plan = plans[measure];
    const of: readonly (keyof typeof valueOf)[] = ["all", ...plan.axes, ...(plan.months ? (["month"] as const) : [])];
    const by = [...of, ...plan.of, ...(measure === "rated" ? (["level"] as const) : [])];
    for (const feature of by) addTo(this.#one(measure, feature), valueOf[feature](figure), n);
    for (const [axis, split] of plan.tables) {
      addTo(this.#row(`${measure} ${axis} ${split}`, valueOf[axis](figure)), valueOf[split](figure), n);
    }
    if (measure !== "answered") return;
    for (const axis of ["all", ...plan.axes] as const) {
      addTo(this.#row(`days ${axis}`, valueOf[axis](figure)), valueOf.days(figure), n);
    }
  }

  rows(): SheetRow[] {
    return (Object.keys(plans) as Measure[]).flatMap((measure) => [...this.#measure(measure)]);
  }

  *#measure(measure: Measure): Generator<SheetRow> {
    const plan = plans[measure];
    const total = this.#one(measure, "all").get("") ?? 0;
    yield oneRow("all", "", measure, "", "", total, this.#threshold);
    if (total < this.#threshold) return;

    const merged = new Map<string, OneWay>();
    for (const axis of plan.axes) {
      const counts = this.#one(measure, axis);
      const one = mergeSmall(counts, this.#threshold);
      merged.set(axis, one);
      yield* oneWayRows(axis, measure, counts, one);
    }
    if (plan.months) yield* this.#months(measure, merged.get("quarter"));
    for (const by of plan.of) {
      const counts = this.#one(measure, by);
      const one = mergeSmall(counts, this.#threshold);
      merged.set(by, one);
      yield* splitRows(measure, by, counts, one, this.#threshold);
    }
    if (measure === "rated") yield* this.#levels(merged.get("satisfied"));
    for (const [axis, by] of plan.tables) {
      const [rows, columns] = [merged.get(axis), merged.get(by)];
      if (rows && columns) yield* this.#table(measure, axis, by, rows, columns);
    }
    if (measure === "answered") yield* this.#days(merged);
  }

  /** The months of each quarter that is shown, where none of them is small. */
  *#months(measure: Measure, quarters: OneWay | undefined): Generator<SheetRow> {
    const counts = this.#one(measure, "month");
    for (const quarter of quarters?.shown ?? []) {
      const months = [...counts].filter(([month]) => quarterOf(month) === quarter);
      const shown = months.every(([, n]) => n === 0 || n >= this.#threshold);
      for (const [month, n] of months) yield stated("month", month, measure, "", "", shown ? n : null);
    }
  }

  /** The levels of each side that is shown, where none of them is small. */
  *#levels(satisfied: OneWay | undefined): Generator<SheetRow> {
    const counts = this.#one("rated", "level");
    for (const side of satisfied?.shown ?? []) {
      const levels = [...counts].filter(([level]) => (isSatisfied(Number(level)) ? "yes" : "no") === side);
      const shown = levels.every(([, n]) => n === 0 || n >= this.#threshold);
      for (const [level, n] of levels) yield stated("all", "", "rated", "level", level, shown ? n : null);
    }
  }

  *#table(measure: Measure, axis: Axis, by: Split, rows: OneWay, columns: OneWay): Generator<SheetRow> {
    const cells = this.#tables.get(`${measure} ${axis} ${by}`) ?? new Map<string, Counts>();
    const table = mergeTable(cells, rows, columns, this.#threshold);
    if (!table.columns) return;
    const sum = (codes: Iterable<string>, group: readonly string[]) => {
      let n = 0;
      for (const code of codes) for (const part of group) n += cells.get(code)?.get(part) ?? 0;
      return n;
    };
    const parts = table.columns.map((group) => ({
      group,
      part: group.length === 1 ? (group[0] ?? "") : MERGED,
    }));
    for (const code of table.shown) {
      for (const { group, part } of parts) yield stated(axis, code, measure, by, part, sum([code], group));
    }
    for (const code of table.rest) {
      for (const { part } of parts) {
        const state = table.few.get(code) === part ? "few" : "merged";
        yield { axis, code, measure, by, part, state, n: null };
      }
    }
    if (table.rest.size === 0) return;
    for (const { group, part } of parts) yield stated(axis, MERGED, measure, by, part, sum(table.rest, group));
  }

  *#days(merged: ReadonlyMap<string, OneWay>): Generator<SheetRow> {
    for (const axis of ["all", "quarter", "kind", "province", "agency", "field"] as const) {
      for (const [code, counts] of this.#tables.get(`days ${axis}`) ?? []) {
        if (axis !== "all" && !merged.get(axis)?.shown.has(code)) continue;
        const days = new Map([...counts].map(([value, n]) => [Number(value), n]));
        for (const percent of percentiles) {
          const value = percentile(days, percent, this.#threshold);
          if (value !== null) yield stated(axis, code, "days", "percentile", String(percent), value);
        }
        if (axis !== "all") continue;
        for (const { from, to, n } of mergeRanges(days, this.#threshold)) {
          yield stated("all", "", "answered", "days", from === to ? String(from) : `${from}-${to}`, n);
        }
      }
    }
  }

  #one(measure: Measure, feature: string): Counts {
    const key = `${measure} ${feature}`;
    const known = this.#ones.get(key);
    if (known) return known;
    const made: Counts = new Map(this.#values(feature).map((value) => [value, 0]));
    this.#ones.set(key, made);
    return made;
  }

  #row(key: string, code: string): Counts {
    const table = this.#tables.get(key) ?? new Map<string, Counts>();
    this.#tables.set(key, table);
    const row = table.get(code) ?? new Map<string, number>();
    table.set(code, row);
    return row;
  }

  #values(feature: string): readonly string[] {
    const { year, provinces, fields, bottlenecks } = this.#known;
    const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);
    const values: Record<string, readonly string[]> = {
      quarter: [...new Set(months.map(quarterOf))],
      month: months,
      kind: kinds,
      province: provinces,
      field: fields,
      bottleneck: bottlenecks,
      outcome: outcomeKinds,
      "in-time": ["yes", "no"],
      satisfied: ["yes", "no"],
      solved: ["yes", "no"],
      level: ["1", "2", "3", "4"],
      reason: [...complaintReasons, ...praiseReasons],
    };
    return values[feature] ?? [];
  }
}

function addTo(counts: Counts, code: string, n: number): void {
  counts.set(code, (counts.get(code) ?? 0) + n);
}

function stated(axis: Axis, code: string, measure: SheetMeasure, by: By, part: string, n: number | null): SheetRow {
  return { axis, code, measure, by, part, state: n === null ? "merged" : "shown", n };
}

export function oneRow(
  axis: Axis,
  code: string,
  measure: SheetMeasure,
  by: By,
  part: string,
  n: number,
  threshold: number,
) {
  const few = n > 0 && n < threshold;
  return few
    ? ({ axis, code, measure, by, part, state: "few", n: null } as const)
    : stated(axis, code, measure, by, part, n);
}

/** The rows of one feature, with the sum of those that are not told each for itself. */
export function* oneWayRows(axis: Axis, measure: SheetMeasure, counts: Counts, one: OneWay): Generator<SheetRow> {
  for (const code of one.shown) yield stated(axis, code, measure, "", "", counts.get(code) ?? 0);
  // Where no agency is shown, not even which ones have cases is told.
  const named = axis === "agency" && one.shown.size === 0 ? [] : one.rest;
  for (const code of named) yield stated(axis, code, measure, "", "", null);
  if (one.rest.size > 0) yield stated(axis, MERGED, measure, "", "", sumOf(counts, one.rest));
}

/** A feature of the act over the whole country; of two parts, the small one is named as such. */
function* splitRows(measure: Measure, by: By, counts: Counts, one: OneWay, threshold: number): Generator<SheetRow> {
  for (const part of one.shown) yield stated("all", "", measure, by, part, counts.get(part) ?? 0);
  const small = [...one.rest].filter((part) => (counts.get(part) ?? 0) < threshold);
  for (const part of one.rest) {
    const few = counts.size === 2 && small.length === 1 && small[0] === part;
    yield { axis: "all", code: "", measure, by, part, state: few ? "few" : "merged", n: null };
  }
  if (one.rest.size > 0) yield stated("all", "", measure, by, MERGED, sumOf(counts, one.rest));
}

function sumOf(counts: Counts, codes: Iterable<string>): number {
  let sum = 0;
  for (const code of codes) sum += counts.get(code) ?? 0;
  return sum;
}
