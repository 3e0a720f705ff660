import { z } from "zod";
import { choice, isoDate, line, paragraphs } from "./fields.ts";
import { readQuantity } from "./quantity.ts";
import { cleanLine } from "./text.ts";

/**
 * What an answer must show. A case does not end with "answered" but with an
 * outcome, and each kind of outcome has its own required fields.
 */
export const outcomeKinds = ["solved", "explained", "not_accepted", "referred", "commitment"] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** A number as people write it; its unit stands beside it. */
const figure = line(60).refine((typed) => readQuantity(typed) !== null, "not-number");

const solved = z.object({
  kind: z.literal("solved"),
  whatChanged: paragraphs(2000, 10),
  measure: line(200),
  unit: line(60),
  before: figure,
  after: figure,
  /** A document with number and date, or an address; empty where files are the evidence. */
  evidence: z.string({ error: "wrong" }).overwrite(cleanLine).max(500, "too-long").default(""),
  changedOn: isoDate,
});
const explained = z.object({
  kind: z.literal("explained"),
  legalBasis: line(300),
});
const notAccepted = z.object({
  kind: z.literal("not_accepted"),
  reasons: paragraphs(2000, 10),
  legalBasis: line(300),
});
const referred = z.object({
  kind: z.literal("referred"),
  referredTo: line(200),
  legalBasis: line(300),
});
const commitment = z.object({
  kind: z.literal("commitment"),
  promise: paragraphs(2000, 10),
  owner: line(200),
  promisedOn: isoDate,
});

export const outcomeSchema = z
  .discriminatedUnion("kind", [solved, explained, notAccepted, referred, commitment], { error: "empty" })
  .meta({ id: "Outcome" });
export type Outcome = z.infer<typeof outcomeSchema>;

/** The fields of each kind of outcome in the order of the form, derived from the schemas. */
export const outcomeFields: Record<OutcomeKind, readonly string[]> = {
  solved: fieldsOf(solved),
  explained: fieldsOf(explained),
  not_accepted: fieldsOf(notAccepted),
  referred: fieldsOf(referred),
  commitment: fieldsOf(commitment),
};

/** Fields that read the same in every language: a form carries them over, so they alone are no translation. */
export const neutralOutcomeFields: readonly string[] = ["before", "after", "changedOn", "promisedOn"];

/** The fields of an outcome that a translation has to say in its own words; the reference of a proof may stay away. */
export function wordedOutcomeFields(kind: OutcomeKind): string[] {
  return outcomeFields[kind].filter((name) => name !== "evidence" && !neutralOutcomeFields.includes(name));
}

function fieldsOf(schema: { shape: object }): string[] {
  return Object.keys(schema.shape).filter((name) => name !== "kind");
}

/**
 * The dates of an outcome checked against the day of the answer: a change lies
 * in the past, a commitment in the future. Returns rule names by field.
 */
export function outcomeDateErrors(outcome: Outcome, today: string): Record<string, string> {
  if (outcome.kind === "solved" && outcome.changedOn > today) return { changedOn: "future" };
  if (outcome.kind === "commitment" && outcome.promisedOn <= today) return { promisedOn: "past" };
  return {};
}

/** A change that nobody can check is none: it is shown by a reference or by files. Returns rule names by field. */
export function evidenceErrors(outcome: Outcome, files: number): Record<string, string> {
  return outcome.kind === "solved" && outcome.evidence === "" && files === 0 ? { evidence: "empty" } : {};
}

export const declineReasons = [
  "complaint",
  "denunciation",
  "out-of-scope",
  "state-secret",
  "abusive",
  "unclear",
] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const declineReason = choice(declineReasons);
