import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { decideDispute } from "../../db/disputes.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { openAsDecider } from "./steps/open-as-decider.ts";
import { caseRef } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellFollowers, tellSubmitter } from "./steps/tell.ts";

export const upholdInput = caseRef.extend({
  /** Why the answer stands; the submitter reads it. */
  reason: paragraphs(5000, 20),
});

/** The answer stands: the case closes, and that its submitter disagrees stays to be read by everybody who may read the case. */
export async function upholdAnswer(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof upholdInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openAsDecider(tx, actor, input, "uphold");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "submitter" }, now);
  await decideDispute(tx, row.id, row.round, { decision: "uphold", decidedBy: actor.staffId, decidedAt: now });
  const set = { closedAt: now, disputeDueAt: null, heardAt: null };
  const moved = await moveCase(tx, actor, row, "uphold", "closed", { set, data: said }, now);
  await tellSubmitter(tx, moved, "dispute-upheld", now);
  await tellFollowers(tx, moved, "followed-changed", now);
  return moved;
}
