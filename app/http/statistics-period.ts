import type { Teller } from "./statistics.ts";

/** What the address of a page about a place asks for: nothing, a year, or a quarter of it. */
export interface PlacePeriod {
  readonly year: string | null;
  /** `2026-Q3`. */
  readonly quarter: string | null;
  /** The address names a period that is not told. */
  readonly unknown: boolean;
}

/** The `period` of an address, a year or a quarter of one that is told. */
export function readPlacePeriod(search: URLSearchParams, years: readonly string[]): PlacePeriod {
  const asked = search.get("period") ?? "";
  if (asked === "") return { year: null, quarter: null, unknown: false };
  const [, year = "", quarter] = /^(\d{4})(-Q[1-4])?$/.exec(asked) ?? [];
  if (!years.includes(year)) return { year: null, quarter: null, unknown: true };
  return { year, quarter: quarter === undefined ? null : asked, unknown: false };
}

/** What is told of a place in each quarter of a year: by place and quarter, never by a third feature. */
export function placeQuarters(tell: Teller, axis: "agency" | "province", code: string, year: string) {
  return [1, 2, 3, 4].map((number) => {
    const quarter = `${year}-Q${number}`;
    const at = (measure: Parameters<Teller>[3]) => tell(year, axis, code, measure, "quarter", quarter);
    return {
      quarter,
      received: at(axis === "agency" ? "assigned" : "received"),
      answered: at("answered"),
      refused: at("refused"),
      reopened: at("reopened"),
      rated: at("rated"),
    };
  });
}
export type PlaceQuarter = ReturnType<typeof placeQuarters>[number];
