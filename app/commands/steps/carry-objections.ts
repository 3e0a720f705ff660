import type { CaseRow } from "../../../db/cases.ts";
import { openObjections, updateObjection } from "../../../db/objections.ts";
import { findRedaction, maskedWords, type Proposal, redactionsOf, wordsIn } from "../../../db/proposals.ts";
import type { Tx } from "../../../db/store.server.ts";

/**
 * When a case is published anew: an open objection goes on about the same words
 * where they are masked still, and has got what it asked for where they are
 * not. Returns since when one waits for an editor, or null.
 */
export async function carryObjections(tx: Tx, row: CaseRow, proposal: Proposal, now: Date): Promise<Date | null> {
  const open = await openObjections(tx, row.id);
  if (open.length === 0) return null;
  const redactions = await redactionsOf(tx, proposal.id);
  let waiting = false;
  for (const objection of open) {
    const about = await findRedaction(tx, objection.redactionId);
    const words = about && (await maskedWords(tx, about));
    const same = redactions.find(
      (one) => one.verdict === "masked" && one.field === about?.field && wordsIn(proposal, one) === words,
    );
    const changes = same ? { redactionId: same.id } : { state: "lifted" as const, decidedAt: now };
    await updateObjection(tx, objection.id, changes);
    waiting ||= same !== undefined;
  }
  return waiting ? row.objectedAt : null;
}
