import { afterAll, beforeAll, expect, test } from "vitest";
import { addNote } from "../../app/commands/add-note.ts";
import { answerConsult } from "../../app/commands/answer-consult.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { consultAgency } from "../../app/commands/consult-agency.ts";
import { draftAnswer } from "../../app/commands/draft-answer.ts";
import { markPoints } from "../../app/commands/mark-points.ts";
import { nameConflict } from "../../app/commands/name-conflict.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { withdrawConsult } from "../../app/commands/withdraw-consult.ts";
import { latestAnswer } from "../../db/answers.ts";
import { countWaitingConsults, listConsults, listWaitingConsults } from "../../db/consults.ts";
import { officeCase } from "../../db/office-case.ts";
import { listPoints } from "../../db/points.ts";
import { askedAbout } from "./answering-commands.ts";
import { answerBody, caseIn, hire, mails, outcome, type People, question } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let people: People;
let asked: Awaited<ReturnType<World["staff"]>>;
let other: Awaited<ReturnType<World["staff"]>>;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
  asked = await world.staff("officer", "BTP");
  other = await world.staff("officer", "BYT");
});
afterAll(() => world.close());

const said = "Theo quy định hiện hành, không cần giấy xác nhận thứ hai.";
const allAnswered = async (id: number) =>
  Object.fromEntries(
    (await listPoints(world.store.read, id)).map((point) => [String(point.id), { state: "answered" as const }]),
  );
const consultsOf = (id: number) => listConsults(world.store.read, id);

test("the asked agency sees the case while it is asked, answers, and the officers on both sides are told", async () => {
  const before = (await mails(world)).length;
  const { filed, consultId } = await askedAbout(world, people, "BTP");
  const { code } = filed;
  const sees = async (who: typeof asked) =>
    (await officeCase(world.store.read, who, code, world.now()))?.acts.filter((act) => act.includes("consult"));
  expect(await sees(asked)).toEqual(["answer-consult"]);
  expect(await sees(other)).toBeUndefined();
  expect((await listWaitingConsults(world.store.read, asked)).items).toMatchObject([
    { code, consult: { id: consultId, question } },
  ]);
  await world.run(answerConsult, asked, { code, consultId, answer: said });
  expect(await consultsOf(filed.id)).toMatchObject([{ state: "answered", answer: said, answeredBy: asked.staffId }]);
  expect(await countWaitingConsults(world.store.read, asked)).toBe(0);
  expect(await sees(asked)).toBeUndefined();
  const told = (await mails(world)).slice(before).filter((mail) => mail.startsWith("consult"));
  expect(told).toEqual(["consult-asked staff", "consult-answered staff"]);
});

