import { expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { disputeCase } from "../../app/commands/dispute-case.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { objectToMerge } from "../../app/commands/object-to-merge.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { relayAnswer } from "../../app/commands/relay-answer.ts";
import { reopenCase } from "../../app/commands/reopen-case.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { unmergeCase } from "../../app/commands/unmerge-case.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import type { Status } from "../../app/domain/case-status.ts";
import { workOnCollectives } from "../../app/jobs/work-on-collectives.ts";
import { verifyAudit } from "../../db/audit.ts";
import { submitterView } from "../../db/case-views.ts";
import { countMembers, findMerge } from "../../db/merges.ts";
import { findPublication } from "../../db/publications.ts";
import { openBySecret } from "../../db/tracking.ts";
import { exportCase } from "./export-case.ts";
import {
  caseIn,
  disagreement,
  hire,
  mails,
  outcome,
  type People,
  publication,
  publishedIn,
  reason,
  step,
  publish,
} from "./journey.ts";
import { openWorld, type SubmittedCase, theSystem, type World } from "./world.ts";

/** An export without the merge and the taking back of it: what has to be equal to the byte. */
function without(exported: string, events: readonly string[]): string {
  const about = JSON.parse(exported) as { events: { type: string }[] };
  return JSON.stringify({ ...about, events: about.events.filter(({ type }) => !events.includes(type)) });
}

const merge = (world: World, people: People, { code }: SubmittedCase, lead: SubmittedCase) =>
  world.run(mergeCase, people.triage, { code, leadCode: lead.code });

test.each(["submitted", "assigned", "in_progress"] as const)(
  "merging a case that is %s and taking it back gives an export equal to the byte but for the two events",
  async (status) => {
    await using world = await openWorld();
    const people = await hire(world);
    const filed = await caseIn(world, people, status);
    const lead = await caseIn(world, people, "in_progress");
    if (status === "in_progress") await publish(world, people, publication(filed.code));
    const before = await exportCase(world.store.read, filed.id);
    const leadBefore = await exportCase(world.store.read, lead.id);
    world.tick(1);
    await merge(world, people, filed, lead);
    expect(await world.find(filed.code)).toMatchObject({ status: "merged", published: false, heldSince: null });
    expect(await findPublication(world.store.read, filed.code)).toBeNull();
    world.tick(28);
    await world.run(unmergeCase, people.triage, { code: filed.code });
    const after = await exportCase(world.store.read, filed.id);
    expect(
      JSON.parse(after)
        .events.slice(-2)
        .map(({ type }: { type: string }) => type),
    ).toEqual(["merge", "unmerge"]);
    expect(without(after, ["merge", "unmerge"])).toBe(without(before, []));
    expect(await exportCase(world.store.read, lead.id)).toBe(leadBefore);
    expect((await verifyAudit(world.store.read)).findings).toEqual([]);
  },
);

test("a merge is taken back for 30 days, and by triage only", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await world.submit();
  await merge(world, people, filed, await world.submit());
  world.tick(30);
  const late = world.run(unmergeCase, people.triage, { code: filed.code });
  await expect(late).rejects.toMatchObject({ code: "window-over" });
  world.tick(-0.01);
  await world.run(unmergeCase, people.triage, { code: filed.code });
  expect(await world.find(filed.code)).toMatchObject({ status: "submitted", mergedIntoId: null, mergedAt: null });
});

