import { noWeights } from "../../app/domain/similarity.ts";
import { keyRows } from "../case-keys.ts";
import { sealedReporter } from "../reporters.ts";
import type { Store, Tx } from "../store.server.ts";
import { type AnswerTally, commitmentRows, storeTally, tallyAnswers } from "./bulk-answers.ts";
import { barrierRows } from "./bulk-barriers.ts";
import { type Lead, type Stored, storeCases } from "./bulk-cases.ts";
import { disputeRows, mergeRows } from "./bulk-collective.ts";
import { chainEvents } from "./bulk-events.ts";
import { countInBulk } from "./bulk-figures.ts";
import { insertMany, insertNumbered } from "./bulk-insert.ts";
import { storeProposals, storePublications } from "./bulk-publications.ts";
import { newRegisterTally, type RegisterTally, reportInBulk, storeRegister } from "./bulk-register.ts";
import type { Cast } from "./cast.ts";
import { foldCase } from "./fold.ts";
import type { FoldedCase } from "./folding.ts";
import type { Ground } from "./ground.ts";
import type { CasePlan } from "./steps.ts";

/** How many cases share a transaction. */
const BATCH = 400;

export interface BulkCase {
  readonly code: string;
  /** What opens the case on the tracking page. */
  readonly secret: string;
}

/**
 * Stores planned cases as rows, without the commands: for hundreds of thousands.
 * Everything follows from the plans but keys, salts and secrets. No mail is
 * queued. `stored` is called after each batch with its last case.
 */
export async function storeInBulk(
  store: Store,
  ground: Ground,
  cast: Cast,
  plans: {
    readonly count: number;
    readonly at: (index: number) => CasePlan;
    readonly name: string;
    readonly now: Date;
  },
  stored: (done: number, last: BulkCase) => void = () => {},
): Promise<void> {
  let before: Lead | null = null;
  const tally: AnswerTally = new Map();
  const register = newRegisterTally();
  for (let from = 0; from < plans.count; from += BATCH) {
    const count = Math.min(BATCH, plans.count - from);
    const folded = Array.from({ length: count }, (_, index) => foldCase(ground, cast, plans.at(from + index)));
    const last: Stored = await store.write((tx) => storeBatch(tx, folded, before, plans, register));
    tallyAnswers(tally, folded);
    before = { index: last.folded.plan.index, id: last.row.id };
    stored(from + count, { code: last.row.code, secret: last.secret });
  }
  await store.write((tx) => storeTally(tx, tally));
  await store.write((tx) => storeRegister(tx, register));
}

async function storeBatch(
  tx: Tx,
  folded: readonly FoldedCase[],
  before: Lead | null,
  { name, now }: { readonly name: string; readonly now: Date },
  register: RegisterTally,
): Promise<Stored> {
  const cases = await storeCases(tx, folded, before, name);
  await storeReporters(tx, cases);
  const messages = cases.flatMap(({ folded: { messages: list }, row }) =>
    list.map((item) => ({ ...item, caseId: row.id })),
  );
  const answers = cases.flatMap(({ folded: { answers: list }, row }) =>
    list.map((item) => ({ ...item, caseId: row.id })),
  );
  const messageIds = await insertNumbered(tx, "messages", messages);
  const answerIds = await insertNumbered(tx, "answers", answers);
  await insertMany(tx, "commitments", commitmentRows(cases, answerIds, now));
  await insertMany(tx, "caseRefusals", refusalRows(cases, messageIds));
  await insertMany(tx, "disputes", disputeRows(cases));
  await insertMany(tx, "caseMerges", mergeRows(cases));
  const events = chainEvents(cases, messageIds, answerIds, before);
  await insertMany(tx, "events", events);
  await countInBulk(
    tx,
    cases.map(({ row }) => row),
    events,
  );
  await insertMany(
    tx,
    "ratings",
    cases.flatMap(({ folded: { rating }, row }) => (rating ? [{ ...rating, caseId: row.id }] : [])),
  );
  const { provisions, burdens } = barrierRows(cases.map(({ row }) => row));
  await insertMany(tx, "caseProvisions", provisions);
  await insertMany(tx, "caseBurdens", burdens);
  await insertMany(
    tx,
    "caseKeys",
    cases.flatMap(({ row }) => keyRows(row, noWeights)),
  );
  await storePublications(tx, cases);
  await reportInBulk(tx, cases, register);
  await storeProposals(tx, cases, answerIds);
  const last = cases.at(-1);
  if (!last) throw new Error("a batch of seeded cases is empty");
  return last;
}

/** The refusals of the cases, with the numbers that their words have got. */
function refusalRows(cases: readonly Stored[], messageIds: readonly number[]) {
  let first = 0;
  return cases.flatMap(({ folded: { refusals, messages }, row }) => {
    const from = first;
    first += messages.length;
    return refusals.map(({ message, ...refusal }) => ({
      ...refusal,
      caseId: row.id,
      messageId: messageIds[from + message] ?? 0,
    }));
  });
}

async function storeReporters(tx: Tx, cases: readonly Stored[]): Promise<void> {
  const named = cases.filter(({ row }) => row.reporterType !== "anonymous");
  await insertMany(
    tx,
    "reporters",
    named.map(({ folded, row }) => {
      const { name = null, email = null, phone = null, taxCode = null } = folded.plan.answers;
      return sealedReporter(tx, row.id, { name, email, phone, taxCode });
    }),
  );
}
