import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addNote } from "../../app/commands/add-note.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { claimCase } from "../../app/commands/claim-case.ts";
import { giveCase } from "../../app/commands/give-case.ts";
import { heedSubmitter } from "../../app/commands/heed-submitter.ts";
import { readNotifications } from "../../app/commands/read-notifications.ts";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { returnAnswer } from "../../app/commands/return-answer.ts";
import { setLevel } from "../../app/commands/set-level.ts";
import { snoozeCase } from "../../app/commands/snooze-case.ts";
import { supplementCase } from "../../app/commands/supplement-case.ts";
import { undoAct } from "../../app/commands/undo-act.ts";
import { wakeCase } from "../../app/commands/wake-case.ts";
import { watchCase } from "../../app/commands/watch-case.ts";
import { InputRefusal, Refusal } from "../../app/domain/refusal.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { loadCasePage } from "../../app/http/case-page.ts";
import { actorContext } from "../../app/http/context.ts";
import { countUnread, listNotifications } from "../../db/notifications.ts";
import { countQueue, listQueue } from "../../db/queue.ts";
import type { QueueView } from "../../db/queue-conditions.ts";
import { caseIn, hire, type People, question } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

const codes = async (actor: StaffActor, view: QueueView): Promise<string[]> => {
  const query = { view, now: world.now(), soon: world.now(), limit: 100 };
  const { items } = await listQueue(world.store.read, actor, query);
  expect(await countQueue(world.store.read, actor, query)).toBe(items.length);
  return items.map((item) => item.code);
};
const news = async (actor: StaffActor) =>
  (await listNotifications(world.store.read, actor, null)).items.map(({ kind, type, code }) => ({ kind, type, code }));
const errorsOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof InputRefusal ? error.errors : error instanceof Refusal ? error.code : error),
  );

