import { expect, test } from "vitest";
import { lastDay } from "../../app/domain/deadlines.ts";
import { MOST_QUESTIONS } from "../../app/domain/questions.ts";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { closeCase } from "../../app/commands/close-case.ts";
import { lapseQuestion } from "../../app/commands/lapse-question.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { undoAct } from "../../app/commands/undo-act.ts";
import { findClosable, findLapsed } from "../../db/cases.ts";
import { officeCase } from "../../db/office-case.ts";
import { caseIn, hire, mails, question } from "./journey.ts";
import { openWorld, theSystem } from "./world.ts";

test("a question lapses when its ten working days are over, and gives back those days and no more", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, dueAt } = await caseIn(world, people, "in_progress");
  await world.run(askSubmitter, people.officer, { code, question });
  expect(lastDay(dueAt)).toBe("2026-10-26");

  world.at("2026-10-19T16:59:59.999Z");
  expect(await findLapsed(world.store.read, world.now())).toEqual([]);
  await expect(world.run(lapseQuestion, theSystem, { code })).rejects.toMatchObject({ code: "wrong-state" });
  world.at("2026-10-19T17:00:01Z");
  expect(await findLapsed(world.store.read, world.now())).toEqual([code]);
  await world.run(lapseQuestion, theSystem, { code });

  const row = await world.find(code);
  expect(row).toMatchObject({
    status: "in_progress",
    pausedAt: null,
    waitUntil: null,
    resumeStatus: null,
    pausedUnits: 10,
  });
  expect(lastDay(row.dueAt)).toBe("2026-11-09");
  expect(await mails(world)).toContain("question-lapsed reporter");
  expect((await mails(world)).at(-1)).toBe("question-lapsed-office staff");
  expect(await findLapsed(world.store.read, world.now())).toEqual([]);
});

test("a case stops its clock for three questions, by whomever they are asked; one that was undone is none of them", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, submitter } = await world.submit();
  await world.run(askSubmitter, people.triage, { code, question });
  await world.run(replyToQuestion, submitter, { code, reply: "Tôi đã nộp tháng trước." });
  await world.run(assignCase, people.triage, { code, agencyId: people.officer.agencyId });
  await world.run(acceptCase, people.officer, { code });
  await world.run(askSubmitter, people.officer, { code, question });
  await world.run(undoAct, people.officer, { code });
  for (let asked = 1; asked < MOST_QUESTIONS; asked += 1) {
    await world.run(askSubmitter, people.officer, { code, question });
    world.tick(15);
    await world.run(lapseQuestion, theSystem, { code });
  }
  const row = await world.find(code);
  const seen = await officeCase(world.store.read, people.officer, code, world.now());
  expect([seen?.questions, seen?.acts.includes("ask"), seen?.acts.includes("answer")]).toEqual([3, false, true]);
  const refused = world.run(askSubmitter, people.officer, { code, question });
  await expect(refused).rejects.toMatchObject({ code: "asked-enough" });
  expect(await world.find(code)).toEqual(row);
});

test("a timer or a reply that comes late gives back no more than the time to reply", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const lapsed = await caseIn(world, people, "waiting");
  const replied = await caseIn(world, people, "waiting");
  const barrier = await caseIn(world, people, "waiting", "barrier");
  world.tick(40);
  await world.run(lapseQuestion, theSystem, { code: lapsed.code });
  await world.run(replyToQuestion, replied.submitter, { code: replied.code, reply: "Xin lỗi, tôi trả lời muộn." });
  await world.run(lapseQuestion, theSystem, { code: barrier.code });
  for (const { code } of [lapsed, replied]) {
    const row = await world.find(code);
    expect(row).toMatchObject({ status: "submitted", pausedUnits: 10 });
    expect(lastDay(row.dueAt)).toBe("2026-11-09");
    expect(lastDay(row.triageDueAt)).toBe("2026-10-26");
  }
  // Ten working days from Monday 5/10 are fourteen calendar days; fifteen more from 5/10 end on 3/11.
  const row = await world.find(barrier.code);
  expect(row.pausedUnits).toBe(14);
  expect(lastDay(row.dueAt)).toBe("2026-11-03");
});

test("an answered case closes when the time to object is over, not before", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "answered");
  world.at("2026-10-26T16:59:59Z");
  expect(await findClosable(world.store.read, world.now())).toEqual([]);
  await expect(world.run(closeCase, theSystem, { code })).rejects.toMatchObject({ code: "wrong-state" });
  world.at("2026-10-26T17:00:01Z");
  expect(await findClosable(world.store.read, world.now())).toEqual([code]);
  await world.run(closeCase, theSystem, { code });
  expect(await world.find(code)).toMatchObject({ status: "closed", closedAt: world.now() });
  expect(await findClosable(world.store.read, world.now())).toEqual([]);
  expect((await mails(world)).at(-1)).toBe("closed reporter");
});

test("a closed case may still be rated, once, and stays closed", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, submitter } = await caseIn(world, people, "answered");
  world.tick(60);
  await world.run(closeCase, theSystem, { code });
  await world.run(rateCase, submitter, { code, level: "1", solved: "no" });
  expect(await world.find(code)).toMatchObject({ status: "closed" });
  const again = world.run(rateCase, submitter, { code, level: "4", solved: "yes" });
  await expect(again).rejects.toMatchObject({ code: "already-exists" });
});

test("an answer that solved nothing leaves the case answered until its time is over", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, submitter } = await caseIn(world, people, "answered");
  await world.run(rateCase, submitter, { code, level: "1", solved: "no", comment: "Chưa được." });
  expect(await world.find(code)).toMatchObject({ status: "answered" });
  world.tick(30);
  await world.run(closeCase, theSystem, { code });
  expect(await world.find(code)).toMatchObject({ status: "closed" });
});
