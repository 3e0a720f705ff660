import { inArray } from "drizzle-orm";
import { makeCaseCode } from "../../app/domain/case-code.ts";
import { facetsOf } from "../../app/domain/facets.ts";
import { makeSecret, readSecret } from "../../app/domain/secret.ts";
import { noWeights } from "../../app/domain/similarity.ts";
import { keyRows } from "../case-keys.ts";
import { addToCounter } from "../counters.ts";
import type { CaseRow } from "../cases.ts";
import { caseStream, eventHash, type EventRow } from "../events.ts";
import { addRow, insertRow } from "../prepared.ts";
import { insertProposal } from "../proposals.ts";
import { changingValues, lastingValues } from "../publications.ts";
import { sealedReporter } from "../reporters.ts";
import { caseSearchText } from "../search.ts";
import type { EventData, Tables } from "../schema.ts";
import type { Store, Tx } from "../store.server.ts";
import { type AnswerTally, commitmentRows, storeTally, tallyAnswers } from "./bulk-answers.ts";
import { barrierRows } from "./bulk-barriers.ts";
import { countInBulk } from "./bulk-figures.ts";
import { disputeRows, mergeRows } from "./bulk-collective.ts";
import type { Cast } from "./cast.ts";
import { foldCase } from "./fold.ts";
import type { FoldedCase } from "./folding.ts";
import type { Ground } from "./ground.ts";
import type { CasePlan } from "./steps.ts";

type Row<T extends keyof Tables> = Tables[T]["$inferInsert"];

/** How many cases share a transaction. */
const BATCH = 400;
/** PostgreSQL takes at most 65,535 values in one statement. */
const ROWS_PER_INSERT = 400;
const FIRST_HASH = "0".repeat(64);

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
  for (let from = 0; from < plans.count; from += BATCH) {
    const count = Math.min(BATCH, plans.count - from);
    const folded = Array.from({ length: count }, (_, index) => foldCase(ground, cast, plans.at(from + index)));
    const last: Stored = await store.write((tx) => storeBatch(tx, folded, before, plans));
    tallyAnswers(tally, folded);
    before = { index: last.folded.plan.index, id: last.row.id };
    stored(from + count, { code: last.row.code, secret: last.secret });
  }
  await store.write((tx) => storeTally(tx, tally));
}

interface Lead {
  readonly index: number;
  readonly id: number;
}

interface Stored {
  readonly folded: FoldedCase;
  readonly row: CaseRow;
  readonly secret: string;
}

