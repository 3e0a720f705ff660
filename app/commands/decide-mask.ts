import { z } from "zod";
import { choice, paragraphs, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { openObjections, updateObjection } from "../../db/objections.ts";
import { findRedaction, latestProposal, liftRedaction } from "../../db/proposals.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { projectProposal } from "./steps/project-proposal.ts";
import { say } from "./steps/say.ts";
import { tellSubmitter } from "./steps/tell.ts";

export const decideMaskInput = caseRef.extend({
  objectionId: rowId,
  decision: choice(["keep", "lift"]),
  reason: paragraphs(2000, 10),
});

/**
 * Answers an author's objection to what is masked: it stays, or is public from
 * now on. Refuses with `own-work` the editor who masked it.
 */
export async function decideMask(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof decideMaskInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "decide-mask");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const open = await openObjections(tx, row.id);
  const objection = open.find(({ id }) => id === input.objectionId);
  const redaction = objection && (await findRedaction(tx, objection.redactionId));
  if (!objection || !redaction) throw new InputRefusal({ objectionId: "wrong" });
  if (redaction.staffId === actor.staffId) throw new Refusal("own-work");

  const lifts = input.decision === "lift";
  const words = { kind: "reason" as const, body: input.reason, seenBy: "submitter" as const, lang: row.lang };
  const said = await say(tx, actor, row.id, words, now);
  const state = lifts ? ("lifted" as const) : ("kept" as const);
  const decided = { deciderId: actor.staffId, decidedAt: now, decisionId: Number(said.messageId) };
  await updateObjection(tx, objection.id, { state, ...decided });
  if (lifts) await liftRedaction(tx, redaction.id, now);
  const decidedRow = await changeCase(
    tx,
    actor,
    row,
    {
      type: lifts ? "lift-mask" : "keep-mask",
      seenBy: "submitter",
      set: { objectedAt: open.length > 1 ? row.objectedAt : null },
      data: said,
    },
    now,
  );
  const published = lifts && row.published ? await latestProposal(tx, row.id, ["published"]) : null;
  if (published?.id === redaction.proposalId) await projectProposal(tx, decidedRow, published, now, true);
  await tellSubmitter(tx, decidedRow, "mask-decided", now, { decision: input.decision });
  return decidedRow;
}
