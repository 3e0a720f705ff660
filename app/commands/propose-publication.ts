import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { choice, line, optional, paragraphs } from "../domain/fields.ts";
import { maskReasons } from "../domain/mask.ts";
import { neutralOutcomeFields, outcomeSchema, wordedOutcomeFields } from "../domain/outcome.ts";
import type { Actor } from "../domain/actor.ts";
import { findIn, judge, type ProposedTexts, textsByField } from "../domain/publishing.ts";
import { type FieldErrors, InputRefusal, Refusal } from "../domain/refusal.ts";
import { type Answer, latestAnswer } from "../../db/answers.ts";
import type { CaseRow } from "../../db/cases.ts";
import { endWaiting, insertProposal } from "../../db/proposals.ts";
import { rulesOn } from "../../db/redaction-rules.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { knownNames } from "./steps/known-names.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

const verdict = z.object({
  /** The path of the text: `questionVi`, `outcomeVi.measure`. */
  field: line(60),
  /** The words that were found, and which of them in the text, from 0. */
  text: paragraphs(2000),
  nth: z.coerce.number().int().min(0).default(0),
  verdict: choice(["harmless", "masked"]),
});

export const chosenMask = z.object({
  field: line(60),
  text: paragraphs(2000),
  /** Left out: every occurrence. */
  nth: optional(z.coerce.number().int().min(0)),
  reason: choice(maskReasons),
  note: optional(line(300)),
});

export const proposeInput = caseRef.extend({
  titleVi: optional(line(150, 5)),
  titleEn: optional(line(150, 5)),
  questionVi: optional(paragraphs(10_000, 10)),
  questionEn: optional(paragraphs(10_000, 10)),
  answerVi: optional(paragraphs(20_000, 10)),
  answerEn: optional(paragraphs(20_000, 10)),
  outcomeVi: z.preprocess(emptyAsNothing, outcomeSchema.optional()),
  outcomeEn: z.preprocess(emptyAsNothing, outcomeSchema.optional()),
  /** What the editor says of each finding: nothing is proposed while one is left. */
  verdicts: z.array(verdict).max(500).default([]),
  masks: z.array(chosenMask).max(200).default([]),
});
export type ProposeInput = z.infer<typeof proposeInput>;

/**
 * Proposes what the public reads of a case, or reads from now on; another
 * editor publishes it. What waited before is replaced; what is public stays.
 */
export async function proposePublication(tx: Tx, actor: Actor, input: ProposeInput, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "propose-publication");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const answer = row.answeredAt === null ? null : await latestAnswer(tx, row.id, "approved");
  const missing = { ...missingTexts(input, row), ...(answer ? missingAnswer(input, answer) : {}) };
  const texts = proposed(input, answer);
  const byField = textsByField(texts);
  const found = findIn(byField, await knownNames(tx, row), await rulesOn(tx, localDate(now)));
  const { marks, errors } = judge(byField, found, input.verdicts, input.masks);
  const wrong = { ...errors, ...missing };
  if (Object.keys(wrong).length > 0) throw new InputRefusal(wrong);

  await endWaiting(tx, row.id, "replaced");
  const masked = marks.filter((mark) => mark.verdict === "masked").length;
  const changed = await changeCase(
    tx,
    actor,
    row,
    {
      type: "propose-publication",
      set: { proposedAt: now, proposerId: actor.staffId, publishAt: null },
      data: { withAnswer: answer !== null, masked, harmless: marks.length - masked },
    },
    now,
  );
  const proposal = { caseId: row.id, answerId: answer?.id ?? null, proposerId: actor.staffId, proposedAt: now, texts };
  await insertProposal(tx, proposal, marks);
  return changed;
}

type Side = "Vi" | "En";
const sideOf = (lang: "vi" | "en"): Side => (lang === "en" ? "En" : "Vi");

/** The language in which it was written is needed; the other one may follow. */
function missingTexts(input: ProposeInput, row: CaseRow): FieldErrors {
  const errors: FieldErrors = {};
  const side = sideOf(row.textLang);
  for (const field of [`title${side}`, `question${side}`] as const) if (!input[field]) errors[field] = "empty";
  const other = side === "Vi" ? "En" : "Vi";
  // Half a translation is none.
  if (input[`question${other}`] && !input[`title${other}`]) errors[`title${other}`] = "empty";
  return errors;
}

/** An answered case is published with its answer and the outcome that the leader approved. */
function missingAnswer(input: ProposeInput, answer: Answer): FieldErrors {
  const errors: FieldErrors = {};
  const side = sideOf(answer.lang);
  const other = side === "Vi" ? "En" : "Vi";
  const outcome = input[`outcome${side}`];
  if (!input[`answer${side}`]) errors[`answer${side}`] = "empty";
  if (!outcome) errors[`outcome${side}.kind`] = "empty";
  else if (outcome.kind !== answer.outcome.kind) errors[`outcome${side}.kind`] = "wrong";
  if (!input[`answer${other}`]) return errors;
  const translated = input[`outcome${other}`];
  if (!outcome) return errors;
  if (translated && translated.kind !== outcome.kind) errors[`outcome${other}.kind`] = "wrong";
  const untold = translated ? [] : wordedOutcomeFields(outcome.kind);
  for (const name of untold) errors[`outcome${other}.${name}`] = "empty";
  return errors;
}

/** What is proposed of the input: of an answer that the case has not, nothing. */
function proposed(input: ProposeInput, answer: Answer | null): ProposedTexts {
  const { titleVi = null, titleEn = null, questionVi = null, questionEn = null } = input;
  const question = { titleVi, titleEn, questionVi, questionEn };
  const none = { answerVi: null, answerEn: null, outcomeKind: null, outcomeVi: null, outcomeEn: null };
  if (!answer) return { ...question, ...none };
  const { answerVi = null, answerEn = null } = input;
  const outcomeVi = answerVi === null ? null : (input.outcomeVi ?? null);
  const outcomeEn = answerEn === null ? null : (input.outcomeEn ?? null);
  const outcomeKind = (outcomeVi ?? outcomeEn)?.kind ?? null;
  return { ...question, answerVi, answerEn, outcomeKind, outcomeVi, outcomeEn };
}

/** A form sends an outcome's fields even when none is filled in, and carries over what every language says alike. */
function emptyAsNothing(value: unknown): unknown {
  const filled =
    typeof value === "object" &&
    value !== null &&
    Object.entries(value).some(
      ([name, inner]) => name !== "kind" && !neutralOutcomeFields.includes(name) && inner !== "",
    );
  return filled ? value : undefined;
}
