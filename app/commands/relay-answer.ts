import { localDate } from "../domain/calendar.ts";
import { dueAt } from "../domain/deadlines.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { insertAnswer, latestAnswer } from "../../db/answers.ts";
import { type CaseRow, findCaseById } from "../../db/cases.ts";
import { loadCalendar, ruleInForce } from "../../db/deadline-settings.ts";
import { findMerge, noteRelayed } from "../../db/merges.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

/**
 * Gives the leading case's answer to the sender of a case under it, as an answer
 * of their own: they have the same time to rate and to dispute it. Refuses with
 * `wrong-state` while the leading case has no answer that stands.
 */
export async function relayAnswer(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "relay");
  const merge = await findMerge(tx, row.id);
  const lead = merge && (await findCaseById(tx, merge.leadId));
  const answer = lead?.answeredAt ? await latestAnswer(tx, lead.id, "approved") : null;
  if (!lead || !answer) throw new Refusal("wrong-state");
  const { id: sourceId, ...text } = answer;
  const answerId = await insertAnswer(tx, { ...text, caseId: row.id });
  await noteRelayed(tx, row.id, sourceId);
  const limit = await ruleInForce(tx, "close", row.kind, localDate(now));
  const closeAt = dueAt(limit, now, await loadCalendar(tx, row.calendarVersion));
  const set = { agencyId: lead.agencyId, answeredAt: now, closeAt, closedAt: null };
  const data = { answerId, leadCaseId: lead.id };
  const moved = await moveCase(tx, actor, row, "relay", "answered", { set, data }, now);
  await tellSubmitter(tx, moved, "answered", now);
  return moved;
}