test("every sender keeps code and secret, is given the answer in a piece of work, and disputes it by themselves", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const members = [await caseIn(world, people, "submitted"), await caseIn(world, people, "assigned")];
  const lead = await caseIn(world, people, "awaiting_approval");
  for (const member of members) await merge(world, people, member, lead);
  const waiting = await submitterView(world.store.read, await world.find(members[0]?.code ?? ""), world.now());
  expect(waiting.jointDueOn).toBe(waiting.clock.dueOn);
  await world.run(approveAnswer, people.leader, { code: lead.code });
  await workOnCollectives(world.store, world.now());
  for (const { code, secret } of members) {
    const row = await openBySecret(world.store.read, code, secret);
    expect(row).toMatchObject({ status: "answered", answeredAt: world.now() });
    const view = row && (await submitterView(world.store.read, row, world.now()));
    expect(view?.answer?.body).toContain("Cơ quan đã kiểm tra");
  }
  expect((await mails(world)).filter((mail) => mail === "answered reporter").length).toBe(3);
  const [first, second] = members;
  if (!first || !second) throw new Error("there are two");
  await world.run(disputeCase, first.submitter, { code: first.code, ground: "not-answered", reason: disagreement });
  await world.run(rateCase, second.submitter, { code: second.code, level: "4", solved: "yes" });
  const arbiter = await world.staff("arbiter");
  const byApprover = world.run(reopenCase, people.leader, { code: first.code, reason });
  await expect(byApprover).rejects.toMatchObject({ code: "forbidden" });
  await world.run(reopenCase, arbiter, { code: first.code, reason });
  expect(await world.find(first.code)).toMatchObject({ status: "in_progress", round: 2, mergedIntoId: null });
  expect(await world.find(second.code)).toMatchObject({ status: "closed" });
  expect(await world.find(lead.code)).toMatchObject({ status: "answered" });
  expect(await countMembers(world.store.read, lead.id)).toBe(1);
});

test("a lead that is answered anew gives every member the new answer, once, but not where a dispute is open", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const lead = await caseIn(world, people, "awaiting_approval");
  const [open, rated, disputed] = [await world.submit(), await world.submit(), await world.submit()];
  for (const member of [open, rated, disputed]) await merge(world, people, member, lead);
  await world.run(approveAnswer, people.leader, { code: lead.code });
  await workOnCollectives(world.store, world.now());
  const firstAnsweredAt = world.now();
  await world.run(rateCase, rated.submitter, { code: rated.code, level: "1", solved: "no" });
  const words = { ground: "not-answered", reason: disagreement } as const;
  for (const { code, submitter } of [lead, disputed]) await world.run(disputeCase, submitter, { code, ...words });
  await world.run(reopenCase, people.arbiter, { code: lead.code, reason });
  await expect(world.run(relayAnswer, theSystem, { code: open.code })).rejects.toMatchObject({ code: "wrong-state" });
  world.tick(3);
  const body = "Trả lời lại: hồ sơ đã được nhận và giải quyết xong.";
  await world.run(submitAnswer, people.officer, { code: lead.code, body, outcome: outcome() });
  await world.run(approveAnswer, people.leader, { code: lead.code });
  const told = async () => (await mails(world)).filter((mail) => mail === "answered reporter").length;
  const before = await told();
  for (let pass = 0; pass < 2; pass += 1) await workOnCollectives(world.store, world.now());
  expect(await told()).toBe(before + 2);
  for (const { code } of [open, rated]) {
    const row = await world.find(code);
    expect(row).toMatchObject({
      status: "answered",
      round: 2,
      firstAnsweredAt,
      answeredAt: world.now(),
      closedAt: null,
    });
    const view = await submitterView(world.store.read, row, world.now());
    expect(view).toMatchObject({ answer: { body }, rating: null });
  }
  await world.run(rateCase, rated.submitter, { code: rated.code, level: "4", solved: "yes" });
  await world.run(disputeCase, open.submitter, { code: open.code, ...words });
  expect(await world.find(disputed.code)).toMatchObject({ status: "disputed", round: 1 });
  await expect(world.run(relayAnswer, theSystem, { code: rated.code })).rejects.toMatchObject({ code: "wrong-state" });
});

test("an answered member that was merged wrongly is again what it was, and its sender keeps the answer to read", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await world.submit();
  const lead = await caseIn(world, people, "awaiting_approval");
  await merge(world, people, filed, lead);
  await world.run(approveAnswer, people.leader, { code: lead.code });
  await workOnCollectives(world.store, world.now());
  await world.run(unmergeCase, people.triage, { code: filed.code });
  const row = await world.find(filed.code);
  expect(row).toMatchObject({ status: "submitted", agencyId: null, answeredAt: null, closeAt: null, round: 2 });
  expect(row).toMatchObject({ dueAt: filed.dueAt, firstAnsweredAt: world.now() });
});

