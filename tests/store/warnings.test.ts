import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { extendCase } from "../../app/commands/extend-case.ts";
import { askExtension } from "../../app/commands/ask-extension.ts";
import { lapseQuestion } from "../../app/commands/lapse-question.ts";
import { warnOfDates } from "../../app/jobs/warn-of-dates.ts";
import { findToWarn } from "../../db/cases-to-warn.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { caseIn, hire, mails, type People, question } from "./journey.ts";
import { openWorld, theSystem, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

/** Runs the job at a moment of Viet Nam; gives the mails that it queued. */
async function at(moment: string): Promise<string[]> {
  world.at(`${moment}:00+07:00`);
  const before = (await mailsOf()).length;
  await warnOfDates(world.store, world.now());
  return (await mailsOf()).slice(before);
}

/** Mails of warnings as `mail role`, in order. */
async function mailsOf(): Promise<string[]> {
  const { outbox, staff } = world.store.read.tables;
  const roles = new Map((await world.store.read.select().from(staff)).map(({ id, role }) => [id, role]));
  const rows = await world.store.read.select().from(outbox).orderBy(outbox.id);
  return rows
    .filter(({ mail }) => mail.endsWith("-warning"))
    .map(({ mail, recipientId }) => `${mail} ${roles.get(recipientId)}`);
}

const warningsOf = async (id: number) =>
  (await listEvents(world.store.read, caseStream(id)))
    .filter(({ type }) => type === "warning")
    .map(({ data }) => [data.step, data.tells]);

test("warnings climb from the officer to the head to the monitor, in working hours only, each once", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { id, code } = await caseIn(world, people, "in_progress");
  // The promised day is Monday 26 October.
  expect(await at("2026-10-21T10:00")).toEqual([]);
  expect(await at("2026-10-22T07:59")).toEqual([]);
  expect(await at("2026-10-22T08:00")).toEqual(["due-warning officer"]);
  expect(await at("2026-10-23T10:00")).toEqual([]);
  // On Sunday nobody is warned, nor in the evening.
  expect(await at("2026-10-25T10:00")).toEqual([]);
  expect(await at("2026-10-26T17:00")).toEqual([]);
  expect(await at("2026-10-27T09:00")).toEqual(["late-warning officer", "late-warning leader"]);
  expect(await at("2026-10-27T16:59")).toEqual([]);
  expect(await at("2026-10-29T08:00")).toEqual(["late-warning leader", "late-warning monitor"]);
  expect(await at("2026-11-09T08:00")).toEqual(["late-warning leader", "late-warning monitor"]);
  expect(await at("2026-12-21T08:00")).toEqual([]);
  expect(await warningsOf(id)).toEqual([
    [1, "desk"],
    [3, "desk head"],
    [4, "head monitor"],
    [5, "head monitor"],
  ]);
  expect(await world.find(code)).toMatchObject({ status: "in_progress", warned: 5, warnAt: null });
});

test("whoever has taken the case is warned alone; at triage it is triage", async () => {
  world.at("2026-12-01T02:00:00Z");
  const second = await world.staff("officer", "BKHCN");
  const taken = await caseIn(world, people, "in_progress");
  const { cases } = world.store.read.tables;
  await world.store.write((tx) => tx.update(cases).set({ warnAt: null }));
  const free = await caseIn(world, people, "in_progress");
  const fresh = await world.submit();
  await world.store.write((tx) =>
    tx.update(cases).set({ warnAt: world.now(), ownerId: second.staffId }).where(eq(cases.id, taken.id)),
  );
  const told = await at("2026-12-18T10:00");
  expect(told.sort()).toEqual([...Array(3).fill("due-warning officer"), "due-warning triage"]);
  expect([await warningsOf(taken.id), await warningsOf(free.id), await warningsOf(fresh.id)]).toEqual([
    [[1, "desk"]],
    [[1, "desk"]],
    [[1, "desk"]],
  ]);
});

test("nobody is warned while the submitter has a question, and an extension moves the steps that are left", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { code } = await caseIn(world, people, "in_progress");
  const other = await caseIn(world, people, "in_progress");
  await world.run(askSubmitter, people.officer, { code, question });
  expect((await world.find(code)).warnAt).toBeNull();
  await world.run(askExtension, people.officer, { code: other.code, days: 5, reason: "Cần thêm thời gian kiểm tra." });
  await world.run(extendCase, people.leader, { code: other.code });
  expect((await world.find(other.code)).warnAt?.toISOString()).toBe("2026-10-29T01:00:00.000Z");
  expect(await findToWarn(world.store.read, new Date("2026-10-28T01:00:00Z"))).not.toContain(code);
});

test("a lapsed question is told to the submitter and to the desk that asked", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { code } = await caseIn(world, people, "waiting");
  world.tick(30);
  const before = (await mails(world)).length;
  await world.run(lapseQuestion, theSystem, { code });
  expect((await mails(world)).slice(before)).toEqual(["question-lapsed reporter", "question-lapsed-office staff"]);
});

test("a day off of today's calendar is no day for warnings", async () => {
  world.at("2026-10-05T02:00:00Z");
  await world.store.write((tx) => tx.update(tx.tables.cases).set({ warnAt: null }));
  const { id } = await caseIn(world, await hire(world, "BTP"), "in_progress");
  const row = (await world.store.read.select().from(world.store.read.tables.cases)).find((one) => one.id === id);
  expect(row?.warnAt?.toISOString()).toBe("2026-10-22T01:00:00.000Z");
  const { calendarDays } = world.store.read.tables;
  const days = await world.store.read.select().from(calendarDays);
  const next = days.filter(({ version }) => version === 1).map((day) => ({ ...day, version: 2 }));
  const off = { kind: "off" as const, nameVi: "Nghỉ bão", nameEn: "Storm", basis: "A test" };
  await world.store.write((tx) =>
    tx.insert(calendarDays).values([...next, { ...off, version: 2, date: "2026-10-22" }]),
  );
  expect(await at("2026-10-22T08:00")).toEqual([]);
  expect(await at("2026-10-23T08:00")).toEqual(["due-warning officer"]);
});
