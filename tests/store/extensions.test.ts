import { afterAll, beforeAll, expect, test } from "vitest";
import { askExtension, askExtensionInput } from "../../app/commands/ask-extension.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { extendCase } from "../../app/commands/extend-case.ts";
import { refuseExtension } from "../../app/commands/refuse-extension.ts";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { lastDay } from "../../app/domain/deadlines.ts";
import { publicView, submitterView } from "../../db/case-views.ts";
import { budgetStanding } from "../../db/extensions.ts";
import { findPublication } from "../../db/publications.ts";
import { dayIfSigned } from "../../app/http/extension-part.ts";
import { countWaitingExtensions, waitingExtensions } from "../../db/waiting-extensions.ts";
import { caseIn, hire, mails, type People, publishedIn, question } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

const why = "Cần thêm thời gian để kiểm tra thực địa tại ba xã.";
let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

const ask = (code: string, days = 5) => world.run(askExtension, people.officer, { code, days, reason: why });
const sign = (code: string) => world.run(extendCase, people.leader, { code });

test("an extension moves the promise by its days, keeps the first date in sight and tells the submitter why", async () => {
  world.at("2026-10-05T02:00:00Z");
  const filed = await caseIn(world, people, "in_progress");
  const before = await world.find(filed.code);
  const told = (await mails(world)).length;
  await ask(filed.code);
  expect((await world.find(filed.code)).dueAt).toEqual(before.dueAt);
  expect((await mails(world)).slice(told)).toEqual(["extension-wanted staff"]);

  const extended = await sign(filed.code);
  expect([lastDay(before.dueAt), lastDay(extended.dueAt)]).toEqual(["2026-10-26", "2026-11-02"]);
  expect(extended).toMatchObject({ extendedUnits: 5, extensionAskedAt: null, receivedAt: before.receivedAt });
  expect(lastDay(extended.allowanceDueAt ?? world.now())).toBe("2026-10-26");
  expect((await mails(world)).slice(told + 1)).toEqual(["extended reporter", "extension-signed staff"]);
  const view = await submitterView(world.store.read, extended, world.now());
  expect([view.clock.promisedOn, view.clock.dueOn]).toEqual(["2026-10-26", "2026-11-02"]);
  expect(view.messages.map(({ kind, body }) => [kind, body])).toEqual([["reason", why]]);
});

test("what was asked for waits before the leader of the case, and before nobody else, until it is decided", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { code } = await caseIn(world, people, "in_progress");
  const list = (actor: People["leader"]) => waitingExtensions(world.store.read, actor);
  const before = await countWaitingExtensions(world.store.read, people.leader);
  await ask(code);
  expect(await list(people.leader)).toContainEqual(
    expect.objectContaining({ code, units: 5, reason: why, unit: "working_days" }),
  );
  expect(await countWaitingExtensions(world.store.read, people.leader)).toBe(before + 1);
  expect(await list(await world.staff("leader", "BTC"))).toEqual([]);
  expect(await list(people.officer)).toEqual([]);
  const shown = await dayIfSigned(world.store.read, await world.find(code), 5);
  await sign(code);
  expect(lastDay((await world.find(code)).dueAt)).toBe(shown);
  expect((await list(people.leader)).map((one) => one.code)).not.toContain(code);
});

test("a pause after an extension gives back its own days and no more", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { code, submitter } = await caseIn(world, people, "in_progress");
  await ask(code);
  await sign(code);
  await world.run(askSubmitter, people.officer, { code, question });
  world.tick(2);
  await world.run(replyToQuestion, submitter, { code, reply: "Tôi đã nộp ngày 1/10." });
  const row = await world.find(code);
  expect([row.extendedUnits, row.pausedUnits, lastDay(row.dueAt)]).toEqual([5, 2, "2026-11-04"]);
});

test("the public page tells both dates, and not the reason", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { code } = await publishedIn(world, people, "in_progress");
  await ask(code);
  await sign(code);
  const publication = await findPublication(world.store.read, code);
  const view = publication && (await publicView(world.store.read, publication, world.now()));
  expect([view?.clock.promisedOn, view?.clock.dueOn]).toEqual(["2026-10-26", "2026-11-02"]);
  expect(view?.timeline.map(({ type }) => type)).toContain("extend");
  expect(view?.timeline.map(({ type }) => type)).not.toContain("ask-extension");
  expect(JSON.stringify(view)).not.toContain(why);
});

