import { afterAll, beforeAll, expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { disputeCase } from "../../app/commands/dispute-case.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { relayAnswer } from "../../app/commands/relay-answer.ts";
import { reopenCase } from "../../app/commands/reopen-case.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { unmergeCase } from "../../app/commands/unmerge-case.ts";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { latestProposal } from "../../db/proposals.ts";
import { publishPrefill } from "../../app/http/publish-prefill.ts";
import { referenceLists } from "../../app/http/reference-lists.ts";
import { loader as casePage } from "../../app/routes/public/case.tsx";
import { summariesOf } from "../../app/routes/public/publication-model.ts";
import { latestAnswer } from "../../db/answers.ts";
import { listPublications } from "../../db/publication-lists.ts";
import { findPublication } from "../../db/publications.ts";
import { openBySecret } from "../../db/tracking.ts";
import { type Api, openApi } from "./api-client.ts";
import {
  caseIn,
  disagreement,
  hire,
  outcome,
  type People,
  publication,
  publishedIn,
  reason,
  step,
  publish,
} from "./journey.ts";
import { visit } from "./office-client.ts";
import { openOpen311 } from "./open311-client.ts";
import { joinSegments } from "../../app/domain/segments.ts";
import { openWorld, type SubmittedCase, theSystem, type World } from "./world.ts";

let world: World;
let people: People;
let api: Api;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
  api = openApi(world);
});
afterAll(() => world.close());

/** What the public page of a case shows; where it leads; or the status with which it ends. */
async function page(code: string, query = "") {
  const { request, url, context } = visit(world, { path: `/vi/cases/${code}${query}` });
  const args = { request, url, context, params: { lang: "vi", code }, pattern: "/:lang/cases/:code" } as const;
  try {
    return { shown: await casePage(args) };
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, to: thrown.headers.get("Location") };
    return { status: (thrown as { init: { status: number } }).init.status };
  }
}

/** The case as lists show it. */
async function listed(code: string) {
  const { items } = await listPublications(world.store.read, {}, { limit: 50 });
  const lists = await referenceLists(world.store, world.now());
  return summariesOf(items, [], lists, "vi").find((item) => item.code === code);
}

const newBody = "Trả lời lại: hồ sơ đã được nhận và giải quyết xong.";

async function answerAnew({ code }: SubmittedCase): Promise<void> {
  await world.run(submitAnswer, people.officer, { code, body: newBody, outcome: outcome("referred") });
  await world.run(approveAnswer, people.leader, { code });
}

test("what is published of a reopened case says so everywhere, until its new answer is published", async () => {
  const filed = await publishedIn(world, people, "answered");
  const { code } = filed;
  const requests = openOpen311(world);
  const notes = async () => (await requests.get(`requests/${code}?lang=vi`, "json")).body[0]?.status_notes;
  expect(await listed(code)).toMatchObject({ outcome: "explained", reopened: false });
  expect((await page(code)).shown?.standing).toBe("stands");
  const { answerVi: answered } = publication(code);
  expect(await notes()).toBe(answered);
  world.tick(1);
  await world.run(disputeCase, filed.submitter, { code, ground: "not-answered", reason: disagreement });
  expect(await listed(code)).toMatchObject({ outcome: null, status: "disputed" });
  world.tick(1);
  await world.run(reopenCase, people.arbiter, { code, reason });
  const reopenedAt = world.now();
  world.tick(1);
  expect((await page(code)).shown).toMatchObject({ standing: "reopened", reopenedAt, answeredAt: null });
  expect(await listed(code)).toMatchObject({ outcome: null, reopened: true, status: "in_progress" });
  expect((await api.get(`/api/v1/cases/${code}`)).body).toMatchObject({
    status: "in_progress",
    answerState: "reopened",
    reopenedAt: reopenedAt.toISOString(),
    outcomeKind: null,
    answer: { vi: answered },
  });
  expect(await notes()).toMatch(/đã được mở lại vào thứ Tư, 07\/10\/2026\. .* đang được xem lại\.\n\n/u);
  await answerAnew(filed);
  expect((await page(code)).shown).toMatchObject({ standing: "renewed", answeredAt: world.now() });
  expect((await api.get("/api/v1/cases")).body.items?.[0]).toMatchObject({ code, answerState: "renewed" });
  expect(await listed(code)).toMatchObject({ outcome: null, reopened: false, status: "answered" });
  const row = await world.find(code);
  const prefill = await publishPrefill(
    world.store.read,
    row,
    await latestAnswer(world.store.read, row.id),
    await latestProposal(world.store.read, row.id, ["published"]),
  );
  expect(prefill.texts).toMatchObject({ answerVi: newBody, titleVi: publication(code).titleVi });
  expect(prefill.texts).not.toHaveProperty("answerEn");
  await publish(world, people, publication(code, { answerVi: newBody }, "referred"));
  const shown = (await page(code)).shown;
  expect(shown?.standing).toBe("stands");
  expect(shown?.texts.answer && joinSegments(shown.texts.answer)).toBe(newBody);
  expect(await listed(code)).toMatchObject({ outcome: "referred" });
});

test("the address of a case that was public leads to its lead while that is public, and the sender still opens it", async () => {
  const lead = await publishedIn(world, people, "in_progress");
  const known = await publishedIn(world, people, "in_progress");
  const unknown = await caseIn(world, people, "in_progress");
  for (const { code } of [known, unknown]) await world.run(mergeCase, people.triage, { code, leadCode: lead.code });
  const to = `/vi/cases/${lead.code}?merged=${known.code}`;
  expect(await page(known.code.toLowerCase())).toEqual({ status: 303, to });
  expect((await page(lead.code, `?merged=${known.code}`)).shown?.merged).toBe(known.code);
  expect((await page(lead.code, `?merged=${unknown.code}`)).shown?.merged).toBeNull();
  expect(await page(unknown.code)).toEqual({ status: 404 });
  const read = await api.get(`/api/v1/cases/${known.code}`);
  expect([read.status, read.body]).toEqual([303, { code: known.code, leadCode: lead.code }]);
  expect(read.headers.get("Location")).toBe(`https://portal.example/api/v1/cases/${lead.code}`);
  expect((await api.get(`/api/v1/cases/${unknown.code}`)).status).toBe(404);
  for (const { code, secret } of [known, unknown]) {
    expect(await openBySecret(world.store.read, code, secret)).toMatchObject({ status: "merged" });
    const own = await api.post("/api/v1/cases/lookup", { code, secret });
    expect(own.body).toMatchObject({ code, status: "merged", leadCode: lead.code });
  }
  await world.run(unpublishCase, people.editor, { code: lead.code, category: "mistake", reason });
  expect(await page(known.code)).toEqual({ status: 404 });
  expect((await api.get(`/api/v1/cases/${known.code}`)).status).toBe(404);
});

test("what was published of a member is so again once the merge is taken back, whatever was published of it meanwhile", async () => {
  const lead = await caseIn(world, people, "awaiting_approval");
  const { code } = await publishedIn(world, people, "in_progress");
  await world.run(mergeCase, people.triage, { code, leadCode: lead.code });
  await step(world, people, lead, "answered");
  await world.run(relayAnswer, theSystem, { code });
  await publish(world, people, publication(code));
  expect(await findPublication(world.store.read, code)).toMatchObject({ outcomeKind: "explained" });
  await world.run(unmergeCase, people.triage, { code });
  expect(await findPublication(world.store.read, code)).toMatchObject({ status: "in_progress", outcomeKind: null });
});
