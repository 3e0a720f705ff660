import { expect, test } from "vitest";
import { contestMask } from "../../app/commands/contest-mask.ts";
import { decideMask } from "../../app/commands/decide-mask.ts";
import { proposeInput, proposePublication } from "../../app/commands/propose-publication.ts";
import { publishCase } from "../../app/commands/publish-case.ts";
import { returnPublication } from "../../app/commands/return-publication.ts";
import { saveRedactionRule } from "../../app/commands/save-redaction-rule.ts";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import { isStale } from "../../app/domain/segment-state.ts";
import { publishDue } from "../../app/jobs/publish-due.ts";
import { openObjections } from "../../db/objections.ts";
import { ownMasks } from "../../db/own-masks.ts";
import { findPublication } from "../../db/publications.ts";
import { countQueue, listQueue } from "../../db/queue.ts";
import type { QueueView } from "../../db/queue-conditions.ts";
import { listSegments } from "../../db/segments.ts";
import { listTakedowns } from "../../db/takedowns.ts";
import {
  caseIn,
  disagreement,
  hire,
  mails,
  type People,
  publication,
  publish,
  publishedIn,
  reason,
  step,
} from "./journey.ts";
import { maskedPublication, masksOf } from "./publishing-states.ts";
import { openWorld, type World } from "./world.ts";

const propose = (world: World, people: People, code: string, titleVi: string) =>
  world.run(proposePublication, people.editor, publication(code, { titleVi }));

test("what one editor stored another publishes; a newer proposal replaces it, a returned one goes nowhere", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "answered");
  await propose(world, people, code, "Tiêu đề thứ nhất");
  await propose(world, people, code, "Tiêu đề thứ hai");
  await expect(world.run(publishCase, people.editor, { code })).rejects.toMatchObject({ code: "own-work" });
  expect(await findPublication(world.store.read, code)).toBeNull();
  await world.run(publishCase, people.secondEditor, { code });
  expect(await findPublication(world.store.read, code)).toMatchObject({ titleVi: "Tiêu đề thứ hai" });

  await propose(world, people, code, "Tiêu đề thứ ba");
  await world.run(returnPublication, people.secondEditor, { code, reason });
  await expect(world.run(publishCase, people.secondEditor, { code })).rejects.toMatchObject({ code: "wrong-state" });
  expect(await findPublication(world.store.read, code)).toMatchObject({ titleVi: "Tiêu đề thứ hai" });
});

test("what waits for a second editor is a view of theirs, listed and counted alike", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "assigned");
  const query = { view: "proposed", now: world.now(), soon: world.now() } as const;
  expect(await countQueue(world.store.read, people.secondEditor, query)).toBe(0);
  await propose(world, people, code, "Tiêu đề đề xuất");
  expect(await countQueue(world.store.read, people.secondEditor, query)).toBe(1);
  const { items } = await listQueue(world.store.read, people.secondEditor, query);
  expect(items.map((item) => item.code)).toEqual([code]);
});

test("a proposal without the answer that came since is not published, by nobody and on no day", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await caseIn(world, people, "in_progress");
  const { code } = filed;
  await propose(world, people, code, "Đề xuất trước trả lời");
  await world.run(publishCase, people.secondEditor, { code, publishAfter: "2026-10-20" });
  await step(world, people, filed, "awaiting_approval");
  await step(world, people, filed, "answered");
  world.tick(20);
  expect(await publishDue(world.store, world.now())).toBe(0);
  expect(await findPublication(world.store.read, code)).toBeNull();
  expect(await world.find(code)).toMatchObject({ publishAt: null, proposedAt: null, published: false });
});

