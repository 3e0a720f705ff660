import { afterAll, beforeAll, expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { closeCase } from "../../app/commands/close-case.ts";
import { keepCommitment } from "../../app/commands/keep-commitment.ts";
import { missCommitment } from "../../app/commands/miss-commitment.ts";
import { moveCommitment } from "../../app/commands/move-commitment.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { outcomeSchema } from "../../app/domain/outcome.ts";
import { mindCommitments } from "../../app/jobs/mind-commitments.ts";
import { listCommitments, listRegister } from "../../db/commitments.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { outcomeOf } from "./answers.ts";
import { answerBody, caseIn, hire, mails, outcome, type People, reason } from "./journey.ts";
import { openWorld, type SubmittedCase, theSystem, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

const promise = (promisedOn: string) => outcomeSchema.parse({ ...outcomeOf("commitment"), promisedOn });
const promisesOf = ({ id }: SubmittedCase) => listCommitments(world.store.read, id);
const inDays = (days: number) => new Date(world.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Gives an answer to a case in progress, and has it approved. */
async function answer(filed: SubmittedCase, what: ReturnType<typeof outcome>): Promise<void> {
  await world.run(submitAnswer, people.officer, { code: filed.code, body: answerBody, outcome: what });
  await world.run(approveAnswer, people.leader, { code: filed.code });
}

async function promised(days: number): Promise<SubmittedCase> {
  const filed = await caseIn(world, people, "in_progress");
  await answer(filed, promise(inDays(days)));
  return filed;
}

test("a promise stands in the register from the leader's signature on, until the end of its day", async () => {
  const filed = await promised(500);
  const [entry, ...others] = await promisesOf(filed);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ state: "open", owner: "Vụ Thử nghiệm", firstOn: inDays(500), promisedOn: inDays(500) });
  expect(entry?.dueAt.toISOString()).toBe(`${inDays(500)}T17:00:00.000Z`);
});

test("an answer that promises nothing enters nothing", async () => {
  const filed = await caseIn(world, people, "answered");
  expect(await promisesOf(filed)).toEqual([]);
  await expect(
    world.run(keepCommitment, people.officer, { code: filed.code, evidence: "Quyết định 12/QĐ-TN" }),
  ).rejects.toMatchObject({ code: "wrong-state" });
});

test("once its day is over unkept, the timer takes the case up again, once, and it stands as missed by the agency", async () => {
  const filed = await promised(60);
  world.tick(40);
  await world.run(closeCase, theSystem, { code: filed.code });
  const { firstAnsweredAt: none, answeredAt, closedAt, dueAt } = await world.find(filed.code);
  expect(none).toBeNull();
  world.tick(20.4);
  expect(await mindCommitments(world.store, world.now())).toBe(0);
  world.tick(1);
  const before = (await mails(world)).length;
  const rounds = await Promise.all([
    mindCommitments(world.store, world.now()),
    mindCommitments(world.store, world.now()),
  ]);
  expect(rounds.sort()).toEqual([0, 1]);
  expect(await mindCommitments(world.store, world.now())).toBe(0);
  expect(await world.find(filed.code)).toMatchObject({
    status: "in_progress",
    round: 2,
    firstAnsweredAt: answeredAt,
    firstClosedAt: closedAt,
    answeredAt: null,
    dueAt,
  });
  expect(await promisesOf(filed)).toMatchObject([
    { state: "missed", agencyId: people.officer.agencyId, settledAt: world.now() },
  ]);
  expect((await listEvents(world.store.read, caseStream(filed.id))).slice(-2)).toMatchObject([
    { type: "miss-commitment", seenBy: "public", actorKind: "system" },
    { type: "reopen", toStatus: "in_progress" },
  ]);
  const told = (await mails(world)).slice(before);
  expect(told.filter((mail) => mail === "commitment-missed reporter")).toHaveLength(1);
  // The leader and the monitor.
  expect(told.filter((mail) => mail === "commitment-broken staff")).toHaveLength(2);

  await answer(filed, promise(inDays(10)));
  // The second promise for the matter still shows the day of the first.
  const [first, second] = await promisesOf(filed);
  expect(second).toMatchObject({ state: "open", firstOn: first?.promisedOn, promisedOn: inDays(10) });
  await world.run(keepCommitment, people.officer, { code: filed.code, evidence: "Quyết định 12/QĐ-TN" });
});

test("what was shown to be done in time stays answered for good", async () => {
  const filed = await promised(20);
  await world.run(keepCommitment, people.officer, { code: filed.code, evidence: "Quyết định 12/QĐ-TN ngày 01/10" });
  expect(await promisesOf(filed)).toMatchObject([{ state: "kept", evidence: "Quyết định 12/QĐ-TN ngày 01/10" }]);
  world.tick(30);
  expect(await mindCommitments(world.store, world.now())).toBe(0);
  expect((await mails(world)).at(-1)).toBe("commitment-kept reporter");
});

test("a leader moves the day before it is over and the first one stays; nobody moves it afterwards", async () => {
  const filed = await promised(20);
  const { code } = filed;
  const first = inDays(20);
  const move = (promisedOn: string, who = people.leader) =>
    world.run(moveCommitment, who, { code, promisedOn, reason });
  await expect(move(inDays(50), people.officer)).rejects.toMatchObject({ code: "forbidden" });
  await expect(move(first)).rejects.toMatchObject({ errors: { promisedOn: "same" } });
  await expect(move(inDays(0))).rejects.toMatchObject({ errors: { promisedOn: "past" } });
  const moved = inDays(50);
  await move(moved);
  expect(await promisesOf(filed)).toMatchObject([{ firstOn: first, promisedOn: moved, moves: 1, state: "open" }]);
  const last = (await listEvents(world.store.read, caseStream(filed.id))).at(-1);
  expect(last).toMatchObject({ type: "move-commitment", data: { from: first, to: moved } });
  world.tick(30);
  expect(await mindCommitments(world.store, world.now())).toBe(0);
  world.tick(30);
  await expect(move(inDays(5))).rejects.toMatchObject({ code: "wrong-state" });
  await world.run(missCommitment, theSystem, { code });
  expect(await promisesOf(filed)).toMatchObject([{ state: "missed", firstOn: first }]);
});

test("a new answer that solves the matter keeps the promise; one that only explains does not", async () => {
  const [solved, explained] = [await promised(30), await promised(31)];
  for (const filed of [solved, explained]) {
    // Taken up again for another reason, the promise still open.
    await world.store.write((tx) => tx.update(tx.tables.cases).set({ status: "in_progress", answeredAt: null }));
    await answer(filed, filed === solved ? outcome("solved") : outcome("explained"));
  }
  expect(await promisesOf(solved)).toMatchObject([{ state: "kept" }]);
  expect(await promisesOf(explained)).toMatchObject([{ state: "open" }]);
});

test("the register lists open promises by date, page by page, to whoever may see their cases", async () => {
  await using own = await openWorld();
  const staff = await hire(own);
  const stranger = await own.staff("leader", "BTP");
  const codes: string[] = [];
  for (const day of ["2026-12-03", "2026-12-01", "2026-12-02"]) {
    const { code } = await caseIn(own, staff, "in_progress");
    await own.run(submitAnswer, staff.officer, { code, body: answerBody, outcome: promise(day) });
    await own.run(approveAnswer, staff.leader, { code });
    codes.push(code);
  }
  const page = async (cursor: string | null) =>
    listRegister(own.store.read, staff.leader, { state: "open", limit: 2, cursor });
  const first = await page(null);
  const second = await page(first.nextCursor);
  expect([...first.items, ...second.items].map(({ code }) => code)).toEqual([codes[1], codes[2], codes[0]]);
  expect(second.nextCursor).toBeNull();
  expect((await listRegister(own.store.read, stranger, { state: "open" })).items).toEqual([]);
  expect((await listRegister(own.store.read, staff.monitor, { state: "open" })).items).toHaveLength(3);
});
