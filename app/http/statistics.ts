import { type Kind, kinds } from "../domain/case-kind.ts";
import { type Axis, MERGED, NONE, percentiles, type SheetMeasure } from "../domain/figure-plans.ts";
import { outcomeKinds } from "../domain/outcome.ts";
import { complaintReasons, praiseReasons } from "../domain/rating.ts";
import {
  currentRelease,
  type FigureRelease,
  NOW,
  type PublishedFigure,
  releasedFigures,
  releasedYears,
} from "../../db/figure-releases.ts";
import type { Db } from "../../db/store.server.ts";
import { placeQuarters } from "./statistics-period.ts";
import { timesOf } from "./statistics-times.ts";

/**
 * A number of a page: where it stands in the published files, and what it is.
 * Null where it is not told: `few` from 1 to below the threshold, `merged` within a sum.
 */
export interface Told {
  /** `period|axis|code|measure|by|part`. */
  readonly key: string;
  readonly n: number | null;
  readonly state: "shown" | "few" | "merged";
}

/** Reads told numbers out of the rows of a release; those of agencies need the rows of the whole country and of what is merged. */
export function tellerOf(rows: readonly PublishedFigure[]) {
  const known = new Map(rows.map((row) => [keyOf(row.period, row.axis, row.code, row.measure, row.by, row.part), row]));
  return (period: string, axis: Axis, code: string, measure: SheetMeasure, by = "", part = ""): Told => {
    const key = keyOf(period, axis, code, measure, by, part);
    const row = known.get(key);
    if (row) return { key, n: row.n, state: row.state };
    const none = axis === "agency" && ["", "quarter"].includes(by) && hasNone(period, code, measure);
    return none ? { key, n: 0, state: "shown" } : { key, n: null, state: "merged" };
  };

  /** Only agencies with cases stand in a release, and none where all that is told is one sum; of anything else what is missing is not told. */
  function hasNone(period: string, code: string, measure: SheetMeasure): boolean {
    if (measure === "days" || known.has(keyOf(period, "agency", code, measure, "", ""))) return false;
    const all = known.get(keyOf(period, "all", "", measure, "", ""))?.n ?? null;
    const merged = known.get(keyOf(period, "agency", MERGED, measure, "", ""))?.n ?? null;
    return all !== null && all !== merged;
  }
}

export type Teller = ReturnType<typeof tellerOf>;

const keyOf = (...parts: readonly string[]) => parts.join("|");

export interface StatisticsQuery {
  readonly year: string;
  readonly quarter: string | null;
  readonly kind: Kind | null;
  /** Something in the address is not known. */
  readonly unknown: boolean;
}

/** What the address asks for: `period` a year or a quarter, `kind`. */
export function readStatisticsQuery(search: URLSearchParams, years: readonly string[]): StatisticsQuery {
  const [year = "", quarter] = (search.get("period") ?? "").split("-");
  const kind = kinds.find((one) => one === search.get("kind")) ?? null;
  const known = years.includes(year);
  const quarterKnown = known && /^Q[1-4]$/.test(quarter ?? "");
  const asked = (name: string) => (search.get(name) ?? "") !== "";
  return {
    year: known ? year : (years[0] ?? ""),
    quarter: quarterKnown ? `${year}-${quarter}` : null,
    kind,
    unknown:
      (asked("period") && !(known && (quarter === undefined || quarterKnown))) || (asked("kind") && kind === null),
  };
}

export interface Released {
  readonly release: FigureRelease;
  readonly years: readonly string[];
}

/** The release that pages, files and programs read; null before the first that tells of a year. */
export async function released(db: Db): Promise<Released | null> {
  const release = await currentRelease(db);
  if (!release) return null;
  const years = await releasedYears(db, release.id);
  return years.length === 0 ? null : { release, years };
}

