import { z } from "zod";
import { kinds, languages } from "../domain/case-kind.ts";
import { statuses } from "../domain/case-status.ts";
import { choice, isoDate, line, optional } from "../domain/fields.ts";
import { axes } from "../domain/figure-plans.ts";
import { cleanLine } from "../domain/text.ts";
import { queueViews } from "../../db/queue-conditions.ts";
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

export const caseListQuery = z.object({
  q: search,
  kind: optional(choice(kinds)),
  status: optional(choice(statuses)),
  province: reference,
  agency: reference,
  field: reference,
  from: optional(isoDate),
  to: optional(isoDate),
  limit: listLimit(20),
  cursor: rowCursor,
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