test("a leader may refuse: the date stays, and the officer is told and may ask again", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { code } = await caseIn(world, people, "in_progress");
  const { dueAt } = await ask(code);
  const told = (await mails(world)).length;
  const row = await world.run(refuseExtension, people.leader, { code, reason: "Việc này làm kịp trong hạn." });
  expect(row).toMatchObject({ dueAt, extendedUnits: 0, extensionAskedAt: null });
  expect((await mails(world)).slice(told)).toEqual(["extension-refused staff"]);
  await ask(code, 2);
  expect((await sign(code)).extendedUnits).toBe(2);
});

test("nothing is extended once the promised day is over, however early it was asked for", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { code } = await caseIn(world, people, "in_progress");
  const other = await caseIn(world, people, "in_progress");
  await ask(code);
  world.at("2026-10-26T16:59:59Z");
  await expect(ask(other.code)).resolves.toBeDefined();
  world.at("2026-10-26T17:00:00Z");
  await expect(sign(code)).rejects.toMatchObject({ code: "date-passed" });
  const third = await caseIn(world, people, "in_progress");
  world.tick(40);
  await expect(ask(third.code)).rejects.toMatchObject({ code: "date-passed" });
});

test("one extension is no longer than the setting, and a case has two at the most", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { code } = await caseIn(world, people, "in_progress");
  await expect(ask(code, 16)).rejects.toMatchObject({ errors: { days: "too-many" } });
  for (const days of ["", "x", "0", "1.5", "-1"]) {
    expect(askExtensionInput.safeParse({ code, days, reason: why }).success).toBe(false);
  }
  await ask(code, 15);
  await expect(ask(code)).rejects.toMatchObject({ code: "wrong-state" });
  await sign(code);
  await ask(code, 1);
  await sign(code);
  await expect(ask(code)).rejects.toMatchObject({ code: "extended-enough" });
  expect((await world.find(code)).extendedUnits).toBe(16);
});

test("a request ends with the agency's hold on the case", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { code } = await caseIn(world, people, "in_progress");
  await ask(code);
  const other = await world.agency("BYT");
  await world.run(assignCase, people.triage, { code, agencyId: other.id });
  expect(await world.find(code)).toMatchObject({ extensionAskedAt: null, extendedUnits: 0 });
  await expect(sign(code)).rejects.toMatchObject({ code: "not-found" });
});

test("the last extension of an agency's year goes to one of several cases, and the next year has its own", async () => {
  world.at("2026-10-05T02:00:00Z");
  const { extensionBudgets } = world.store.read.tables;
  const home = await world.agency("BYT");
  const basis = { basisVi: "Thử nghiệm", basisEn: "A test", validFrom: "2026-01-01", validTo: null };
  await world.store.write((tx) =>
    tx.insert(extensionBudgets).values({ agencyId: home.id, perYear: 1, perCase: 2, ...basis }),
  );
  const there = await hire(world, "BYT");
  const cases = await Promise.all([1, 2, 3].map(() => caseIn(world, there, "in_progress")));
  for (const { code } of cases) await world.run(askExtension, there.officer, { code, days: 3, reason: why });
  const signed = await Promise.allSettled(cases.map(({ code }) => world.run(extendCase, there.leader, { code })));
  const refused = signed.filter((one) => one.status === "rejected").map((one) => one.reason.code);
  expect(refused).toEqual(["budget-used", "budget-used"]);
  expect(await budgetStanding(world.store.read, home.id, "2026-12-31")).toEqual({ used: 1, perYear: 1, perCase: 2 });
  expect((await budgetStanding(world.store.read, home.id, "2027-01-01")).used).toBe(0);
  const fourth = await caseIn(world, there, "in_progress");
  const late = world.run(askExtension, there.officer, { code: fourth.code, days: 3, reason: why });
  await expect(late).rejects.toMatchObject({ code: "budget-used" });
});
