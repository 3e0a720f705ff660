import { z } from "zod";
import { kinds, languages } from "../domain/case-kind.ts";
import { statuses } from "../domain/case-status.ts";
import { commitmentStates } from "../domain/commitment.ts";
import { axes, sheetMeasures } from "../domain/figure-plans.ts";

/**
 * What the API answers with. The OpenAPI document is made from these schemas,
 * the functions of `api-views.ts` are typed by them, and the tests hold every
 * answer against them.
 */
export const moment = z.iso.datetime().meta({ description: "RFC 3339, UTC" });
export const day = z.iso.date().meta({ description: "A day in Asia/Ho_Chi_Minh" });
export const caseCode = z
  .string()
  .regex(/^(PA|KN|RC|SK)-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  .meta({ id: "CaseCode", example: "PA-7K3M-92QX" });
export const kind = z.enum(kinds).meta({ id: "Kind" });
export const status = z.enum(statuses).meta({ id: "Status" });
export const lang = z.enum(languages).meta({ id: "Language" });
export const words = z.object({ vi: z.string(), en: z.string() }).meta({ id: "Words" });
/** A text of people; null in the language that has no approved translation of it yet. */
export const translated = z.object({ vi: z.string().nullable(), en: z.string().nullable() }).meta({ id: "Translated" });
export const count = z.int().min(0);

export const agencyRef = z
  .object({ id: z.int(), code: z.string(), name: words, abbreviation: z.string() })
  .meta({ id: "AgencyRef" });
export const agency = agencyRef
  .extend({ kind: z.string(), parentId: z.int().nullable(), provinceCode: z.string().nullable() })
  .meta({ id: "Agency" });
export const province = z
  .object({ code: z.string(), kind: z.string(), name: words, fullName: words })
  .meta({ id: "Province" });
export const commune = z
  .object({
    code: z.string(),
    kind: z.string(),
    name: words,
    provinceCode: z.string(),
    /** The name before 1/7/2025 that the search found, when it is not today's. */
    formerName: z.string().nullable(),
  })
  .meta({ id: "Commune" });
export const term = z.object({ code: z.string(), name: words }).meta({ id: "Term" });

export const standing = z
  .object({
    kind: z.enum(["done", "paused", "fine", "soon", "late"]),
    daysLeft: count.nullable(),
    daysLate: count.nullable(),
  })
  .meta({ id: "Standing", description: "Working days, by the calendar in force at filing" });
export const deadline = z
  .object({
    dueAt: moment,
    /** The last day on which an answer is in time. */
    dueOn: day,
    /** The last day promised at filing, before any pause. */
    promisedOn: day,
    amount: count,
    unit: z.enum(["working_days", "days"]),
    basis: words,
    standing,
  })
  .meta({ id: "Deadline" });

export const timelineEntry = z
  .object({ type: z.string(), at: moment, toStatus: status.nullable(), agency: words.nullable() })
  .meta({ id: "TimelineEntry" });
export const deskStay = z
  .object({
    desk: z.enum(["agency", "submitter"]),
    agency: words,
    from: moment,
    until: moment.nullable(),
    workingDays: count,
    /** Of the clock, nights and days off included. */
    minutes: count,
    /** The end of the desk's own allowance; null for the submitter. */
    allowanceDueAt: moment.nullable(),
    late: z.boolean(),
  })
  .meta({ id: "DeskStay", description: "How long the case lay where" });
export const rating = z
  .object({ level: z.int().min(1).max(4), solved: z.boolean() })
  .meta({ id: "Rating", description: "1 very dissatisfied … 4 very satisfied" });

/** What became of a dated promise; `firstOn` is the day first promised. */
export const promise = z
  .object({ state: z.enum(commitmentStates), promisedOn: day, firstOn: day })
  .meta({ id: "Promise" });
export const identity = z
  .object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    taxCode: z.string().nullable(),
  })
  .meta({ id: "Identity" });

/** One page of a list; `nextCursor` is null on the last. */
export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id });

/** One page of a list with filters; `unknown` names those whose value nobody knows, without which the list is. */
export const filteredPageOf = <T extends z.ZodType>(item: T, id: string) =>
  z
    .object({
      items: z.array(item),
      nextCursor: z.string().nullable(),
      unknown: z.array(z.string()).meta({
        description: "Filters whose value nobody knows: the list is without them",
        example: ["province"],
      }),
    })
    .meta({ id });

const publishedFigure = z
  .object({
    period: z.string().meta({ example: "2026" }),
    axis: z.enum(axes),
    code: z.string(),
    measure: z.enum(sheetMeasures),
    by: z.string(),
    part: z.string(),
    state: z.enum(["shown", "few", "merged"]),
    count: count.nullable(),
  })
  .meta({
    id: "PublishedFigure",
    description: "A number is null where it is below the threshold or told within a sum",
  });

export const statisticsPage = z
  .object({
    madeAt: moment.nullable(),
    threshold: count.nullable(),
    items: z.array(publishedFigure),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "StatisticsPage" });

export const problemShape = z
  .object({
    type: z.string().meta({ example: "/problems/input" }),
    title: z.string(),
    detail: z.string(),
    status: z.int(),
    errors: z
      .record(z.string(), z.object({ rule: z.string(), message: z.string(), allowed: z.array(z.string()).optional() }))
      .optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });
