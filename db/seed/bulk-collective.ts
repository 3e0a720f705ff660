import type { CaseRow } from "../cases.ts";
import { formerValues } from "../merges.ts";
import type { Tables } from "../schema.ts";
import type { FoldedCase } from "./folding.ts";

interface Stored {
  readonly folded: FoldedCase;
  readonly row: CaseRow;
}

/** The disputes of stored cases, as the commands keep them. */
export function disputeRows(cases: readonly Stored[]): Tables["disputes"]["$inferInsert"][] {
  return cases.flatMap(({ folded: { disputes }, row }) => disputes.map((item) => ({ ...item, caseId: row.id })));
}

/** The merges of stored cases, as `mergeCase` keeps them. No seeded case is published before it is merged. */
export function mergeRows(cases: readonly Stored[]): Tables["caseMerges"]["$inferInsert"][] {
  return cases.flatMap(({ folded: { beforeMerge }, row }) => {
    const { id: caseId, mergedIntoId: leadId, mergedAt: at } = row;
    if (!beforeMerge || leadId === null || at === null) return [];
    const before = formerValues({ ...row, ...beforeMerge, mergedIntoId: null }, row);
    return [{ caseId, intoId: leadId, leadId, at, before, publication: null, inPublic: false }];
  });
}
