import { expect, test } from "vitest";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { addNote } from "../../app/commands/add-note.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { claimCase } from "../../app/commands/claim-case.ts";
import { classifyCase } from "../../app/commands/classify-case.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { disputeCase } from "../../app/commands/dispute-case.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { objectToMerge } from "../../app/commands/object-to-merge.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { reopenCase } from "../../app/commands/reopen-case.ts";
import { returnAnswer } from "../../app/commands/return-answer.ts";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { unmergeCase } from "../../app/commands/unmerge-case.ts";
import { upholdAnswer } from "../../app/commands/uphold-answer.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import type { Status } from "../../app/domain/case-status.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { Refusal } from "../../app/domain/refusal.ts";
import { verifyAudit } from "../../db/audit.ts";
import type { CaseRow } from "../../db/cases.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { answerBody, disagreement, hire, outcome, type People, question, reason } from "./journey.ts";
import { openWorld, type SubmittedCase, type World } from "./world.ts";

interface Ring {
  readonly world: World;
  readonly people: People;
  readonly colleague: StaffActor;
  readonly second: StaffActor;
  readonly lead: SubmittedCase;
}
type Ref = { code: string; version: number };
/** One writer: the act, and the event that it leaves when it wins. */
type Writer = readonly [run: (filed: SubmittedCase, ref: Ref) => Promise<unknown>, type: string];

/** By state: who writes at the same moment, all having read the same version. A state that is not here ends a life. */
function writersOf({ world: { run }, people, colleague, second, lead }: Ring): Partial<Record<Status, Writer[]>> {
  const { triage, officer, leader, arbiter } = people;
  const { agencyId } = officer;
  const merge: Writer = [(_, ref) => run(mergeCase, triage, { ...ref, leadCode: lead.code }), "merge"];
  const withdraw: Writer = [({ submitter }, ref) => run(withdrawCase, submitter, ref), "withdraw"];
  const note: Writer = [(_, ref) => run(addNote, second, { ...ref, note: "Ghi chú." }), "note"];
  const claims: Writer[] = [
    [(_, ref) => run(claimCase, second, ref), "claim"],
    [(_, ref) => run(claimCase, officer, ref), "claim"],
  ];
  const answer = { body: answerBody, outcome: outcome() };
  return {
    submitted: [
      [(_, ref) => run(assignCase, triage, { ...ref, agencyId }), "assign"],
      [(_, ref) => run(assignCase, colleague, { ...ref, agencyId }), "assign"],
      merge,
      [(_, ref) => run(declineCase, triage, { ...ref, reasonCode: "out-of-scope", reason }), "decline"],
      [(_, ref) => run(classifyCase, colleague, { ...ref, title: "Một tiêu đề khác" }), "classify"],
      withdraw,
    ],
    assigned: [[(_, ref) => run(acceptCase, officer, ref), "accept"], note, ...claims, merge],
    in_progress: [
      [(_, ref) => run(submitAnswer, officer, { ...ref, ...answer }), "answer"],
      [(_, ref) => run(askSubmitter, second, { ...ref, question }), "ask"],
      note,
      ...claims,
      [(_, ref) => run(submitAnswer, second, { ...ref, ...answer }), "answer"],
      withdraw,
    ],
    waiting: [
      [({ submitter }, ref) => run(replyToQuestion, submitter, { ...ref, reply: "Ngày 02/10/2026." }), "reply"],
      note,
    ],
    awaiting_approval: [
      [(_, ref) => run(approveAnswer, leader, ref), "approve"],
      [(_, ref) => run(returnAnswer, leader, { ...ref, reason }), "return"],
      withdraw,
    ],
    answered: [
      [({ submitter }, ref) => run(rateCase, submitter, { ...ref, level: "4", solved: "yes" }), "rate"],
      [({ submitter }, ref) => run(disputeCase, submitter, { ...ref, ground, reason: disagreement }), "dispute"],
    ],
    disputed: [
      [(_, ref) => run(reopenCase, arbiter, { ...ref, reason }), "reopen"],
      [(_, ref) => run(upholdAnswer, arbiter, { ...ref, reason: `${reason} ${reason}` }), "uphold"],
    ],
    merged: [
      [(_, ref) => run(unmergeCase, triage, ref), "unmerge"],
      [(_, ref) => run(unmergeCase, colleague, ref), "unmerge"],
      [({ submitter }, ref) => run(objectToMerge, submitter, { ...ref, objection: disagreement }), "object"],
    ],
  };
}
const ground = "not-done";

/** Runs one race of two to five writers, and gives how many won after looking at what is left of it. */
async function race(
  ring: Ring,
  filed: SubmittedCase,
  row: CaseRow,
  all: readonly Writer[],
  place: number,
): Promise<number> {
  const { world } = ring;
  const count = Math.min(2 + (place % 4), all.length);
  const writers = Array.from({ length: count }, (_, turn) => all[(place + turn) % all.length] ?? all[0]);
  const { code, version } = row;
  const results = await Promise.allSettled(writers.map((writer) => writer?.[0](filed, { code, version })));
  for (const result of results) {
    if (result.status === "rejected" && !(result.reason instanceof Refusal)) throw result.reason;
  }
  const won = writers.filter((_, turn) => results[turn]?.status === "fulfilled");
  const chain = await listEvents(world.store.read, caseStream(filed.id));
  expect([(await world.find(code)).version, chain.length]).toEqual([version + 1, version + 1]);
  expect(won.map((writer) => writer?.[1])).toEqual([chain.at(-1)?.type]);
  return won.length;
}

/** Lives of cases one after the other, each step of which is a race; gives how many races had a winner. */
async function lane(ring: Ring, number: number, races: number): Promise<number> {
  const { world } = ring;
  const writers = writersOf(ring);
  let winners = 0;
  let filed = await world.submit();
  for (let place = number; place < number + races; place += 1) {
    let row = await world.find(filed.code);
    if (!writers[row.status]) {
      filed = await world.submit();
      row = await world.find(filed.code);
    }
    winners += await race(ring, filed, row, writers[row.status] ?? [], place);
  }
  return winners;
}

const LANES = 10;
const RACES = 100;

test("of 1,000 races of two to five writers each has one winner, whose act is what the case holds", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const ring: Ring = {
    world,
    people,
    colleague: await world.staff("triage"),
    second: await world.staff("officer"),
    lead: await world.submit(),
  };
  const won = await Promise.all(Array.from({ length: LANES }, (_, number) => lane(ring, number, RACES)));
  expect(won.reduce((sum, one) => sum + one, 0)).toBe(LANES * RACES);
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
});