test("chains are flattened: a lead with members that goes on under another takes them along, and brings them back", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const [leaf, middle, top] = [await world.submit(), await world.submit(), await world.submit()];
  await merge(world, people, leaf, middle);
  await merge(world, people, middle, top);
  const headOf = async ({ id }: SubmittedCase) => (await findMerge(world.store.read, id))?.leadId ?? null;
  expect([await headOf(leaf), await headOf(middle)]).toEqual([top.id, top.id]);
  const another = await world.submit();
  await merge(world, people, another, middle);
  expect(await headOf(another)).toBe(top.id);
  await expect(merge(world, people, top, leaf)).rejects.toMatchObject({ errors: { leadCode: "same" } });
  await world.run(unmergeCase, people.triage, { code: middle.code });
  expect([await headOf(leaf), await headOf(middle), await headOf(another)]).toEqual([middle.id, null, top.id]);
});

test("a lead that is withdrawn or declined gives its members back, whenever that is", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const lead = await caseIn(world, people, "in_progress");
  const states: Status[] = ["submitted", "in_progress"];
  const members: SubmittedCase[] = [];
  for (const status of states) members.push(await caseIn(world, people, status));
  for (const member of members) await merge(world, people, member, lead);
  world.tick(40);
  await world.run(withdrawCase, lead.submitter, { code: lead.code });
  await workOnCollectives(world.store, world.now());
  expect(await countMembers(world.store.read, lead.id)).toBe(2);
  world.tick(0.01);
  await workOnCollectives(world.store, world.now());
  for (const [place, { code }] of members.entries()) {
    expect(await world.find(code)).toMatchObject({ status: states[place] });
  }
  expect(await countMembers(world.store.read, lead.id)).toBe(0);
});

test("the public count of a lead takes in what was public itself, and nothing else", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const lead = await publishedIn(world, people, "in_progress");
  const counted = async () => (await findPublication(world.store.read, lead.code))?.followers;
  const open = await publishedIn(world, people, "in_progress");
  const hidden = await caseIn(world, people, "in_progress", "feedback", { answers: { hideIdentity: "yes" } });
  await publish(world, people, publication(hidden.code));
  const unpublished = await caseIn(world, people, "in_progress");
  const before = JSON.stringify(await findPublication(world.store.read, lead.code));
  await merge(world, people, hidden, lead);
  await merge(world, people, unpublished, lead);
  expect(JSON.stringify(await findPublication(world.store.read, lead.code))).toBe(before);
  await merge(world, people, open, lead);
  expect(await counted()).toBe(1);
  await world.run(unmergeCase, people.triage, { code: open.code });
  expect(await counted()).toBe(0);
});

test("a sender who objects is heard: triage is told, and the words stay", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await world.submit();
  await merge(world, people, filed, await world.submit());
  await world.run(objectToMerge, filed.submitter, { code: filed.code, objection: "Việc của tôi khác hẳn." });
  expect(await world.find(filed.code)).toMatchObject({ status: "merged", heardAt: world.now() });
  expect(await mails(world)).toContain("merge-objection staff");
  await world.run(unmergeCase, people.triage, { code: filed.code });
  expect(await world.find(filed.code)).toMatchObject({ status: "submitted", heardAt: null });
});

test("nobody is put under a case at the moment in which it is answered", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const lead = await caseIn(world, people, "awaiting_approval");
  const filed = await world.submit();
  const [merged] = await Promise.allSettled([merge(world, people, filed, lead), step(world, people, lead, "answered")]);
  await workOnCollectives(world.store, world.now());
  const status = (await world.find(filed.code)).status;
  expect(status).toBe(merged.status === "fulfilled" ? "answered" : "submitted");
});
