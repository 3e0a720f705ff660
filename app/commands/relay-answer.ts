import { localDate } from "../domain/calendar.ts";
import { dueAt } from "../domain/deadlines.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { insertAnswer, latestAnswer } from "../../db/answers.ts";
import { shareFiles } from "../../db/attachment-shares.ts";
import { type CaseRow, findCaseById } from "../../db/cases.ts";
import { loadCalendar, ruleInForce } from "../../db/deadline-settings.ts";
import { findMerge, noteRelayed } from "../../db/merges.ts";
import { rateInPublic } from "../../db/publications.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

/**
 * Gives the leading case's answer to the sender of a case under it, as an answer
 * of their own: they have the same time to rate and to dispute it. When the
 * leading case is answered anew, so is theirs, as a new round; one whose dispute
 * is open keeps the answer that is disputed. Refuses with `wrong-state` while
 * the leading case has no answer that stands, or none that the sender has not got.
 */
export async function relayAnswer(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "relay");
  const merge = await findMerge(tx, row.id);
  const lead = merge && (await findCaseById(tx, merge.leadId));
  const answer = lead?.answeredAt ? await latestAnswer(tx, lead.id, "approved") : null;
  if (!lead || !answer || answer.id === merge.answerId) throw new Refusal("wrong-state");
  const { id: sourceId, ...text } = answer;
  const answerId = await insertAnswer(tx, { ...text, caseId: row.id });
  await noteRelayed(tx, row.id, sourceId);
  await shareFiles(tx, lead.id, row.id, "evidence");
  const limit = await ruleInForce(tx, "close", row.kind, localDate(now));
  const closeAt = dueAt(limit, now, await loadCalendar(tx, row.calendarVersion));
  const set = { ...againOf(row), agencyId: lead.agencyId, answeredAt: now, closeAt, closedAt: null };
  const outcome = typeof answer.outcome.kind === "string" ? answer.outcome.kind : "";
  const counted = { agencyId: lead.agencyId, inTime: now < row.dueAt, outcome };
  const data = { answerId, leadCaseId: lead.id, ...counted };
  const moved = await moveCase(tx, actor, row, "relay", "answered", { set, data }, now);
  if (moved.published) await rateInPublic(tx, row.id, null);
  await tellSubmitter(tx, moved, "answered", now);
  return moved;
}

/** What a case that had an answer keeps of it, and begins anew. */
function againOf(row: CaseRow): Partial<CaseRow> {
  if (row.status === "merged") return {};
  const first = {
    firstAnsweredAt: row.firstAnsweredAt ?? row.answeredAt,
    firstClosedAt: row.firstClosedAt ?? row.closedAt,
  };
  return { ...first, round: row.round + 1, disputedAt: null, disputeDueAt: null };
}