/** Everything that the page about the whole country shows, for what was asked. */
export async function countryFigures(db: Db, { release }: Released, query: StatisticsQuery) {
  const rows = await releasedFigures(db, release.id, {
    periods: [query.year, NOW],
    axes: ["all", "quarter", "month", "kind", "province", "field", "bottleneck"],
  });
  const tell = tellerOf(rows);
  const { year, quarter, kind } = query;
  // No figure is published by quarter and kind and a third feature at once: with a kind, most of the page is of the year.
  const scope: readonly [Axis, string] = kind ? ["kind", kind] : quarter ? ["quarter", quarter] : ["all", ""];
  const here = (measure: SheetMeasure, by = "", part = "") => tell(year, ...scope, measure, by, part);
  /** Of a row of an axis, within what was asked. */
  const of = (axis: Axis, code: string, measure: SheetMeasure): Told =>
    scope[0] === "all" ? tell(year, axis, code, measure) : tell(year, axis, code, measure, ...scope);
  const quarters = [1, 2, 3, 4].map((one) => `${year}-Q${one}`);
  const codesOf = (axis: Axis) => [
    ...new Set(
      rows
        .filter((row) => row.axis === axis && row.period === year && row.measure === "received")
        // What is merged in a table of two features need not be so in the one that is shown.
        .filter((row) => row.code !== MERGED || row.by === (scope[0] === "all" ? "" : scope[0]))
        .map((row) => row.code),
    ),
  ];
  const many = (measure: SheetMeasure) =>
    kind && quarter ? tell(year, "kind", kind, measure, "quarter", quarter) : here(measure);
  return {
    /** What came and went in the quarter that was asked for, of the kind that was. */
    many: { received: many("received"), answered: many("answered"), declined: many("declined") },
    received: here("received"),
    answered: here("answered"),
    declined: here("declined"),
    refused: here("refused"),
    reopened: here("reopened"),
    times: timesOf(tell, query, release.day),
    inTime: here("answered", "in-time", "yes"),
    tooLate: here("answered", "in-time", "no"),
    late: kind ? tell(NOW, "kind", kind, "late") : tell(NOW, "all", "", "late"),
    quarters:
      scope[0] === "all"
        ? quarters.map((code) => ({
            code,
            answered: tell(year, "quarter", code, "answered"),
            inTime: tell(year, "quarter", code, "answered", "in-time", "yes"),
          }))
        : [],
    days: percentiles.map((percent) => ({ percent, told: here("days", "percentile", String(percent)) })),
    provinces: codesOf("province").map((code) => ({
      code,
      received: of("province", code, "received"),
      answered: of("province", code, "answered"),
    })),
    fields: codesOf("field").map((code) => ({ code, received: of("field", code, "received") })),
    fieldKinds:
      scope[0] === "all"
        ? codesOf("field")
            .filter((code) => code !== "*")
            .map((code) => ({
              code,
              cells: kinds.map((one) => tell(year, "field", code, "received", "kind", one)),
            }))
        : [],
    rated: here("rated"),
    satisfied: here("rated", "satisfied", "yes"),
    solved: here("rated", "solved", "yes"),
    levels: ["4", "3", "2", "1"].map((level) => ({ level, told: here("rated", "level", level) })),
    reasons:
      scope[0] === "all"
        ? [...complaintReasons, ...praiseReasons].map((reason) => ({
            reason,
            told: tell(year, "all", "", "reason", "reason", reason),
          }))
        : [],
    outcomes: outcomeKinds.map((outcome) => ({ outcome, told: here("answered", "outcome", outcome) })),
  };
}
export type CountryFigures = Awaited<ReturnType<typeof countryFigures>>;

/** The few numbers of the first page, of the last year that is told and of now. */
export async function homeFigures(db: Db, { release, years }: Released) {
  const year = years[0] ?? "";
  const tell = tellerOf(await releasedFigures(db, release.id, { periods: [year, NOW], axes: ["all"] }));
  return {
    year,
    madeAt: release.madeAt,
    received: tell(year, "all", "", "received"),
    answered: tell(year, "all", "", "answered"),
    inTime: tell(year, "all", "", "answered", "in-time", "yes"),
    tooLate: tell(year, "all", "", "answered", "in-time", "no"),
    late: tell(NOW, "all", "", "late"),
  };
}

/** What the page about one agency or province shows: each year that is told or the one asked for, and the quarters of the last. */
export async function placeFigures(
  db: Db,
  { release, years }: Released,
  axis: "agency" | "province",
  code: string,
  asked: string | null,
) {
  const rows = await releasedFigures(db, release.id, {
    periods: [...years, NOW],
    axes: [axis, "all"],
    codes: [code, MERGED, ""],
  });
  const tell = tellerOf(rows);
  const newest = asked ?? years[0] ?? "";
  return {
    late: tell(NOW, axis, code, "late"),
    quartersOf: newest,
    quarters: placeQuarters(tell, axis, code, newest),
    years: (asked === null ? years : [asked]).map((year) => {
      const at = (measure: SheetMeasure, by = "", part = "") => tell(year, axis, code, measure, by, part);
      return {
        year,
        received: at(axis === "agency" ? "assigned" : "received"),
        answered: at("answered"),
        inTime: at("answered", "in-time", "yes"),
        tooLate: at("answered", "in-time", "no"),
        median: at("days", "percentile", "50"),
        p90: at("days", "percentile", "90"),
        refused: at("refused"),
        reopened: at("reopened"),
        rated: at("rated"),
        satisfied: at("rated", "satisfied", "yes"),
        solved: at("rated", "solved", "yes"),
      };
    }),
  };
}
export type PlaceFigures = Awaited<ReturnType<typeof placeFigures>>;

/** Agencies by what they answered in a year, the most first. */
export async function agencyFigures(db: Db, { release }: Released, year: string, limit: number) {
  const rows = await releasedFigures(db, release.id, { periods: [year], axes: ["agency", "all"] });
  const tell = tellerOf(rows);
  const codes = rows
    .filter(({ axis, measure, by }) => axis === "agency" && measure === "answered" && by === "")
    .filter(({ code, n }) => n !== null && n > 0 && code !== MERGED && code !== NONE)
    .toSorted((one, other) => (other.n ?? 0) - (one.n ?? 0))
    .slice(0, limit);
  return codes.map(({ code }) => ({
    code,
    received: tell(year, "agency", code, "assigned"),
    answered: tell(year, "agency", code, "answered"),
    inTime: tell(year, "agency", code, "answered", "in-time", "yes"),
    tooLate: tell(year, "agency", code, "answered", "in-time", "no"),
    median: tell(year, "agency", code, "days", "percentile", "50"),
  }));
}
