import { z } from "zod";
import { cleanLine, cleanText } from "./text.ts";

/**
 * The kinds of value that forms and commands take. Every message is a rule
 * name (`empty`, `too-long`, …); `locales/` has the words per field and rule.
 */
const empty = (issue: { input?: unknown }) => (issue.input === undefined || issue.input === "" ? "empty" : "wrong");

/** One line of at most `max` characters. */
export const line = (max: number, min = 1) =>
  z
    .string({ error: empty })
    .max(max * 4, "too-long")
    .overwrite(cleanLine)
    .min(1, "empty")
    .min(min, "too-short")
    .max(max, "too-long");

/** Text of several lines, at most `max` characters. */
export const paragraphs = (max: number, min = 1) =>
  z
    .string({ error: empty })
    .max(max * 4, "too-long")
    .overwrite(cleanText)
    .min(1, "empty")
    .min(min, "too-short")
    .max(max, "too-long");

/** A value that may be left out; an empty field of a form counts as left out. */
export const optional = <T extends z.ZodType>(inner: T) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? undefined : value), inner.optional());

/** One of a closed list. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: (issue) => (issue.input === undefined || issue.input === "" ? "empty" : "wrong") });

/** The id of a row, as number or as digits from a form. */
export const rowId = z.coerce
  .number({ error: "empty" })
  .int("wrong")
  .positive("empty")
  .max(2 ** 53 - 1, "wrong");

/** A day as `YYYY-MM-DD` that exists. */
export const isoDate = z
  .string({ error: empty })
  .trim()
  .min(1, "empty")
  .regex(/^\d{4}-\d{2}-\d{2}$/, "wrong")
  .refine((value) => !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value), "wrong");

/**
 * One plain e-mail address. Narrower than the standard on purpose: no comments,
 * no quotes, no lists, no line breaks, so that one typed string can never
 * become two recipients.
 */
export const emailAddress = z
  .string({ error: empty })
  .trim()
  .min(1, "empty")
  .max(254, "too-long")
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/,
    "wrong",
  )
  .refine((value) => !value.includes(".."), "wrong")
  .toLowerCase();

/** Yes or no, asked without a pre-set answer. */
export const yesNo = choice(["yes", "no"]);
