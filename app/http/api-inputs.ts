import { z } from "zod";
import { kinds, languages } from "../domain/case-kind.ts";
import { choice, line, optional } from "../domain/fields.ts";
import { axes } from "../domain/figure-plans.ts";
import { outcomeKinds } from "../domain/outcome.ts";
import { entryStates } from "../domain/register.ts";
import { cleanLine } from "../domain/text.ts";
import { queueViews } from "../../db/queue-conditions.ts";
import type { BarrierFilterName } from "./barrier-filters.ts";
import { type FilterName, levels, publicStatuses, solvedAnswers } from "./published-filters.ts";
import { queueFilters, queueSort } from "./queue-filters.ts";

/** What calls of the API take beside the inputs of the commands. */
export const MOST_ITEMS = 100;

export const listLimit = (most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, "wrong")
    .transform(Number)
    .refine((value) => value >= 1, "too-small")
    .refine((value) => value <= MOST_ITEMS, "too-large")
    .default(most)
    .meta({ override: { type: "integer", minimum: 1, maximum: MOST_ITEMS, default: most } });

/** Where a list goes on: the number of a row. */
export const rowCursor = z
  .string()
  .regex(/^[0-9a-z]{1,11}$/, "wrong")
  .refine((value) => Number.isSafeInteger(Number.parseInt(value, 36)), "wrong")
  .optional();
const search = z.string().max(400, "too-long").overwrite(cleanLine).default("");
const reference = optional(line(40));

export const languageQuery = z.object({ lang: choice(languages).optional() });

/** A filter of a public list. A value that nobody knows is left out and named under `unknown`, as on the page. */
const filter = (known: readonly string[] | "date" | null = null) => {
  const told = known === "date" ? { format: known } : known === null ? {} : { enum: [...known] };
  return z
    .string()
    .default("")
    .meta({ override: { type: "string", ...told } });
};

/** The filters of the page of published cases, under the names that they have in its address. */
const caseFilters = {
  q: search,
  kind: filter(kinds),
  status: filter(publicStatuses),
  province: filter(),
  commune: filter(),
  agency: filter(),
  field: filter(),
  bottleneck: filter(),
  technology: filter(),
  outcome: filter(outcomeKinds),
  level: filter(levels),
  solved: filter(solvedAnswers),
  from: filter("date"),
  to: filter("date"),
} satisfies Record<FilterName, z.ZodType>;
export const caseListQuery = z.object({ ...caseFilters, limit: listLimit(20), cursor: rowCursor });
export const feedQuery = z.object({ ...caseFilters, cursor: rowCursor });

/** The filters of the page of the register. */
const barrierFilters = {
  q: search,
  document: filter(),
  class: filter(),
  sector: filter(),
  province: filter(),
  state: filter(entryStates),
} satisfies Record<BarrierFilterName, z.ZodType>;
export const barrierListQuery = z.object({
  ...barrierFilters,
  sort: filter(["newest", "reports"]),
  limit: listLimit(20),
  cursor: z
    .string()
    .regex(/^[0-9a-z]{1,10}\.[0-9a-z]{1,10}$/, "wrong")
    .optional(),
});

/** A list without filters that goes on after a row. */
export const rowsQuery = z.object({ limit: listLimit(20), cursor: rowCursor });
/** Amendments go on after a day and a row. */
export const changesQuery = z.object({
  limit: listLimit(20),
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.\d{1,15}$/, "wrong")
    .optional(),
});

/** Lists of reference data go on after a code. */
export const referenceQuery = z.object({ limit: listLimit(MOST_ITEMS), cursor: optional(line(60)) });
export const communesQuery = referenceQuery.extend({ province: reference, q: search });
export const fieldsQuery = referenceQuery.extend({
  vocabulary: optional(choice(["field", "bottleneck", "technology", "obstacle_class", "sector"])),
});

export const statisticsQuery = referenceQuery.extend({
  /** A year, or `now`. */
  period: optional(z.string().regex(/^(\d{4}|now)$/, "wrong")),
  axis: optional(choice(axes)),
  code: reference,
});

/** Late cases go on after a moment and a row. */
export const lateCasesQuery = z.object({
  limit: listLimit(20),
  cursor: z
    .string()
    .regex(/^[0-9a-z]{1,9}\.[0-9a-z]{1,10}$/, "wrong")
    .optional(),
});

export const queueQuery = z.object({
  view: optional(choice(queueViews)),
  q: search,
  ...queueFilters,
  sort: queueSort,
  limit: listLimit(20),
  cursor: z
    .string()
    .regex(/^[0-9a-z]{1,9}\.[0-9a-z]{1,10}$/, "wrong")
    .optional(),
});

/** What opens a case to its submitter. */
export const lookupInput = z.object({ code: z.string(), secret: z.string() }).meta({ id: "Lookup" });
export const secretInput = lookupInput.pick({ secret: true });
