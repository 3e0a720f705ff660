import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { dueAt, lastDay } from "../domain/deadlines.ts";
import { canDispute, disputeGrounds } from "../domain/dispute.ts";
import { choice, paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { loadCalendar, ruleInForce } from "../../db/deadline-settings.ts";
import { insertDispute } from "../../db/disputes.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellDeciders } from "./steps/tell-deciders.ts";
import { tellSubmitter } from "./steps/tell.ts";

export const disputeInput = caseRef.extend({
  ground: choice(disputeGrounds),
  /** What is wrong with the answer, in the submitter's words. */
  reason: paragraphs(2000, 10),
});

/**
 * The submitter says what is wrong with the answer. Somebody who had no part in
 * it decides, by a date of its own. Refuses with `already-exists` where the
 * answer of this round was disputed, with `window-over` after the time to object.
 */
export async function disputeCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof disputeInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "dispute");
  if (row.disputedAt !== null) throw new Refusal("already-exists");
  if (!canDispute(row, now)) throw new Refusal("window-over");
  const words = { kind: "dispute", body: input.reason, seenBy: "submitter", lang: row.lang } as const;
  const said = await say(tx, actor, row.id, words, now);
  const rule = await ruleInForce(tx, "dispute", row.kind, localDate(now));
  const disputeDueAt = dueAt(rule, now, await loadCalendar(tx, row.calendarVersion));
  const dispute = { caseId: row.id, round: row.round, ground: input.ground, at: now, dueAt: disputeDueAt };
  if (!(await insertDispute(tx, dispute))) throw new Refusal("already-exists");
  const set = {
    disputedAt: now,
    disputeDueAt,
    heardAt: now,
    closedAt: null,
    firstClosedAt: row.firstClosedAt ?? row.closedAt,
  };
  const data = { ...said, ground: input.ground };
  const moved = await moveCase(tx, actor, row, "dispute", "disputed", { set, data }, now);
  await tellSubmitter(tx, moved, "dispute-received", now, { decideBy: lastDay(disputeDueAt) });
  await tellDeciders(tx, moved, now);
  return moved;
}
