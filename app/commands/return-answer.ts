import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { insertAnswer, latestAnswer, updateAnswer } from "../../db/answers.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellAgency } from "./steps/tell.ts";

export const returnInput = caseRef.extend({ reason: paragraphs(2000, 5) });

/** The leader sends the answer back and says what is missing; the officer goes on from the same text. */
export async function returnAnswer(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof returnInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "return");
  const answer = await latestAnswer(tx, row.id, "submitted");
  if (!answer) throw new Refusal("wrong-state");
  await updateAnswer(tx, answer.id, { state: "returned" });
  const { id: _id, ...text } = answer;
  await insertAnswer(tx, { ...text, state: "draft" });
  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  const moved = await moveCase(
    tx,
    actor,
    row,
    "return",
    "in_progress",
    { data: { ...said, answerId: answer.id } },
    now,
  );
  await tellAgency(tx, moved, ["officer"], "answer-returned", now);
  return moved;
}
