import { eq } from "drizzle-orm";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { addNote } from "../../app/commands/add-note.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { arbitrateCase } from "../../app/commands/arbitrate-case.ts";
import { askExtension } from "../../app/commands/ask-extension.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { claimCase } from "../../app/commands/claim-case.ts";
import { closeCase } from "../../app/commands/close-case.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { delegateCase } from "../../app/commands/delegate-case.ts";
import { disputeCase } from "../../app/commands/dispute-case.ts";
import { extendCase } from "../../app/commands/extend-case.ts";
import { handBack } from "../../app/commands/hand-back.ts";
import { lapseQuestion } from "../../app/commands/lapse-question.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { refuseCase } from "../../app/commands/refuse-case.ts";
import { refuseExtension } from "../../app/commands/refuse-extension.ts";
import { reopenCase } from "../../app/commands/reopen-case.ts";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { returnAnswer } from "../../app/commands/return-answer.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { undoAct } from "../../app/commands/undo-act.ts";
import { unmergeCase } from "../../app/commands/unmerge-case.ts";
import { upholdAnswer } from "../../app/commands/uphold-answer.ts";
import { warnOfDate } from "../../app/commands/warn-of-date.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import type { Status } from "../../app/domain/case-status.ts";
import type { Actor, StaffActor } from "../../app/domain/actor.ts";
import type { CaseAct } from "../../app/domain/acts.ts";
import { agencyMark, marksOf } from "../../app/domain/marks.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { answerBody, disagreement, ground, outcome, question, reason } from "./journey.ts";
import { type SubmittedCase, theSystem, type World } from "./world.ts";

/** Everybody who may have a part in a history: of two ministries, a unit below the first, and of the standing body. */
export interface Crowd {
  readonly triage: StaffActor;
  readonly arbiter: StaffActor;
  readonly officers: readonly StaffActor[];
  readonly leaders: readonly StaffActor[];
  readonly strangers: readonly Actor[];
  readonly agencies: readonly number[];
  readonly unitId: number;
}

/** Hires the crowd; the third agency becomes a unit of the first. */
export async function gather(world: World): Promise<Crowd> {
  const codes = ["BKHCN", "BYT", "BTP"];
  const [first, , unit] = await Promise.all(codes.map((code) => world.agency(code)));
  if (!first || !unit) throw new Error("an agency is missing");
  const { agencies } = world.store.read.tables;
  await world.store.write((tx) =>
    tx
      .update(agencies)
      .set({ above: marksOf([agencyMark(first.id)]) ?? "" })
      .where(sameId(tx, unit.id)),
  );
  const officers: StaffActor[] = [];
  const leaders: StaffActor[] = [];
  for (const code of codes) {
    officers.push(await world.staff("officer", code));
    // The second leader has had no part in what the first signs.
    leaders.push(await world.staff("leader", code), await world.staff("leader", code));
  }
  const triage = await world.staff("triage");
  const arbiter = await world.staff("arbiter");
  const strangers = [await world.staff("editor"), await world.staff("monitor"), await world.staff("admin"), theSystem];
  const ids = officers.slice(0, 2).map(({ agencyId }) => agencyId);
  return { triage, arbiter, officers, leaders, strangers, agencies: ids, unitId: unit.id };
}

function sameId(tx: Tx, id: number) {
  return eq(tx.tables.agencies.id, id);
}

/** What an act is given beside the case. */
export interface Turn {
  readonly crowd: Crowd;
  readonly filed: SubmittedCase;
  /** Another case, to merge under. */
  readonly leadCode: string;
  readonly roll: (below: number) => number;
}

type Ref = { code: string };
type Doing = (turn: Turn) => (tx: Tx, actor: Actor, ref: Ref, now: Date) => Promise<unknown>;

const why = "Cần thêm thời gian để kiểm tra thực địa.";
const agencyOf = ({ crowd, roll }: Turn) => crowd.agencies[roll(crowd.agencies.length)] ?? 0;

