import type { Answer } from "../../db/answers.ts";
import type { CaseRow } from "../../db/cases.ts";
import { latestProposalBefore, type Proposal, redactionsOf, standingMarks } from "../../db/proposals.ts";
import type { Db } from "../../db/store.server.ts";
import { maskTexts, textsByField } from "../domain/publishing.ts";
import { type DiffPart, wordDiff } from "../domain/word-diff.ts";
import { writtenTexts } from "./publish-prefill.ts";

/** What the public would read of one text, against what was written and against what was proposed before. */
export interface FieldComparison {
  readonly field: string;
  /** Against the words of the sender or the agency; null for a translation, which has no such words. */
  readonly written: readonly DiffPart[] | null;
  /** Against the earlier proposal; null where there is none or it reads the same. */
  readonly earlier: readonly DiffPart[] | null;
}

export interface ProposalComparison {
  readonly fields: readonly FieldComparison[];
  /** The earlier proposal with which the new one is compared: what is public now, else the last one before it. */
  readonly earlier: { readonly at: Date; readonly state: Proposal["state"] } | null;
}

/**
 * What publishing a proposal would change: its texts with everything masked
 * against the texts of the case, and against the proposal before it. Only whoever
 * may read the case whole is shown it.
 */
export async function compareProposal(
  db: Db,
  row: CaseRow,
  answer: Answer | null,
  proposal: Proposal,
): Promise<ProposalComparison> {
  const approved = answer?.state === "approved" ? answer : null;
  const written = writtenTexts(row, approved);
  const before = await latestProposalBefore(db, proposal, row.published);
  const [now, former] = [await publicTexts(db, proposal), before && (await publicTexts(db, before))];
  const fields = [...new Set([...now.keys(), ...(former?.keys() ?? [])])];
  return {
    fields: fields.map((field) => {
      const text = now.get(field) ?? "";
      const [original, earlier] = [written.get(field), former?.get(field) ?? ""];
      return {
        field,
        written: original === undefined ? null : wordDiff(original, text),
        earlier: former === null || earlier === text ? null : wordDiff(earlier, text),
      };
    }),
    earlier: before && { at: before.proposedAt, state: before.state },
  };
}

/** The texts of a proposal as the public reads or would read them, by field. */
async function publicTexts(db: Db, proposal: Proposal): Promise<ReadonlyMap<string, string>> {
  const marks = standingMarks(await redactionsOf(db, proposal.id));
  return textsByField(maskTexts(proposal.texts, marks).texts);
}
