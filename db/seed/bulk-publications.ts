import { facetsOf } from "../../app/domain/facets.ts";
import { insertProposal } from "../proposals.ts";
import { changingValues, lastingValues } from "../publications.ts";
import type { Tx } from "../store.server.ts";
import type { Stored } from "./bulk-cases.ts";
import { insertMany } from "./bulk-insert.ts";

/** What is published of the cases, in the order of publication. */
export async function storePublications(tx: Tx, cases: readonly Stored[]): Promise<void> {
  const rows = cases.flatMap(({ folded, row }) => {
    const { publication, rating } = folded;
    if (!publication) return [];
    const { answerVi = null, answerEn = null, outcomeVi = null, outcomeEn = null, ...always } = publication.words;
    const texts = { ...always, answerVi, answerEn, outcomeVi, outcomeEn, outcomeKind: outcomeVi?.kind ?? null };
    const values = {
      ...lastingValues(row),
      ...changingValues(row, texts),
      ratingLevel: rating?.level ?? null,
      ratingSolved: rating?.solved ?? null,
      publishedAt: publication.first,
      updatedAt: publication.last,
      changedAt: folded.events.findLast((event) => event.seenBy === "public")?.at ?? publication.last,
    };
    return [{ ...values, facets: facetsOf(values) }];
  });
  rows.sort((one, other) => one.publishedAt.getTime() - other.publishedAt.getTime());
  await insertMany(tx, "publications", rows);
  if (rows.length > 0) await tx.publicChanged();
}

/** What waits for a second editor: few cases, each sealed with a key of its own. */
export async function storeProposals(tx: Tx, cases: readonly Stored[], answerIds: readonly number[]): Promise<void> {
  let first = 0;
  for (const { folded, row } of cases) {
    const approved = folded.answers.findLastIndex(({ state }) => state === "approved");
    const answerId = row.answeredAt === null || approved === -1 ? null : (answerIds[first + approved] ?? null);
    first += folded.answers.length;
    if (!folded.proposal) continue;
    const { words, proposerId, at: proposedAt } = folded.proposal;
    const { answerVi = null, answerEn = null, outcomeVi = null, outcomeEn = null, ...always } = words;
    const texts = { ...always, answerVi, answerEn, outcomeVi, outcomeEn, outcomeKind: outcomeVi?.kind ?? null };
    await insertProposal(tx, { caseId: row.id, answerId, proposerId, proposedAt, texts }, []);
  }
}