/** Every act that could touch a clock, with input that its command can take. */
export const doings: Partial<Record<CaseAct, Doing>> = {
  assign: (turn) => (tx, actor, ref, now) => assignCase(tx, actor, { ...ref, agencyId: agencyOf(turn) }, now),
  arbitrate: (turn) => (tx, actor, ref, now) =>
    arbitrateCase(tx, actor, { ...ref, agencyId: agencyOf(turn), reason }, now),
  accept: () => acceptCase,
  refuse: () => (tx, actor, ref, now) =>
    refuseCase(tx, actor, { ...ref, reason, competentBody: "Bộ khác", ground }, now),
  delegate:
    ({ crowd }) =>
    (tx, actor, ref, now) =>
      delegateCase(tx, actor, { ...ref, unitId: crowd.unitId }, now),
  "hand-back": () => (tx, actor, ref, now) => handBack(tx, actor, { ...ref, reason }, now),
  claim: () => claimCase,
  ask: () => (tx, actor, ref, now) => askSubmitter(tx, actor, { ...ref, question }, now),
  reply: () => (tx, actor, ref, now) => replyToQuestion(tx, actor, { ...ref, reply: "Tôi đã nộp tháng trước." }, now),
  lapse: () => lapseQuestion,
  "ask-extension":
    ({ roll }) =>
    (tx, actor, ref, now) =>
      askExtension(tx, actor, { ...ref, days: 1 + roll(16), reason: why }, now),
  extend: () => extendCase,
  "refuse-extension": () => (tx, actor, ref, now) => refuseExtension(tx, actor, { ...ref, reason }, now),
  note: () => (tx, actor, ref, now) => addNote(tx, actor, { ...ref, note: "Ghi chú." }, now),
  answer: () => (tx, actor, ref, now) => submitAnswer(tx, actor, { ...ref, body: answerBody, outcome: outcome() }, now),
  return: () => (tx, actor, ref, now) => returnAnswer(tx, actor, { ...ref, reason }, now),
  approve: () => approveAnswer,
  dispute: () => (tx, actor, ref, now) =>
    disputeCase(tx, actor, { ...ref, ground: "not-done", reason: disagreement }, now),
  reopen: () => (tx, actor, ref, now) => reopenCase(tx, actor, { ...ref, reason }, now),
  uphold: () => (tx, actor, ref, now) => upholdAnswer(tx, actor, { ...ref, reason: disagreement }, now),
  merge:
    ({ leadCode }) =>
    (tx, actor, ref, now) =>
      mergeCase(tx, actor, { ...ref, leadCode }, now),
  unmerge: () => unmergeCase,
  undo: () => undoAct,
  decline: () => (tx, actor, ref, now) => declineCase(tx, actor, { ...ref, reasonCode: "out-of-scope", reason }, now),
  withdraw: () => withdrawCase,
  rate: () => (tx, actor, ref, now) => rateCase(tx, actor, { ...ref, level: "2", solved: "no" }, now),
  close: () => closeCase,
  warn: () => warnOfDate,
};

const usual: Record<Status, readonly CaseAct[]> = {
  submitted: ["assign", "assign", "assign", "ask", "merge", "undo", "warn"],
  waiting: ["reply", "reply", "lapse", "undo"],
  assigned: ["accept", "accept", "accept", "accept", "refuse", "delegate", "assign", "merge"],
  in_progress: ["ask", "ask-extension", "ask-extension", "answer", "answer", "refuse", "delegate", "assign", "warn"],
  awaiting_approval: ["approve", "approve", "return"],
  answered: ["dispute", "dispute", "reopen", "rate", "close", "close", "unmerge"],
  disputed: ["reopen", "reopen", "uphold"],
  closed: ["dispute", "reopen"],
  merged: ["unmerge", "unmerge", "undo"],
  declined: ["undo"],
  withdrawn: ["note"],
};

/** What usually comes next for a case; anything else is tried as well now and then. */
export function usualNext(row: CaseRow): readonly CaseAct[] {
  if (row.arbiterSince !== null) return ["arbitrate", "arbitrate", "decline", "merge"];
  const extension: CaseAct[] = row.extensionAskedAt === null ? [] : ["extend", "extend", "extend", "refuse-extension"];
  const unit: CaseAct[] = row.unitId === null ? [] : ["hand-back", "hand-back"];
  return [...usual[row.status], ...extension, ...unit];
}
