import type { Measure } from "./figures.ts";

/**
 * The figures of a year as they are published: by one feature, and by two at
 * the most. Whatever is shown or downloaded is one of these rows.
 */
export interface SheetRow {
  readonly axis: Axis;
  /** Of the axis; "" for `all`, `*` for the rows that are only told as their sum. */
  readonly code: string;
  readonly measure: SheetMeasure;
  /** The second feature; "" for none. */
  readonly by: By;
  readonly part: string;
  /** `few`: from 1 to below the threshold. `merged`: told only within a sum. */
  readonly state: "shown" | "few" | "merged";
  readonly n: number | null;
}

export const axes = ["all", "quarter", "month", "kind", "province", "agency", "field", "bottleneck"] as const;
export type Axis = (typeof axes)[number];
export const splits = ["outcome", "in-time", "days", "level", "satisfied", "solved", "reason"] as const;
export type By = "" | "percentile" | Axis | (typeof splits)[number];
/** `days`: working days to the first answer. `late`: open cases whose promised date is over. */
export const sheetMeasures = [
  "received",
  "assigned",
  "answered",
  "refused",
  "reopened",
  "declined",
  "rated",
  "reason",
  "days",
  "late",
] as const;
export type SheetMeasure = (typeof sheetMeasures)[number];
export const MERGED = "*";
/** The code of cases that have no value of a feature. */
export const NONE = "none";

export const percentiles = [10, 25, 50, 75, 90] as const;

export type Split = Exclude<By, "" | "percentile" | "all" | "month" | "days" | "level">;
interface Plan {
  readonly axes: readonly Exclude<Axis, "all" | "month">[];
  readonly months?: true;
  /** Of the country: by a feature of the act. */
  readonly of: readonly Split[];
  readonly tables: readonly (readonly [Exclude<Axis, "all" | "month">, Split])[];
}

/** What the pages of provinces and agencies tell of a quarter. */
const placesByQuarter: Plan["tables"] = [
  ["province", "quarter"],
  ["agency", "quarter"],
];

/** What is published of each measure. A table's columns are always published alone as well. */
export const plans: Record<Measure, Plan> = {
  received: {
    axes: ["quarter", "kind", "province", "field", "bottleneck"],
    months: true,
    of: [],
    tables: [
      ["kind", "quarter"],
      ["province", "kind"],
      ["province", "quarter"],
      ["field", "kind"],
      ["field", "quarter"],
    ],
  },
  assigned: { axes: ["quarter", "agency"], of: [], tables: [["agency", "quarter"]] },
  answered: {
    axes: ["quarter", "kind", "province", "agency", "field"],
    months: true,
    of: ["in-time", "outcome"],
    tables: [
      ["kind", "quarter"],
      ["kind", "in-time"],
      ["kind", "outcome"],
      ["quarter", "in-time"],
      ["quarter", "outcome"],
      ["province", "kind"],
      ["province", "quarter"],
      ["province", "in-time"],
      ["agency", "quarter"],
      ["agency", "in-time"],
      ["field", "in-time"],
    ],
  },
  refused: { axes: ["quarter", "kind", "province", "agency"], of: [], tables: placesByQuarter },
  reopened: { axes: ["quarter", "kind", "province", "agency"], of: [], tables: placesByQuarter },
  declined: { axes: ["quarter", "kind"], of: [], tables: [["kind", "quarter"]] },
  rated: {
    axes: ["quarter", "kind", "province", "agency"],
    of: ["satisfied", "solved"],
    tables: [
      ...placesByQuarter,
      ["quarter", "satisfied"],
      ["quarter", "solved"],
      ["kind", "satisfied"],
      ["kind", "solved"],
      ["province", "satisfied"],
      ["agency", "satisfied"],
      ["province", "solved"],
      ["agency", "solved"],
    ],
  },
  reason: { axes: [], of: ["reason"], tables: [] },
};
