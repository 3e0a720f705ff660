import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import { declineReason } from "../domain/outcome.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellSubmitter } from "./steps/tell.ts";

export const declineInput = caseRef.extend({
  reasonCode: declineReason,
  /** To the submitter: why, and which lawful channel is open. */
  reason: paragraphs(2000, 10),
});

/**
 * The portal does not take the case. Complaints and denunciations have their
 * own law (Law 02/2011/QH13, Law 25/2018/QH14): the submitter is told where to go.
 */
export async function declineCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof declineInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "decline");
  if (row.openParts > 0) throw new Refusal("parts-open");
  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "submitter" }, now);
  const data = { ...said, reasonCode: input.reasonCode };
  const moved = await moveCase(tx, actor, row, "decline", "declined", { set: { closedAt: now }, data }, now);
  await tellSubmitter(tx, moved, "declined", now);
  return moved;
}