async function storeBatch(
  tx: Tx,
  folded: readonly FoldedCase[],
  before: Lead | null,
  { name, now }: { readonly name: string; readonly now: Date },
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
  await storeProposals(tx, cases, answerIds);
  await countUp(tx, folded);
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

async function storeCases(tx: Tx, folded: readonly FoldedCase[], before: Lead | null, name: string): Promise<Stored[]> {
  const codes = await freeCodes(tx, folded);
  const given = folded.map((item, place) => {
    const secret = makeSecret(Buffer.from(tx.keys.hash("token", `seed|${name}|${item.plan.index}`), "hex"));
    const row = { ...item.row, code: codes[place] ?? "" };
    return {
      secret,
      row: {
        ...row,
        search: caseSearchText(row),
        secretHash: tx.keys.hash("tracking-secret", readSecret(secret) ?? ""),
        secretKeyId: tx.keys.currentId,
      },
    };
  });
  const merged = (place: number) => folded[place]?.row.status === "merged";
  const stored: Stored[] = [];
  // A case that goes on under another one needs that one's number, which the rows before it have.
  for (let from = 0; from < given.length;) {
    let to = from + 1;
    while (to < given.length && !merged(to)) to += 1;
    const rows = given.slice(from, to).map(({ row }, place) => {
      const lead = stored.at(-1)?.row.id ?? before?.id;
      return { ...row, mergedIntoId: place === 0 && merged(from) ? (lead ?? null) : null };
    });
    const ids = await insertNumbered(tx, "cases", rows);
    for (const [place, row] of rows.entries()) {
      const item = folded[from + place];
      const id = ids[place];
      if (!item || id === undefined) throw new Error("a seeded case was not stored");
      stored.push({ folded: item, row: { ...row, id } as CaseRow, secret: given[from + place]?.secret ?? "" });
    }
    from = to;
  }
  return stored;
}

/** A code for each case that no case has, in this batch or before it. */
async function freeCodes(tx: Tx, folded: readonly FoldedCase[]): Promise<string[]> {
  const { cases } = tx.tables;
  const draw = ({ plan }: FoldedCase) => makeCaseCode(plan.answers.kind, plan.codeBytes());
  const codes = folded.map(draw);
  for (;;) {
    const known = await tx.select({ code: cases.code }).from(cases).where(inArray(cases.code, codes));
    const taken = new Set(known.map(({ code }) => code));
    let redrawn = false;
    for (const [place, code] of codes.entries()) {
      const item = folded[place];
      if (!taken.has(code) || !item) {
        taken.add(code);
        continue;
      }
      codes[place] = draw(item);
      redrawn = true;
    }
    if (!redrawn) return codes;
  }
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

/** The events of a batch, each chained to the one before it in its stream. */
function chainEvents(
  cases: readonly Stored[],
  messageIds: readonly number[],
  answerIds: readonly number[],
  before: Lead | null,
): Row<"events">[] {
  let firstMessage = 0;
  let firstAnswer = 0;
  let leadId = before?.id ?? 0;
  return cases.flatMap(({ folded, row }) => {
    let previousHash = FIRST_HASH;
    const chained = folded.events.map(({ message, answer, namesLead, data, fromStatus, toStatus, ...event }, place) => {
      const named: EventData = {
        ...data,
        ...(message === undefined ? {} : { messageId: messageIds[firstMessage + message] ?? 0 }),
        ...(answer === undefined ? {} : { answerId: answerIds[firstAnswer + answer] ?? 0 }),
        ...(namesLead ? { leadCaseId: leadId } : {}),
      };
      const content: Omit<EventRow, "id" | "hash"> = {
        ...event,
        stream: caseStream(row.id),
        position: place + 1,
        fromStatus: fromStatus ?? null,
        toStatus: toStatus ?? null,
        data: named,
        previousHash,
      };
      previousHash = eventHash(content);
      return { ...content, hash: previousHash };
    });
    firstMessage += folded.messages.length;
    firstAnswer += folded.answers.length;
    leadId = row.id;
    return chained;
  });
}

async function storePublications(tx: Tx, cases: readonly Stored[]): Promise<void> {
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
async function storeProposals(tx: Tx, cases: readonly Stored[], answerIds: readonly number[]): Promise<void> {
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

async function countUp(tx: Tx, folded: readonly FoldedCase[]): Promise<void> {
  const sums = new Map<string, number>();
  for (const [name, key] of folded.flatMap(({ counts }) => counts)) {
    sums.set(`${name}|${key}`, (sums.get(`${name}|${key}`) ?? 0) + 1);
  }
  for (const [id, sum] of sums) {
    const [name = "", key = ""] = id.split("|");
    await addToCounter(tx, name, key, sum);
  }
}

async function insertMany<T extends keyof Tables>(tx: Tx, table: T, rows: readonly Row<T>[]): Promise<void> {
  if (tx.dialect === "sqlite") {
    for (const row of rows) await addRow(tx, table, row);
    return;
  }
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await tx.insert(tx.tables[table]).values(valuesOf(rows.slice(from, from + ROWS_PER_INSERT)));
  }
}

/** Inserts rows and gives their numbers in the same order. */
async function insertNumbered<T extends "cases" | "messages" | "answers">(
  tx: Tx,
  table: T,
  rows: readonly Row<T>[],
): Promise<number[]> {
  const ids: number[] = [];
  if (tx.dialect === "sqlite") {
    for (const row of rows) ids.push((await insertRow(tx, table, row)).id);
    return ids;
  }
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const { id } = tx.tables[table];
    const part = valuesOf(rows.slice(from, from + ROWS_PER_INSERT));
    for (const row of await tx.insert(tx.tables[table]).values(part).returning({ id })) ids.push(row.id);
  }
  return ids;
}

// The rows were checked against their table by the caller's types; a table chosen by name keeps no type of its own.
const valuesOf = (rows: readonly object[]) => rows as never;
