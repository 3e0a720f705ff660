import { expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { eraseIdentity } from "../../app/commands/erase-identity.ts";
import { linkCase } from "../../app/commands/link-case.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { renewSecret } from "../../app/commands/renew-secret.ts";
import { splitCase } from "../../app/commands/split-case.ts";
import { unlinkCase } from "../../app/commands/unlink-case.ts";
import { listLinked } from "../../db/case-links.ts";
import { submitterView } from "../../db/case-views.ts";
import type { CaseRow } from "../../db/cases.ts";
import { partsOf } from "../../db/parts.ts";
import { listQueue } from "../../db/queue.ts";
import { openReporter } from "../../db/reporters.ts";
import { openBySecret } from "../../db/tracking.ts";
import { twoParts } from "./case-commands.ts";
import { caseIn, hire, mails, type People, reason, step } from "./journey.ts";
import { openWorld, type SubmittedCase, type World } from "./world.ts";

/** A letter three days old, split in two. */
async function splitLetter(world: World, people: People, letter?: SubmittedCase) {
  const parent = letter ?? (await world.submit());
  world.tick(3);
  await world.run(splitCase, people.triage, { code: parent.code, ...twoParts });
  const parts = await partsOf(world.store.read, parent.id);
  return { parent, parts };
}

const asFiled = (parent: SubmittedCase, part: CaseRow): SubmittedCase => ({
  ...parent,
  code: part.code,
  id: part.id,
  submitter: { kind: "submitter", caseId: part.id },
});

test("each part has a code and a text of its own, and the dates and the sender of the letter", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { parent, parts } = await splitLetter(world, people);
  const letter = await world.find(parent.code);
  expect(letter).toMatchObject({ status: "submitted", openParts: 2, content: letter.content });
  const fresh = await listQueue(world.store.read, people.triage, { view: "new", now: world.now(), soon: world.now() });
  expect(fresh.items.map(({ code }) => code).sort()).toEqual(parts.map(({ code }) => code).sort());
  expect(parts.map(({ title }) => title)).toEqual(["Lỗi khi nộp hồ sơ", "Lệ phí chưa rõ"]);
  for (const part of parts) {
    const { receivedAt, dueAt, triageDueAt, ruleId, calendarVersion } = letter;
    expect(part).toMatchObject({
      status: "submitted",
      version: 1,
      receivedAt,
      dueAt,
      triageDueAt,
      ruleId,
      calendarVersion,
    });
    expect(await openReporter(world.store.read, part.id)).toEqual(await openReporter(world.store.read, parent.id));
  }
  expect(new Set([parent.code, ...parts.map(({ code }) => code)]).size).toBe(3);
});

test("one secret opens the letter and its parts, also after it was renewed; and all are erased together", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { parent, parts } = await splitLetter(world, people);
  const opens = async (secret: string) => {
    const found = await Promise.all([parent, ...parts].map(({ code }) => openBySecret(world.store.read, code, secret)));
    return found.filter((row) => row !== null).length;
  };
  expect(await opens(parent.secret)).toBe(3);
  const view = await submitterView(world.store.read, await world.find(parent.code), world.now());
  expect(view.parts.map(({ code }) => code)).toEqual(parts.map(({ code }) => code));
  const renewed = await world.run(renewSecret, parent.submitter, { code: parent.code });
  expect([await opens(parent.secret), await opens(renewed)]).toEqual([0, 3]);
  await world.run(eraseIdentity, parent.submitter, { code: parent.code });
  for (const { id, code } of parts) {
    expect(await openReporter(world.store.read, id)).toBeNull();
    expect(await world.find(code)).toMatchObject({ identityErasedAt: world.now() });
  }
});

test("a letter is answered, merged and declined after its parts, and its desk is told when the last of them is settled", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { parent, parts } = await splitLetter(world, people);
  const [first, second] = parts;
  if (!first || !second) throw new Error("there are two");
  const declined = world.run(declineCase, people.triage, { code: parent.code, reasonCode: "unclear", reason });
  await expect(declined).rejects.toMatchObject({ code: "parts-open" });
  const lead = await world.submit();
  const merged = world.run(mergeCase, people.triage, { code: parent.code, leadCode: lead.code });
  await expect(merged).rejects.toMatchObject({ code: "parts-open" });
  for (const status of ["assigned", "in_progress", "awaiting_approval"] as const) {
    await step(world, people, parent, status);
    await step(world, people, asFiled(parent, first), status);
  }
  const approved = world.run(approveAnswer, people.leader, { code: parent.code });
  await expect(approved).rejects.toMatchObject({ code: "parts-open" });
  await step(world, people, asFiled(parent, first), "answered");
  expect([(await world.find(parent.code)).openParts, await mails(world)]).toEqual([
    1,
    expect.not.arrayContaining(["parts-done staff"]),
  ]);
  await step(world, people, asFiled(parent, second), "declined");
  expect(await mails(world)).toContain("parts-done staff");
  await world.run(approveAnswer, people.leader, { code: parent.code });
  expect(await world.find(parent.code)).toMatchObject({ status: "answered", openParts: 0 });
  await step(world, people, asFiled(parent, first), "disputed");
  expect((await world.find(parent.code)).openParts).toBe(1);
});

test("related cases are shown to whoever may see both, in both directions, and no clock knows of it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const [one, other] = [await caseIn(world, people, "in_progress"), await world.submit()];
  const before = await world.find(one.code);
  await world.run(linkCase, people.triage, { code: one.code, otherCode: other.code });
  const codes = async (actor: typeof people.triage, { id }: SubmittedCase) =>
    (await listLinked(world.store.read, actor, id)).map(({ code }) => code);
  expect([await codes(people.triage, one), await codes(people.triage, other)]).toEqual([[other.code], [one.code]]);
  expect([await codes(people.officer, one), await codes(people.officer, other)]).toEqual([[], [one.code]]);
  const { version: _old, ...clocks } = before;
  expect(await world.find(one.code)).toMatchObject(clocks);
  const link = (code: string, otherCode: string) => world.run(linkCase, people.triage, { code, otherCode });
  await expect(link(other.code, one.code)).rejects.toMatchObject({ errors: { otherCode: "linked" } });
  await expect(link(one.code, one.code)).rejects.toMatchObject({ errors: { otherCode: "same" } });
  const unseen = world.run(linkCase, people.officer, { code: one.code, otherCode: other.code });
  await expect(unseen).rejects.toMatchObject({ errors: { otherCode: "unknown" } });
  await world.run(unlinkCase, people.triage, { code: other.code, otherCode: one.code });
  expect(await codes(people.triage, one)).toEqual([]);
  const again = world.run(unlinkCase, people.triage, { code: other.code, otherCode: one.code });
  await expect(again).rejects.toMatchObject({ errors: { otherCode: "not-linked" } });
});
