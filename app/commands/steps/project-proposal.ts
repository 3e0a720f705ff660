import { originalTexts } from "../../domain/publication-parts.ts";
import { maskTexts } from "../../domain/publishing.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { type Proposal, redactionsOf, standingMarks } from "../../../db/proposals.ts";
import { savePublication } from "../../../db/publications.ts";
import type { Tx } from "../../../db/store.server.ts";

/**
 * Makes the public projection of a case from an approved proposal: its texts
 * with everything masked that is masked now. Translations that came with it
 * count as drafted by the proposer and approved by whoever published it. Done
 * again after that, translations stay as people have made them since.
 */
export async function projectProposal(
  tx: Tx,
  row: CaseRow,
  proposal: Proposal,
  now: Date,
  again = false,
): Promise<void> {
  const redactions = await redactionsOf(tx, proposal.id);
  const { texts, masks } = maskTexts(proposal.texts, standingMarks(redactions));
  const masked = Object.keys(masks).length > 0 ? masks : null;
  const hands = { translatedBy: proposal.proposerId, approvedBy: proposal.deciderId };
  const told = again ? originalTexts(texts, row.textLang) : texts;
  await savePublication(tx, row, { ...told, masks: masked }, now, hands);
}
