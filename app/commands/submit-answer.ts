import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { paragraphs } from "../domain/fields.ts";
import { outcomeDateErrors, outcomeSchema } from "../domain/outcome.ts";
import type { Actor } from "../domain/permissions.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { insertAnswer, latestAnswer, updateAnswer } from "../../db/answers.ts";
import type { CaseRow } from "../../db/cases.ts";
import { canonicalJson, commitTo } from "../../db/events.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { tellAgency, tellSubmitter } from "./steps/tell.ts";

export const answerInput = caseRef.extend({
  body: paragraphs(20_000, 20),
  outcome: outcomeSchema,
});

/** The officer's answer, with its outcome, goes to the agency's leader for approval. */
export async function submitAnswer(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof answerInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "answer");
  if (actor.kind !== "staff" || row.agencyId === null) throw new Refusal("forbidden");
  const wrong = Object.entries(outcomeDateErrors(input.outcome, localDate(now)));
  if (wrong.length > 0)
    throw new InputRefusal(Object.fromEntries(wrong.map(([field, rule]) => [`outcome.${field}`, rule])));
  const { body, outcome } = input;
  const values = { body, outcome, agencyId: row.agencyId, draftedBy: actor.staffId, draftedAt: now };
  const draft = await latestAnswer(tx, row.id);
  const answerId = draft?.state === "draft" ? draft.id : null;
  if (answerId !== null) await updateAnswer(tx, answerId, { ...values, state: "submitted" });
  const id = answerId ?? (await insertAnswer(tx, { ...values, caseId: row.id, state: "submitted", lang: "vi" }));
  const data = {
    answerId: id,
    outcome: outcome.kind,
    ...commitTo(canonicalJson({ body, outcome })),
  };
  const moved = await moveCase(tx, actor, row, "answer", "awaiting_approval", { data }, now);
  await tellSubmitter(tx, moved, "awaiting-approval", now);
  await tellAgency(tx, moved, ["leader"], "approval-wanted", now);
  return moved;
}