test("only what an agency was asked itself is its to answer, and only once", async () => {
  const { filed, consultId } = await askedAbout(world, people, "BTP");
  const { code } = filed;
  const { id: agencyId } = await world.agency("BYT");
  await world.run(consultAgency, people.officer, { code, agencyId, question, dueOn: "2026-10-08" });
  await expect(world.run(answerConsult, other, { code, consultId, answer: said })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(world.run(answerConsult, people.officer, { code, consultId, answer: said })).rejects.toMatchObject({
    code: "forbidden",
  });
  await world.run(answerConsult, asked, { code, consultId, answer: said });
  await expect(world.run(answerConsult, asked, { code, consultId, answer: said })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("whoever is only asked reads the case, what the submitter reads and their own exchange: no notes, drafts or check list", async () => {
  const { filed, consultId } = await askedAbout(world, people, "BTP");
  const { code } = filed;
  const { id: agencyId } = await world.agency("BYT");
  await world.run(consultAgency, people.officer, { code, agencyId, question, dueOn: "2026-10-08" });
  await world.run(addNote, people.officer, { code, note: "Chỉ để nội bộ biết." });
  await world.run(markPoints, people.officer, { code, points: ["Vì sao lỗi?"] });
  await world.run(submitAnswer, people.officer, {
    code,
    body: answerBody,
    outcome: outcome(),
    points: await allAnswered(filed.id),
  });
  const seenBy = async (who: typeof asked) => {
    const found = await officeCase(world.store.read, who, code, world.now());
    return {
      title: found?.row.title,
      messages: found?.messages.map(({ kind, seenBy: reader }) => [kind, reader]),
      internal: found?.events.filter((event) => event.seenBy === "office").map(({ type }) => type),
      answer: found?.answer?.body,
      points: found?.points.length,
      consults: found?.consults.map(({ id }) => id),
    };
  };
  const { title } = await world.find(code);
  const own = { title, messages: [], internal: ["consult"], answer: undefined, points: 0, consults: [consultId] };
  expect(await seenBy(asked)).toEqual(own);
  // A leader of the same agency, who answers nothing, sees no more.
  expect(await seenBy(await world.staff("leader", "BTP"))).toEqual(own);
  expect(await seenBy(await world.staff("officer"))).toMatchObject({
    messages: [["note", "office"]],
    internal: ["consult", "consult", "note", "mark-points"],
    answer: answerBody,
    points: 1,
    consults: [consultId, consultId + 1],
  });
});

test("of two answers at once exactly one counts", async () => {
  const { filed, consultId } = await askedAbout(world, people, "BTP");
  const colleague = await world.staff("officer", "BTP");
  const both = await Promise.allSettled(
    [asked, colleague].map((who) => world.run(answerConsult, who, { code: filed.code, consultId, answer: said })),
  );
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await consultsOf(filed.id)).toMatchObject([{ state: "answered" }]);
});

test("its date lies within the term, after today, and the term itself does not move", async () => {
  const { code } = await caseIn(world, people, "in_progress");
  const { id: agencyId } = await world.agency("BTP");
  const { dueAt } = await world.find(code);
  const ask = (dueOn: string, whom = agencyId) =>
    world.run(consultAgency, people.officer, { code, agencyId: whom, question, dueOn });
  await expect(ask("2026-10-05")).rejects.toMatchObject({ errors: { dueOn: "past" } });
  await expect(ask("2027-01-05")).rejects.toMatchObject({ errors: { dueOn: "beyond-term" } });
  await expect(ask("2026-10-08", people.officer.agencyId)).rejects.toMatchObject({ errors: { agencyId: "own" } });
  await ask("2026-10-08");
  await expect(ask("2026-10-09")).rejects.toMatchObject({ errors: { agencyId: "asked-already" } });
  expect((await world.find(code)).dueAt).toEqual(dueAt);
});

test("an agency behind the conflict wall cannot be asked", async () => {
  const { code } = await caseIn(world, people, "in_progress");
  const { id: agencyId } = await world.agency("BTP");
  await world.run(nameConflict, people.triage, { code, agencyId, reason: "Phản ánh về chính cơ quan này." });
  await expect(
    world.run(consultAgency, people.officer, { code, agencyId, question, dueOn: "2026-10-08" }),
  ).rejects.toMatchObject({ errors: { agencyId: "wrong" } });
});

test("an answer is quoted into the lead's draft, below what stands there", async () => {
  const { filed, consultId } = await askedAbout(world, people, "BTP");
  const { code } = filed;
  const quote = { code, body: "Đoạn đầu.", outcome: {}, draftVersion: 0, quote: consultId };
  await expect(world.run(draftAnswer, people.officer, quote)).rejects.toMatchObject({ code: "wrong-state" });
  await world.run(answerConsult, asked, { code, consultId, answer: said });
  await world.run(draftAnswer, people.officer, quote);
  expect((await latestAnswer(world.store.read, filed.id))?.body).toBe(`Đoạn đầu.\n\nBộ Tư pháp: “${said}”`);
});

test("a question taken back, or overtaken by the answer, is asked no more", async () => {
  const taken = await askedAbout(world, people, "BTP");
  await world.run(withdrawConsult, people.officer, { code: taken.filed.code, consultId: taken.consultId });
  const overtaken = await askedAbout(world, people, "BTP");
  await world.run(submitAnswer, people.officer, {
    code: overtaken.filed.code,
    body: answerBody,
    outcome: outcome(),
  });
  await world.run(approveAnswer, people.leader, { code: overtaken.filed.code });
  for (const { filed } of [taken, overtaken]) {
    expect(await consultsOf(filed.id)).toMatchObject([{ state: "withdrawn" }]);
    expect(await world.find(filed.code)).toMatchObject({ askedOf: null });
  }
});

test("a question outlives a new lead agency, which reads the answer", async () => {
  const { filed, consultId } = await askedAbout(world, people, "BTP");
  const { code } = filed;
  await world.run(assignCase, people.triage, { code, agencyId: other.agencyId });
  await world.run(answerConsult, asked, { code, consultId, answer: said });
  expect(await consultsOf(filed.id)).toMatchObject([{ state: "answered", answer: said }]);
});
