import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { latestProposal, updateProposal } from "../../db/proposals.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";

export const returnPublicationInput = caseRef.extend({ reason: paragraphs(2000, 10) });

/**
 * Sends what was proposed for publication back to its proposer, who is told
 * why, or calls off a publication that waits for its day. What is public stays.
 * Its proposer may take it back too.
 */
export async function returnPublication(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof returnPublicationInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "return-publication");
  const proposal = await latestProposal(tx, row.id, ["open", "approved"]);
  if (!proposal) throw new Refusal("wrong-state");
  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  const deciderId = actor.kind === "staff" ? actor.staffId : null;
  const messageId = typeof said.messageId === "number" ? said.messageId : null;
  await updateProposal(tx, proposal.id, { state: "returned", deciderId, decidedAt: now, messageId });
  const set = { proposedAt: null, publishAt: null };
  return changeCase(tx, actor, row, { type: "return-publication", set, data: said }, now);
}
