import { commitmentDueAt } from "../../domain/commitment.ts";
import { outcomeSchema } from "../../domain/outcome.ts";
import type { Answer } from "../../../db/answers.ts";
import { changeCommitment, insertCommitment, latestCommitment } from "../../../db/commitments.ts";
import type { CaseRow } from "../../../db/cases.ts";
import type { Tx } from "../../../db/store.server.ts";
import { refreshTasks } from "./keep-tasks.ts";

/**
 * Enters the promise of an approved answer in the register. The day first
 * promised for the matter stays, whatever a later answer promises; an earlier
 * promise still open is moved by a new one and kept by a solution.
 */
export async function recordPromise(tx: Tx, row: CaseRow, answer: Answer, now: Date): Promise<void> {
  const { data: outcome } = outcomeSchema.safeParse(answer.outcome);
  const before = await latestCommitment(tx, row.id);
  const open = before?.state === "open" ? before : null;
  if (outcome?.kind === "solved" && open) {
    const settled = { evidence: outcome.evidence || null, settledBy: answer.approvedBy, settledAt: now };
    await changeCommitment(tx, open.id, { state: "kept", ...settled });
    await refreshTasks(tx, row, now);
  }
  if (outcome?.kind !== "commitment") return;
  const { promise: what, owner, promisedOn } = outcome;
  const promised = { answerId: answer.id, what, owner, promisedOn, dueAt: commitmentDueAt(promisedOn) };
  if (open) {
    await changeCommitment(tx, open.id, { ...promised, moves: open.moves + (promisedOn === open.promisedOn ? 0 : 1) });
    await refreshTasks(tx, row, now);
    return;
  }
  const firstOn = before?.state === "missed" ? before.firstOn : promisedOn;
  const agencyId = answer.agencyId;
  await insertCommitment(tx, { ...promised, caseId: row.id, agencyId, firstOn, state: "open" });
}
