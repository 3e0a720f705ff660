import type { Actor } from "../../domain/actor.ts";
import type { CaseAct } from "../../domain/acts.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type CaseRow, findCaseId } from "../../../db/cases.ts";
import { type CommitmentRow, openCommitment } from "../../../db/commitments.ts";
import type { Tx } from "../../../db/store.server.ts";
import { type CaseRef, openCase } from "./open-case.ts";

/** Loads a case and the promise it still owes, for an act on that promise. */
export async function openPromise(
  tx: Tx,
  actor: Actor,
  ref: CaseRef,
  act: CaseAct,
): Promise<{ row: CaseRow; commitment: CommitmentRow }> {
  const caseId = await findCaseId(tx, ref.code);
  const commitment = caseId === 0 ? null : await openCommitment(tx, caseId);
  const row = await openCase(tx, actor, ref, act, { promised: commitment !== null });
  if (!commitment) throw new Refusal("wrong-state");
  return { row, commitment };
}