test("what was approved for a later day is published on that day, unless it was called off", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const [one, other] = [await caseIn(world, people, "assigned"), await caseIn(world, people, "assigned")];
  for (const { code } of [one, other]) {
    await propose(world, people, code, "Tiêu đề hẹn ngày");
    const over = world.run(publishCase, people.secondEditor, { code, publishAfter: "2026-09-30" });
    await expect(over).rejects.toMatchObject({ errors: { publishAfter: "past" } });
    await world.run(publishCase, people.secondEditor, { code, publishAfter: "2026-10-12" });
  }
  const codes = async (view: QueueView) =>
    (await listQueue(world.store.read, people.editor, { view, now: world.now(), soon: world.now() })).items.map(
      (item) => item.code,
    );
  expect([await codes("to-publish"), await codes("scheduled")]).toEqual([[], [one.code, other.code]]);
  await world.run(returnPublication, people.editor, { code: other.code, reason });
  expect([await codes("to-publish"), await codes("scheduled")]).toEqual([[other.code], [one.code]]);
  expect(await publishDue(world.store, world.now())).toBe(0);
  expect(await findPublication(world.store.read, one.code)).toBeNull();
  world.tick(10);
  expect(await publishDue(world.store, world.now())).toBe(1);
  expect(await findPublication(world.store.read, one.code)).toMatchObject({ titleVi: "Tiêu đề hẹn ngày" });
  expect(await findPublication(world.store.read, other.code)).toBeNull();
});

test("a standing rule masks what new proposals hold, until its last day", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const rule = { words: "Cổng dịch vụ c*", reason: "trade-secret" as const, note: "Theo yêu cầu của tòa án." };
  await world.run(saveRedactionRule, people.editor, { ...rule, validTo: "2026-10-10" });
  const { code } = await caseIn(world, people, "assigned");
  await publish(world, people, publication(code));
  expect(await findPublication(world.store.read, code)).toMatchObject({
    questionVi: "[…] báo lỗi khi nộp hồ sơ.",
    masks: { questionVi: ["trade-secret"] },
  });
  world.tick(10);
  await publish(world, people, publication(code));
  expect(await findPublication(world.store.read, code)).toMatchObject({ masks: null });
  const wide = { words: "*", reason: "other" as const, note: "Mọi chữ." };
  const refused = world.run(saveRedactionRule, people.editor, wide);
  await expect(refused).rejects.toMatchObject({ errors: { words: "too-wide" } });
});

test("a rule that came after a proposal holds for it: at once, and for what waits for its day", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const [waiting, open] = [await caseIn(world, people, "assigned"), await caseIn(world, people, "assigned")];
  const number = "0912345678";
  const verdicts = [{ field: "titleVi", text: number, nth: 0, verdict: "harmless" as const }];
  for (const { code } of [waiting, open]) {
    const titled = publication(code, { titleVi: `Gọi ${number} để hỏi` });
    await world.run(proposePublication, people.editor, { ...titled, verdicts });
  }
  await world.run(publishCase, people.secondEditor, { code: waiting.code, publishAfter: "2026-10-12" });
  const rule = { reason: "trade-secret" as const, note: "Theo yêu cầu của tòa án." };
  const saved = await world.run(saveRedactionRule, people.editor, { ...rule, words: "Cổng dịch vụ c*" });
  const outdated = { code: "proposal-outdated" };
  const publishing = () => world.run(publishCase, people.secondEditor, { code: open.code });
  await expect(publishing()).rejects.toMatchObject(outdated);
  const later = { code: open.code, publishAfter: "2026-10-20" };
  await expect(world.run(publishCase, people.secondEditor, later)).rejects.toMatchObject(outdated);
  world.tick(10);
  expect(await publishDue(world.store, world.now())).toBe(0);
  expect(await findPublication(world.store.read, waiting.code)).toBeNull();
  expect(await world.find(waiting.code)).toMatchObject({ publishAt: null, published: false });
  // A rule of the same words as a number that somebody let stand asks anew; one that has ended asks for nothing.
  const { id, version, note } = saved;
  await world.run(saveRedactionRule, people.editor, { id, version, note, validTo: "2026-10-10" });
  await world.run(saveRedactionRule, people.editor, { ...rule, words: number });
  await expect(publishing()).rejects.toMatchObject(outdated);
  await propose(world, people, open.code, "Tiêu đề không còn số");
  await publishing();
  expect(await findPublication(world.store.read, open.code)).toMatchObject({ titleVi: "Tiêu đề không còn số" });
});

