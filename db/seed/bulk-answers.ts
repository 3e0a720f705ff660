import { sql } from "drizzle-orm";
import { localDate } from "../../app/domain/calendar.ts";
import { commitmentDueAt } from "../../app/domain/commitment.ts";
import { outcomeSchema } from "../../app/domain/outcome.ts";
import type { CaseRow } from "../cases.ts";
import type { Tables } from "../schema.ts";
import type { Tx } from "../store.server.ts";
import type { FoldedCase } from "./folding.ts";

interface Stored {
  readonly folded: FoldedCase;
  readonly row: CaseRow;
}

/**
 * The promises of approved answers, with the numbers that those have got. One
 * whose day is over is kept: a portal that wakes up to thousands of broken
 * promises would take all those cases up again.
 */
export function commitmentRows(
  cases: readonly Stored[],
  answerIds: readonly number[],
  now: Date,
): Tables["commitments"]["$inferInsert"][] {
  let first = 0;
  return cases.flatMap(({ folded: { answers }, row }) => {
    const from = first;
    first += answers.length;
    const place = answers.findLastIndex(({ state }) => state === "approved");
    const answer = answers[place];
    const { data: outcome } = outcomeSchema.safeParse(answer?.outcome);
    if (!answer || outcome?.kind !== "commitment") return [];
    const { promise: what, owner, promisedOn } = outcome;
    const dueAt = commitmentDueAt(promisedOn);
    const promised = { caseId: row.id, answerId: answerIds[from + place] ?? 0, agencyId: answer.agencyId, what, owner };
    const days = { firstOn: promisedOn, promisedOn, dueAt };
    const kept = dueAt <= now;
    const settled = { settledBy: kept ? (answer.approvedBy ?? null) : null, settledAt: kept ? dueAt : null };
    return [{ ...promised, ...days, ...settled, state: kept ? ("kept" as const) : ("open" as const) }];
  });
}

/** How many answers each agency gave in a month, by `month|agency`. */
export type AnswerTally = Map<string, number>;

/** Counts the approved answers of cases. */
export function tallyAnswers(tally: AnswerTally, folded: readonly FoldedCase[]): void {
  for (const { answers } of folded)
    for (const { state, approvedAt, agencyId } of answers) {
      if (state !== "approved" || !approvedAt) continue;
      const key = `${localDate(approvedAt).slice(0, 7)}|${agencyId}`;
      tally.set(key, (tally.get(key) ?? 0) + 1);
    }
}

/** Stores what was counted. None of the answers counts as a standard one: nobody has compared them. */
export async function storeTally(tx: Tx, tally: AnswerTally): Promise<void> {
  for (const [key, answers] of tally) {
    const [month = "", agencyId] = key.split("|");
    const { answerTallies } = tx.tables;
    await tx
      .insert(answerTallies)
      .values({ month, agencyId: Number(agencyId), answers, standard: 0 })
      .onConflictDoUpdate({
        target: [answerTallies.month, answerTallies.agencyId],
        set: { answers: sql`${answerTallies.answers} + ${answers}` },
      });
  }
}