describe("a desk orders its work", () => {
  test("what is taken leaves what nobody has taken, and is its owner's until it changes desks", async () => {
    const { code } = await caseIn(world, people, "in_progress");
    expect(await codes(people.officer, "unclaimed")).toContain(code);
    await world.run(claimCase, people.officer, { code });
    expect(await codes(people.officer, "unclaimed")).not.toContain(code);
    expect(await codes(people.officer, "mine")).toContain(code);
    expect(await codes(people.leader, "mine")).not.toContain(code);
    expect(await errorsOf(world.run(claimCase, people.officer, { code }))).toBe("wrong-state");
    // A colleague takes it over; the first one sees who has it now.
    await world.run(claimCase, people.leader, { code });
    expect((await world.find(code)).ownerId).toBe(people.leader.staffId);
    expect(await codes(people.officer, "mine")).not.toContain(code);
  });

  test("the head gives a case to one of the desk's people, who is told; nobody else can be given it", async () => {
    const { code } = await caseIn(world, people, "in_progress");
    const { officer, leader } = people;
    await world.run(giveCase, leader, { code, staffId: officer.staffId });
    expect((await world.find(code)).ownerId).toBe(officer.staffId);
    expect(await codes(officer, "mine")).toContain(code);
    expect((await news(officer))[0]).toEqual({ kind: "given", type: "give", code });
    expect(await errorsOf(world.run(giveCase, leader, { code, staffId: officer.staffId }))).toEqual({
      staffId: "same",
    });
    const elsewhere = await world.staff("officer", "BTP");
    for (const { staffId } of [elsewhere, people.triage, { staffId: 999_999 }]) {
      expect(await errorsOf(world.run(giveCase, leader, { code, staffId }))).toEqual({ staffId: "wrong" });
    }
    expect(await errorsOf(world.run(giveCase, officer, { code, staffId: leader.staffId }))).toBe("forbidden");
    const { context } = visit(world);
    context.set(actorContext, leader);
    const page = await loadCasePage(context, code);
    expect(page?.history.at(-1)).toMatchObject({ type: "give", toPerson: officer.name });
    const offered = page?.attention.takers.map(({ value }) => Number(value));
    expect(offered).toContain(leader.staffId);
    expect(offered).not.toContain(officer.staffId);
    expect(offered).not.toContain(elsewhere.staffId);
    await world.run(undoAct, leader, { code });
    expect((await world.find(code)).ownerId).toBeNull();
  });

  test("what is put aside leaves the queues of work and comes back on its day by itself", async () => {
    const { code } = await caseIn(world, people, "in_progress");
    const due = (await world.find(code)).dueAt;
    await world.run(snoozeCase, people.officer, { code, until: "2026-10-14", reasonCode: "document" });
    expect(await codes(people.officer, "desk")).not.toContain(code);
    expect(await codes(people.officer, "snoozed")).toContain(code);
    expect((await world.find(code)).dueAt).toEqual(due);
    const before = world.now();
    world.at("2026-10-13T17:00:00Z");
    expect(await codes(people.officer, "desk")).toContain(code);
    expect(await codes(people.officer, "snoozed")).not.toContain(code);
    world.at(before.toISOString());
    await world.run(wakeCase, people.officer, { code });
    expect(await codes(people.officer, "desk")).toContain(code);
  });

  test.each([
    ["today", "2026-10-05", "past"],
    ["a Sunday", "2026-10-11", "day-off"],
    ["the 61st working day", "2026-12-30", "too-far"],
  ])("a case is not put aside until %s", async (_name, until, rule) => {
    const { code } = await caseIn(world, people, "in_progress");
    expect(await errorsOf(world.run(snoozeCase, people.officer, { code, until, reasonCode: "later" }))).toEqual({
      until: rule,
    });
  });

  test("what the submitter writes brings a case back and waits to be heard until somebody moves the case or says so", async () => {
    const filed = await caseIn(world, people, "in_progress");
    const { code } = filed;
    await world.run(snoozeCase, people.officer, { code, until: "2026-10-14", reasonCode: "later" });
    await world.run(supplementCase, filed.submitter, { code, message: "Tôi xin bổ sung." });
    expect(await codes(people.officer, "heard")).toContain(code);
    expect(await codes(people.officer, "desk")).toContain(code);
    // It lies at the agency, so triage has nothing to hear.
    expect(await codes(people.triage, "heard")).not.toContain(code);
    await world.run(addNote, people.officer, { code, note: "Ghi chú." });
    expect(await codes(people.officer, "heard")).toContain(code);
    await world.run(heedSubmitter, people.officer, { code });
    expect(await codes(people.officer, "heard")).not.toContain(code);
    await world.run(askSubmitter, people.officer, { code, question });
    await world.run(replyToQuestion, filed.submitter, { code, reply: "Tôi trả lời." });
    expect(await codes(people.officer, "heard")).toContain(code);
    await world.run(askSubmitter, people.officer, { code, question });
    expect(await codes(people.officer, "heard")).not.toContain(code);
  });

  test("a level is set once, and moves no date", async () => {
    const { code } = await world.submit();
    const { dueAt, triageDueAt } = await world.find(code);
    await world.run(setLevel, people.triage, { code, level: "urgent" });
    expect(await world.find(code)).toMatchObject({ level: "urgent", dueAt, triageDueAt });
    expect(await errorsOf(world.run(setLevel, people.triage, { code, level: "urgent" }))).toEqual({ level: "same" });
  });
});