test("the author sees what is masked, objects, and an editor who did not mask it lifts it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id, submitter } = await caseIn(world, people, "assigned");
  await publish(world, people, maskedPublication(code));
  expect(await findPublication(world.store.read, code)).toMatchObject({
    questionVi: "Cổng dịch vụ công […] khi nộp […].",
    masks: { questionVi: ["defamation", "personal-data"] },
  });
  expect(await mails(world)).toContain("masked reporter");
  const shown = await ownMasks(world.store.read, await world.find(code));
  expect(shown.map(({ words, reason: why }) => [words, why])).toEqual([
    ["báo lỗi", "defamation"],
    ["hồ sơ", "personal-data"],
  ]);

  const [redactionId = 0] = await masksOf(world, id);
  const objection = { code, redactionId, objection: disagreement };
  await world.run(contestMask, submitter, objection);
  await expect(world.run(contestMask, submitter, objection)).rejects.toMatchObject({ code: "already-exists" });
  const [open] = await openObjections(world.store.read, id);
  const decision = { code, objectionId: open?.id ?? 0, decision: "lift" as const, reason };
  await expect(world.run(decideMask, people.editor, decision)).rejects.toMatchObject({ code: "own-work" });
  await world.run(decideMask, people.secondEditor, decision);
  expect(await findPublication(world.store.read, code)).toMatchObject({
    questionVi: "Cổng dịch vụ công báo lỗi khi nộp […].",
    masks: { questionVi: ["personal-data"] },
  });
  // The sentence that says more now has no translation until somebody has looked at it again.
  expect((await listSegments(world.store.read, id)).filter(isStale).map(({ part }) => part)).toEqual(["question"]);
  expect((await world.find(code)).objectedAt).toBeNull();
  expect(await mails(world)).toContain("mask-decided reporter");
});

test("the public log tells what was taken down and masked later, and never which case", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const agencyName = (await world.agency("BKHCN")).nameVi;
  const first = await publishedIn(world, people, "answered");
  const ground = "khoản 1 Điều 38 Bộ luật Dân sự";
  const takedown = { code: first.code, category: "personal-data" as const, ground, reason };
  await expect(
    world.run(unpublishCase, people.editor, { ...takedown, ground: "Theo lời bà Trần Thị Thử Nghiệm" }),
  ).rejects.toMatchObject({ errors: { ground: "personal-name" } });
  await world.run(unpublishCase, people.editor, takedown);
  const second = await publishedIn(world, people, "assigned");
  await publish(world, people, maskedPublication(second.code));
  await world.run(withdrawCase, second.submitter, { code: second.code });
  const { items } = await listTakedowns(world.store.read, null);
  expect(items.map(({ act, category, ground: by }) => [act, category, by])).toEqual([
    ["taken-down", "withdrawn", null],
    ["masked", "personal-data", null],
    ["masked", "defamation", null],
    ["taken-down", "personal-data", ground],
  ]);
  expect(items.at(-1)).toMatchObject({ day: "2026-10-05", kind: "feedback", agency: { nameVi: agencyName } });
  const page = await listTakedowns(world.store.read, null, 3);
  const rest = await listTakedowns(world.store.read, page.nextCursor, 3);
  expect([...page.items, ...rest.items].length).toBe(4);
  expect(JSON.stringify(items)).not.toMatch(/PA-|Lỗi khi nộp/);
});

test("words to mask that the text does not have are refused beside their field", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "assigned");
  const masks = [{ field: "questionVi", text: "không có trong bài", reason: "other" }];
  const input = proposeInput.parse({ ...publication(code), masks });
  await expect(world.run(proposePublication, people.editor, input)).rejects.toMatchObject({
    errors: { masks: "not-in-text" },
  });
});
