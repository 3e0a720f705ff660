import { expect, test } from "vitest";
import { disputeCase } from "../../app/commands/dispute-case.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { reopenCase } from "../../app/commands/reopen-case.ts";
import { upholdAnswer } from "../../app/commands/uphold-answer.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { loadCasePage } from "../../app/http/case-page.ts";
import { actorContext } from "../../app/http/context.ts";
import { mindDeadlines } from "../../app/jobs/mind-deadlines.ts";
import type { Route as QueueRoute } from "../../app/routes/office/+types/queue";
import { loader as queueLoader } from "../../app/routes/office/queue.tsx";
import { submitterView } from "../../db/case-views.ts";
import { latestDispute } from "../../db/disputes.ts";
import { findPublication } from "../../db/publications.ts";
import { altered } from "../altered.ts";
import { openApi, tokenOf } from "./api-client.ts";
import { caseIn, disagreement, hire, mails, type People, publishedIn, reason, step } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type SubmittedCase, theSystem, type World } from "./world.ts";

const dispute = (world: World, { code, submitter }: SubmittedCase) =>
  world.run(disputeCase, submitter, { code, ground: "not-answered", reason: disagreement });

test("a dispute has a deadline of its own, and moves neither the promise nor the first answer", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await caseIn(world, people, "answered");
  const answeredAt = world.now();
  world.tick(2);
  await dispute(world, filed);
  const row = await world.find(filed.code);
  expect(row).toMatchObject({ status: "disputed", disputedAt: world.now(), heardAt: world.now(), answeredAt });
  // Ten working days after a Wednesday: the Wednesday two weeks on.
  expect(row.disputeDueAt).toEqual(new Date("2026-10-21T17:00:00Z"));
  expect(row.dueAt).toEqual(filed.dueAt);
  const { outbox } = world.store.read.tables;
  const told = (await world.store.read.select().from(outbox)).find(({ mail }) => mail === "dispute-received");
  expect(told?.params).toMatchObject({ decideBy: "2026-10-21" });
  expect(await latestDispute(world.store.read, filed.id)).toMatchObject({ round: 1, ground: "not-answered" });
});

test("whoever wrote or approved the answer is forbidden to decide; a leader of the agency who did not may", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await caseIn(world, people, "disputed");
  const fresh = await world.staff("leader", "BKHCN");
  const input = { code: filed.code, reason: "Câu trả lời đã nêu đủ các điểm được hỏi." };
  const refused = { code: "forbidden" };
  await expect(world.run(reopenCase, people.leader, input)).rejects.toMatchObject(refused);
  await expect(world.run(upholdAnswer, people.leader, input)).rejects.toMatchObject(refused);
  await expect(world.run(upholdAnswer, people.triage, input)).rejects.toMatchObject(refused);
  await world.run(upholdAnswer, fresh, input);
  expect(await world.find(filed.code)).toMatchObject({ status: "closed", disputeDueAt: null, heardAt: null });
  const decided = { decision: "uphold", decidedBy: fresh.staffId, decidedAt: world.now() };
  expect(await latestDispute(world.store.read, filed.id)).toMatchObject(decided);
  expect(await mails(world)).toContain("dispute-upheld reporter");
});

test("the people who may decide are told: fresh leaders of the agency, and where there is none the arbiters", async () => {
  await using world = await openWorld();
  // Of the people hired, the arbiter alone had no part in the answer.
  const people = await hire(world);
  await caseIn(world, people, "disputed");
  expect((await mails(world)).filter((mail) => mail === "dispute-to-decide staff").length).toBe(1);
  await world.staff("leader", "BKHCN");
  await world.staff("leader", "BKHCN");
  await caseIn(world, people, "disputed");
  expect((await mails(world)).filter((mail) => mail === "dispute-to-decide staff").length).toBe(3);
});

test("a reopened case is answered, rated and disputed anew; the first answer and the first end stay on record", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await caseIn(world, people, "closed");
  const first = world.now();
  world.tick(1);
  await dispute(world, filed);
  await world.run(reopenCase, people.arbiter, { code: filed.code, reason });
  const row = await world.find(filed.code);
  expect(row).toMatchObject({ status: "in_progress", round: 2, answeredAt: null, closedAt: null, closeAt: null });
  expect(row).toMatchObject({ firstAnsweredAt: first, firstClosedAt: first, disputedAt: null, dueAt: filed.dueAt });
  const view = await submitterView(world.store.read, row, world.now());
  expect([view.answer?.approvedAt, view.rating]).toEqual([first, null]);
  expect(view.decision).toMatchObject({ act: "reopen", at: world.now(), words: { body: reason } });
  expect(view.translation).toBeNull();
  for (const status of ["awaiting_approval", "answered"] as const) await step(world, people, filed, status);
  await world.run(rateCase, filed.submitter, { code: filed.code, level: "2", solved: "no" });
  await dispute(world, filed);
  expect(await world.find(filed.code)).toMatchObject({ status: "disputed", round: 2, firstAnsweredAt: first });
});