describe("people are told within the portal", () => {
  test("of a mention, by name or by unit, never of one's own and never twice", async () => {
    const { code } = await caseIn(world, people, "in_progress");
    const note = `@${people.leader.name}, xin xem; @${people.officer.name} ghi lại. Thư: a@example.vn`;
    await world.run(addNote, people.officer, { code, note });
    expect(await news(people.leader)).toContainEqual({ kind: "mention", type: "note", code });
    expect(await news(people.officer)).not.toContainEqual({ kind: "mention", type: "note", code });
    await world.run(addNote, people.leader, { code, note: "Nhờ cả đơn vị @BKHCN xem giúp." });
    expect(await news(people.officer)).toContainEqual({ kind: "mention", type: "note", code });
  });

  test("a mention of somebody who may not see the case is refused, and opens nothing", async () => {
    const { code } = await caseIn(world, people, "in_progress");
    const stranger = await world.staff("officer", "BTP");
    const before = await world.find(code);
    expect(await errorsOf(world.run(addNote, people.officer, { code, note: `Nhờ @${stranger.name} xem.` }))).toEqual({
      note: "mention-unseen",
    });
    expect(await errorsOf(world.run(addNote, people.officer, { code, note: "Nhờ @Người Không Có xem." }))).toEqual({
      note: "mention-unknown",
    });
    expect(
      await errorsOf(world.run(addNote, people.officer, { code, note: "Nhờ xem.", mention: `p${stranger.staffId}` })),
    ).toEqual({ mention: "mention-unseen" });
    expect(await world.find(code)).toEqual(before);
    expect(await news(stranger)).toEqual([]);
  });

  test("of changes to what they watch, as one line until it is read, and not once they stop", async () => {
    const filed = await caseIn(world, people, "in_progress");
    const { code } = filed;
    await world.run(watchCase, people.monitor, { code, watching: "yes" });
    await world.run(watchCase, people.monitor, { code, watching: "yes" });
    expect([await codes(people.monitor, "watched"), await codes(people.officer, "watched")]).toEqual([[code], []]);
    await world.run(addNote, people.officer, { code, note: "Một." });
    await world.run(supplementCase, filed.submitter, { code, message: "Hai." });
    expect(await news(people.monitor)).toEqual([{ kind: "watched", type: "supplement", code }]);
    expect(await countUnread(world.store.read, people.monitor)).toBe(1);
    const [first] = (await listNotifications(world.store.read, people.monitor, null)).items;
    await world.run(readNotifications, people.officer, { id: first?.id ?? 0 });
    expect(await countUnread(world.store.read, people.monitor)).toBe(1);
    await world.run(readNotifications, people.monitor, { upTo: first?.id ?? 0 });
    expect(await countUnread(world.store.read, people.monitor)).toBe(0);
    await world.run(watchCase, people.monitor, { code, watching: "no" });
    expect(await codes(people.monitor, "watched")).toEqual([]);
    await world.run(addNote, people.officer, { code, note: "Ba." });
    expect(await countUnread(world.store.read, people.monitor)).toBe(0);
  });

  test("of what came back to them and of what the submitter wrote on their case", async () => {
    const filed = await caseIn(world, people, "awaiting_approval");
    const { code } = filed;
    await world.run(returnAnswer, people.leader, { code, reason: "Thiếu số liệu." });
    expect(await news(people.officer)).toContainEqual({ kind: "returned", type: "return", code });
    await world.run(claimCase, people.officer, { code });
    await world.run(supplementCase, filed.submitter, { code, message: "Tôi xin bổ sung." });
    expect(await news(people.officer)).toContainEqual({ kind: "heard", type: "supplement", code });
  });

  test("of nothing on a case that they may not see when they read", async () => {
    const { code } = await caseIn(world, people, "in_progress");
    await world.run(watchCase, people.editor, { code, watching: "yes" });
    await world.run(addNote, people.officer, { code, note: `Nhờ @${people.editor.name}.` });
    expect(await news(people.editor)).toContainEqual({ kind: "mention", type: "note", code });
    const { cases } = world.store.read.tables;
    await world.store.write(async (tx) => {
      await tx.update(cases).set({ publishConsent: false });
    });
    expect(await news(people.editor)).toEqual([]);
    expect(await codes(people.editor, "watched")).toEqual([]);
    expect(await countUnread(world.store.read, people.editor)).toBe(0);
  });
});

test("an answer that is approved tells who watches", async () => {
  const { code } = await caseIn(world, people, "awaiting_approval");
  await world.run(watchCase, people.officer, { code, watching: "yes" });
  await world.run(approveAnswer, people.leader, { code });
  expect(await news(people.officer)).toContainEqual({ kind: "watched", type: "approve", code });
});
