import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { paragraphs } from "../domain/fields.ts";
import { evidenceErrors, outcomeDateErrors, outcomeSchema } from "../domain/outcome.ts";
import type { Actor } from "../domain/actor.ts";
import { pointInput } from "../domain/question-points.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { keepFilesUntil } from "../../db/attachments.ts";
import type { CaseRow } from "../../db/cases.ts";
import { citationsOf, textsOfAnswer, unread } from "../../db/citations.ts";
import { canonicalJson, commitTo } from "../../db/events.ts";
import { countsAsEvidence, evidenceKeptUntil, evidenceOwner, waitingEvidence } from "../../db/evidence.ts";
import { keptPoint } from "../../db/points.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { openDraft, saveAnswerText } from "./steps/save-draft-text.ts";
import { openPoints, savePoints } from "./steps/save-points.ts";
import { tellAgency, tellSubmitter } from "./steps/tell.ts";

export const answerInput = caseRef.extend({
  body: paragraphs(20_000, 20),
  outcome: outcomeSchema,
  /** What becomes of each point of the question, by its id; a point left out stays as it was said before. */
  points: z.record(z.string().max(20), pointInput).optional(),
  /** The ids of the citations no longer or not yet in force that stay knowingly. */
  acknowledged: z.array(z.string().max(80)).max(100).optional(),
  /** The version of the draft that the writer had before them; 0 where there was none. */
  draftVersion: z.coerce.number().int().optional(),
});

/**
 * The officer's answer, with its outcome, goes to the agency's leader for
 * approval. Refused while a point of the question is open, and until whatever
 * it cites that is not in force was read and acknowledged.
 */
export async function submitAnswer(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof answerInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "answer");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const draft = await openDraft(tx, actor, row, input.draftVersion);
  const { body, outcome, acknowledged = [] } = input;
  const today = localDate(now);
  const points = await savePoints(tx, row.id, input.points, now);
  const citations = await citationsOf(tx, textsOfAnswer(body, outcome), today);
  const files = (await waitingEvidence(tx, row)).filter(countsAsEvidence);
  const wrong = {
    ...prefixed("outcome.", outcomeDateErrors(outcome, today)),
    ...prefixed("outcome.", evidenceErrors(outcome, files.length)),
    ...openPoints(points, today),
    ...prefixed("acknowledged.", unread(citations, acknowledged)),
  };
  if (Object.keys(wrong).length > 0) throw new InputRefusal(wrong);
  const kept = points.map(keptPoint);
  const text = { body, outcome, state: "submitted" as const, points: kept, acknowledged };
  if (files.length > 0) await keepFilesUntil(tx, evidenceOwner(tx, row), evidenceKeptUntil(now));
  const answerId = await saveAnswerText(tx, actor, row, draft, text, now);
  const said = {
    body,
    outcome,
    ...(kept.length > 0 ? { points: kept.map((point) => ({ ...point })) } : {}),
    ...(files.length > 0 ? { evidence: files.map(({ publicId, sha256 }) => [publicId, sha256]) } : {}),
  };
  const data = { answerId, outcome: outcome.kind, ...commitTo(canonicalJson(said)) };
  const moved = await moveCase(tx, actor, row, "answer", "awaiting_approval", { data }, now);
  await tellSubmitter(tx, moved, "awaiting-approval", now);
  await tellAgency(tx, moved, ["leader"], "approval-wanted", now);
  return moved;
}

const prefixed = (prefix: string, errors: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, rule]) => [prefix + field, rule]));
