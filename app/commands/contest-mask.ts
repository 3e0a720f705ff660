import { z } from "zod";
import { paragraphs, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { insertObjection, openObjections } from "../../db/objections.ts";
import { findRedaction, latestProposal } from "../../db/proposals.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";

export const contestMaskInput = caseRef.extend({
  /** What is masked, by its number. */
  redactionId: rowId,
  objection: paragraphs(2000, 10),
});

/** The author says why words of the public page should not be masked; an editor who did not mask them decides. */
export async function contestMask(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof contestMaskInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "contest-mask");
  const redaction = await findRedaction(tx, input.redactionId);
  const published = await latestProposal(tx, row.id, ["published"]);
  if (!redaction || redaction.proposalId !== published?.id || redaction.verdict !== "masked" || redaction.liftedAt) {
    throw new InputRefusal({ redactionId: "wrong" });
  }
  const open = await openObjections(tx, row.id);
  if (open.some(({ redactionId }) => redactionId === redaction.id)) throw new Refusal("already-exists");
  const words = { kind: "dispute" as const, body: input.objection, seenBy: "submitter" as const, lang: row.lang };
  const said = await say(tx, actor, row.id, words, now);
  const messageId = Number(said.messageId);
  await insertObjection(tx, { caseId: row.id, redactionId: redaction.id, messageId, at: now });
  const set = { objectedAt: row.objectedAt ?? now };
  return changeCase(tx, actor, row, { type: "contest-mask", seenBy: "submitter", set, data: said }, now);
}