test("an answer is disputed once, and within the time to object", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await caseIn(world, people, "disputed");
  await world.run(upholdAnswer, people.arbiter, { code: filed.code, reason: `${reason} ${reason}` });
  await expect(dispute(world, filed)).rejects.toMatchObject({ code: "already-exists" });
  const late = await caseIn(world, people, "closed");
  world.at("2026-10-26T16:59:59Z");
  await dispute(world, await caseIn(world, people, "closed"));
  world.at("2026-10-26T17:00:00Z");
  await expect(dispute(world, late)).rejects.toMatchObject({ code: "window-over" });
});

test("a standing disagreement is public, and a reopening takes the rating of the first answer away", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { arbiter } = people;
  const published = ({ code }: SubmittedCase) => findPublication(world.store.read, code);
  const upheld = await publishedIn(world, people, "closed");
  expect(await published(upheld)).toMatchObject({ disagreement: false, ratingLevel: 4 });
  const english = async ({ code }: SubmittedCase) =>
    (await submitterView(world.store.read, await world.find(code), world.now())).translation?.body;
  expect(await english(upheld)).toBe("The error has been fixed since 1 October 2026.");
  await dispute(world, upheld);
  expect(await published(upheld)).toMatchObject({ status: "disputed", disagreement: false });
  await world.run(upholdAnswer, arbiter, { code: upheld.code, reason: `${reason} ${reason}` });
  expect(await published(upheld)).toMatchObject({ status: "closed", disagreement: true });
  const reopened = await publishedIn(world, people, "closed");
  await dispute(world, reopened);
  await world.run(reopenCase, arbiter, { code: reopened.code, reason });
  expect(await english(reopened)).toBeUndefined();
  expect(await published(reopened)).toMatchObject({ status: "in_progress", disagreement: false, ratingLevel: null });
});

test("the system takes up an answered case by itself, and never a disputed one", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await caseIn(world, people, "answered");
  await world.run(reopenCase, theSystem, { code: filed.code });
  expect(await world.find(filed.code)).toMatchObject({ status: "in_progress", round: 2 });
  const other = await caseIn(world, people, "disputed");
  const refused = world.run(reopenCase, theSystem, { code: other.code });
  await expect(refused).rejects.toMatchObject({ code: "wrong-state" });
});

test("monitors and arbiters are told of a late dispute, once", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await caseIn(world, people, "disputed");
  const told = async () => (await mails(world)).filter((mail) => mail === "dispute-late staff").length;
  world.tick(14);
  await mindDeadlines(world.store, world.now());
  expect(await told()).toBe(0);
  world.tick(1);
  await mindDeadlines(world.store, world.now());
  await mindDeadlines(world.store, world.now());
  expect(await told()).toBe(2);
  expect(await world.find(filed.code)).toMatchObject({ status: "disputed" });
});

test("who decides reads what is wrong and by when; who had a part reads that it is for somebody else", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await caseIn(world, people, "disputed");
  const fresh = await world.staff("leader", "BKHCN");
  const args = (actor: StaffActor) => {
    const made = visit(world, { path: "/office?view=disputed" });
    made.context.set(actorContext, actor);
    return made;
  };
  const pageOf = (actor: StaffActor) => loadCasePage(args(actor).context, filed.code);
  const told = { text: { body: disagreement }, decideBy: "2026-10-19", upheldAt: null };
  const page = await pageOf(fresh);
  expect(page).toMatchObject({ dispute: { ...told, shutOut: false }, standing: { kind: "fine", daysLeft: 10 } });
  expect((await pageOf(people.leader))?.dispute).toMatchObject({ ...told, shutOut: true });
  expect((await pageOf(people.officer))?.dispute).toMatchObject({ ...told, shutOut: false });
  world.at("2026-10-20T02:00:00Z");
  const { rows } = await queueLoader(args(people.arbiter) as unknown as QueueRoute.LoaderArgs);
  expect(rows).toMatchObject([{ code: filed.code, decideOn: "2026-10-19", standing: { kind: "late", daysLate: 1 } }]);
  const token = await tokenOf(world, people.arbiter);
  const { body } = await openApi(world).get(`/api/v1/staff/cases/${filed.code}`, token);
  expect(body.dispute).toMatchObject({ dueAt: "2026-10-19T17:00:00.000Z", decision: null });
  await world.run(upholdAnswer, fresh, { code: filed.code, reason: `${reason} ${reason}` });
  expect(await pageOf(fresh)).toMatchObject({ dispute: { upheldAt: world.now() }, standing: { kind: "done" } });
});

async function answeredByApi(world: World, people: People) {
  const filed = await caseIn(world, people, "answered");
  const act = `/api/v1/cases/${filed.code}/dispute`;
  return { filed, act, api: openApi(world) };
}

test("through the API a dispute needs the secret, a ground and words", async () => {
  await using world = await openWorld();
  const { filed, act, api } = await answeredByApi(world, await hire(world));
  const { secret } = filed;
  const wrong = await api.post(act, { secret: altered(secret), ground: "not-done", reason: disagreement });
  expect(wrong.status).toBe(404);
  const empty = await api.post(act, { secret });
  expect([empty.status, empty.body.errors]).toEqual([422, { ground: expect.anything(), reason: expect.anything() }]);
  const done = await api.post(act, { secret, ground: "wrong-facts", reason: disagreement });
  expect([done.status, done.body.status]).toEqual([200, "disputed"]);
  const again = await api.post(act, { secret, ground: "wrong-facts", reason: disagreement });
  expect([again.status, again.body.type]).toEqual([409, "/problems/wrong-state"]);
});
