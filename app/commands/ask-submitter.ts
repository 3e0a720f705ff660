import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { MOST_QUESTIONS } from "../domain/questions.ts";
import { type CaseRow, findCase } from "../../db/cases.ts";
import { countQuestions } from "../../db/messages.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { pauseClock } from "./steps/clock.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellSubmitter } from "./steps/tell.ts";

export const askInput = caseRef.extend({ question: paragraphs(2000, 10) });

/**
 * Asks the submitter one thing. The clock pauses until the reply, or until the
 * question lapses. Refuses with `asked-enough` once a case has had all the
 * questions that may stop its clock.
 */
export async function askSubmitter(tx: Tx, actor: Actor, input: z.infer<typeof askInput>, now: Date): Promise<CaseRow> {
  const found = await findCase(tx, input.code);
  const askedEnough = found !== null && (await countQuestions(tx, found.id)) >= MOST_QUESTIONS;
  const row = await openCase(tx, actor, input, "ask", { askedEnough });
  const said = await say(tx, actor, row.id, { kind: "question", body: input.question, seenBy: "submitter" }, now);
  const set = await pauseClock(tx, row, now);
  const moved = await moveCase(tx, actor, row, "ask", "waiting", { set, data: said }, now);
  await tellSubmitter(tx, moved, "question", now);
  return moved;
}
