import { answerConsult } from "../../app/commands/answer-consult.ts";
import { consultAgency } from "../../app/commands/consult-agency.ts";
import { keepCommitment } from "../../app/commands/keep-commitment.ts";
import { markPoints } from "../../app/commands/mark-points.ts";
import { missCommitment } from "../../app/commands/miss-commitment.ts";
import { moveCommitment } from "../../app/commands/move-commitment.ts";
import { withdrawConsult } from "../../app/commands/withdraw-consult.ts";
import { addDays, localDate } from "../../app/domain/calendar.ts";
import { commitmentDueAt } from "../../app/domain/commitment.ts";
import { latestAnswer } from "../../db/answers.ts";
import { insertCommitment } from "../../db/commitments.ts";
import { listConsults } from "../../db/consults.ts";
import type { CaseCommand } from "./case-commands.ts";
import { answerBody, caseIn, type People, question, reason } from "./journey.ts";
import type { SubmittedCase, World } from "./world.ts";

/** An answered case that still owes a promise for a day. */
export async function promisedFor(world: World, people: People, promisedOn: string): Promise<SubmittedCase> {
  const filed = await caseIn(world, people, "answered");
  const answer = await latestAnswer(world.store.read, filed.id);
  if (!answer) throw new Error("an answered case has no answer");
  const promise = { what: "Sẽ bỏ giấy xác nhận.", owner: "Vụ Thử nghiệm", promisedOn, firstOn: promisedOn };
  const { id: answerId, agencyId } = answer;
  const row = { ...promise, caseId: filed.id, answerId, agencyId, dueAt: commitmentDueAt(promisedOn) };
  await world.store.write((tx) => insertCommitment(tx, { ...row, state: "open" }));
  return filed;
}

/** A case in progress about which another agency is asked, and the id of the question. */
export async function askedAbout(
  world: World,
  people: People,
  agencyCode: string,
  dueOn = "2026-10-08",
): Promise<{ filed: SubmittedCase; consultId: number }> {
  const filed = await caseIn(world, people, "in_progress");
  const { id: agencyId } = await world.agency(agencyCode);
  await world.run(consultAgency, people.officer, { code: filed.code, agencyId, question, dueOn });
  const [consult] = await listConsults(world.store.read, filed.id);
  if (!consult) throw new Error("nobody was asked");
  return { filed, consultId: consult.id };
}

/** What is done on the way to an answer, and about what it promised. */
export const answeringCommands: Record<string, CaseCommand> = {
  "mark-points": {
    act: "mark-points",
    // Triage marks before it assigns, the agency while it works; each finds the other's state wrong.
    possible: ["in_progress"],
    who: ["own officer"],
    run: () => (tx, actor, ref, now) => markPoints(tx, actor, { ...ref, points: ["Vì sao lỗi?"] }, now),
  },
  "consult-agency": {
    act: "consult",
    possible: ["in_progress"],
    who: ["own officer"],
    run:
      ({ freeAgencyId: agencyId }) =>
      (tx, actor, ref, now) =>
        consultAgency(tx, actor, { ...ref, agencyId, question, dueOn: addDays(localDate(now), 2) }, now),
  },
  "answer-consult": {
    act: "answer-consult",
    possible: ["asked"],
    who: ["asked officer"],
    run:
      ({ consultId }) =>
      (tx, actor, ref, now) =>
        answerConsult(tx, actor, { ...ref, consultId, answer: answerBody }, now),
  },
  "withdraw-consult": {
    act: "withdraw-consult",
    possible: ["asked"],
    who: ["own officer"],
    run:
      ({ consultId }) =>
      (tx, actor, ref, now) =>
        withdrawConsult(tx, actor, { ...ref, consultId }, now),
  },
  "keep-commitment": {
    act: "keep-commitment",
    possible: ["promised", "overdue"],
    who: ["own officer", "own leader"],
    run: () => (tx, actor, ref, now) => keepCommitment(tx, actor, { ...ref, evidence: "Quyết định 12/QĐ-TN" }, now),
  },
  "move-commitment": {
    act: "move-commitment",
    possible: ["promised"],
    who: ["own leader"],
    run: () => (tx, actor, ref, now) => moveCommitment(tx, actor, { ...ref, promisedOn: "2027-06-30", reason }, now),
  },
  "miss-commitment": {
    act: "miss-commitment",
    possible: ["overdue"],
    who: ["system"],
    run: () => missCommitment,
  },
};
