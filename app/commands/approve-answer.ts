import { localDate } from "../domain/calendar.ts";
import { dueAt } from "../domain/deadlines.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { latestAnswer, updateAnswer } from "../../db/answers.ts";
import type { CaseRow } from "../../db/cases.ts";
import { loadCalendar, ruleInForce } from "../../db/deadline-settings.ts";
import { giveEvidence } from "../../db/evidence.ts";
import { keepAnswerPrint } from "../../db/standard-answers.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { endConsults } from "./steps/asked-agencies.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { recordPromise } from "./steps/record-promise.ts";
import { tellFollowers, tellSubmitter } from "./steps/tell.ts";

/** The leader approves: the submitter has the answer and the answering clock stops. */
export async function approveAnswer(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "approve");
  if (row.openParts > 0) throw new Refusal("parts-open");
  const answer = await latestAnswer(tx, row.id, "submitted");
  if (actor.kind !== "staff" || !answer) throw new Refusal("wrong-state");
  await updateAnswer(tx, answer.id, { state: "approved", approvedBy: actor.staffId, approvedAt: now });
  const calendar = await loadCalendar(tx, row.calendarVersion);
  const limit = await ruleInForce(tx, "close", row.kind, localDate(now));
  const set = { answeredAt: now, closeAt: dueAt(limit, now, calendar), askedOf: await endConsults(tx, row.id, now) };
  const files = await giveEvidence(tx, row, now);
  const data = { answerId: answer.id, inTime: now < row.dueAt, ...(files > 0 ? { files } : {}) };
  const moved = await moveCase(tx, actor, row, "approve", "answered", { set, data }, now);
  await recordPromise(tx, moved, { ...answer, approvedBy: actor.staffId }, now);
  await keepAnswerPrint(tx, answer, now);
  await tellSubmitter(tx, moved, "answered", now);
  await tellFollowers(tx, moved, "followed-answered", now);
  return moved;
}
