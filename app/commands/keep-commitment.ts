import type { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { changeCommitment } from "../../db/commitments.ts";
import type { CaseRow } from "../../db/cases.ts";
import { commitTo } from "../../db/events.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef } from "./steps/open-case.ts";
import { openPromise } from "./steps/open-promise.ts";
import { tellFollowers, tellSubmitter } from "./steps/tell.ts";

export const keepCommitmentInput = caseRef.extend({
  /** What shows that it was done: a document with its number and date, or an address. */
  evidence: paragraphs(1000, 10),
});

/** The agency says that a promise is kept, and by what that can be seen; the submitter is told and may disagree. */
export async function keepCommitment(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof keepCommitmentInput>,
  now: Date,
): Promise<CaseRow> {
  const { row, commitment } = await openPromise(tx, actor, input, "keep-commitment");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const { evidence } = input;
  const settled = { state: "kept" as const, evidence, settledBy: actor.staffId, settledAt: now };
  if (!(await changeCommitment(tx, commitment.id, settled))) throw new Refusal("wrong-state");
  const data = { commitmentId: commitment.id, ...commitTo(evidence) };
  const changed = await changeCase(tx, actor, row, { type: "keep-commitment", seenBy: "public", data }, now);
  await tellSubmitter(tx, changed, "commitment-kept", now);
  await tellFollowers(tx, changed, "followed-changed", now);
  return changed;
}
