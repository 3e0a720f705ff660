import { z } from "zod";
import { line, optional, paragraphs } from "../domain/fields.ts";
import { outcomeSchema } from "../domain/outcome.ts";
import type { Actor } from "../domain/actor.ts";
import { type Finding, findPersonal } from "../domain/redaction.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { type Answer, latestAnswer } from "../../db/answers.ts";
import type { CaseRow } from "../../db/cases.ts";
import { savePublication } from "../../db/publications.ts";
import { openReporter } from "../../db/reporters.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { tellFollowers, tellSubmitter } from "./steps/tell.ts";

export const publishInput = caseRef.extend({
  titleVi: line(150, 5),
  titleEn: line(150, 5),
  questionVi: paragraphs(10_000, 10),
  questionEn: paragraphs(10_000, 10),
  answerVi: optional(paragraphs(20_000, 10)),
  answerEn: optional(paragraphs(20_000, 10)),
  outcomeVi: z.preprocess(emptyAsNothing, outcomeSchema.optional()),
  outcomeEn: z.preprocess(emptyAsNothing, outcomeSchema.optional()),
  /** The editor has looked at what the detectors found and says it names nobody. */
  confirmNoNames: optional(z.literal("yes", { error: "wrong" })),
});
export type PublishInput = z.infer<typeof publishInput>;

/** Publishes a case in both languages, or replaces what is published of it. */
export async function publishCase(tx: Tx, actor: Actor, input: PublishInput, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "publish");
  const answer = row.answeredAt === null ? null : await latestAnswer(tx, row.id, "approved");
  const errors = answer ? missingAnswer(input, answer) : {};
  if (!input.confirmNoNames) {
    const identity = await openReporter(tx, row.id);
    for (const [field, found] of personalIn(input, identity?.name ?? null)) errors[field] ??= `personal-${found.kind}`;
  }
  if (Object.keys(errors).length > 0) throw new InputRefusal(errors);

  const first = !row.published;
  const published = await changeCase(
    tx,
    actor,
    row,
    { type: "publish", seenBy: "public", set: { published: true }, data: { withAnswer: answer !== null } },
    now,
  );
  await savePublication(
    tx,
    published,
    {
      titleVi: input.titleVi,
      titleEn: input.titleEn,
      questionVi: input.questionVi,
      questionEn: input.questionEn,
      answerVi: answer ? (input.answerVi ?? null) : null,
      answerEn: answer ? (input.answerEn ?? null) : null,
      outcomeKind: answer ? (input.outcomeVi?.kind ?? null) : null,
      outcomeVi: answer ? (input.outcomeVi ?? null) : null,
      outcomeEn: answer ? (input.outcomeEn ?? null) : null,
    },
    now,
  );
  if (first) await tellSubmitter(tx, published, "published", now);
  await tellFollowers(tx, published, "followed-changed", now);
  return published;
}

/** An answered case is published with its answer and the outcome that the leader approved, in both languages. */
function missingAnswer(input: PublishInput, answer: Answer): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const field of ["answerVi", "answerEn"] as const) if (!input[field]) errors[field] = "empty";
  if (!input.outcomeVi) errors["outcomeVi.kind"] = "empty";
  else if (input.outcomeVi.kind !== answer.outcome.kind) errors["outcomeVi.kind"] = "wrong";
  if (!input.outcomeEn) errors["outcomeEn.kind"] = "empty";
  else if (input.outcomeVi && input.outcomeEn.kind !== input.outcomeVi.kind) errors["outcomeEn.kind"] = "wrong";
  return errors;
}

/** The first finding in each text that the form would publish, those of the outcomes by their path. */
function personalIn({ code: _code, ...texts }: PublishInput, name: string | null): [string, Finding][] {
  return Object.entries(flatTexts(texts)).flatMap(([field, text]) => {
    const found = findPersonal(text, name)[0];
    return found ? [[field, found] satisfies [string, Finding]] : [];
  });
}

function flatTexts(value: object): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [field, inner] of Object.entries(value)) {
    if (typeof inner === "string") flat[field] = inner;
    if (typeof inner !== "object" || inner === null) continue;
    for (const [path, text] of Object.entries(flatTexts(inner))) flat[`${field}.${path}`] = text;
  }
  return flat;
}

/** A form sends an outcome's fields even when none is filled in. */
function emptyAsNothing(value: unknown): unknown {
  const filled = typeof value === "object" && value !== null && Object.values(value).some((inner) => inner !== "");
  return filled ? value : undefined;
}
