import { afterAll, beforeAll, expect, test } from "vitest";
import sharp from "sharp";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { disputeCase } from "../../app/commands/dispute-case.ts";
import { eraseIdentity } from "../../app/commands/erase-identity.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { reopenCase } from "../../app/commands/reopen-case.ts";
import { returnAnswer } from "../../app/commands/return-answer.ts";
import { splitCase, splitInput } from "../../app/commands/split-case.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { langContext, actorContext, type Portal } from "../../app/http/context.ts";
import { loadApprovals } from "../../app/http/approvals-page.ts";
import { downloadOf } from "../../app/http/personal-data.ts";
import { checkAttachments } from "../../app/jobs/check-attachments.ts";
import { workOnCollectives } from "../../app/jobs/work-on-collectives.ts";
import { reapExpired } from "../../app/jobs/reap-attachments.ts";
import { loader as caseFileOf } from "../../app/routes/office/case-file.ts";
import { action } from "../../app/routes/office/case.tsx";
import { findCaseFile, takeFiles } from "../../db/attachments.ts";
import { partsOf } from "../../db/parts.ts";
import { submitterView } from "../../db/case-views.ts";
import { officeCase } from "../../db/office-case.ts";
import { filedHashes } from "../../db/receipts.ts";
import { outcomeSchema } from "../../app/domain/outcome.ts";
import { outcomeOf } from "./answers.ts";
import { openApi, tokenOf } from "./api-client.ts";
import { twoParts } from "./case-commands.ts";
import { openShelf, sendFile, type Shelf } from "./files.ts";
import { answerBody, caseIn, disagreement, hire, type People, reason } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let people: People;
let shelf: Shelf;
let picture: Blob;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
  shelf = openShelf(world);
  const drawn = { create: { width: 40, height: 30, channels: 3, background: "#0c0" } } as const;
  picture = new Blob([new Uint8Array(await sharp(drawn).png().toBuffer())]);
});
afterAll(async () => {
  shelf[Symbol.dispose]();
  await world.close();
});

const solved = outcomeSchema.parse({ ...outcomeOf("solved"), evidence: "" });

/** Posts the form of an answer as a browser does; what the page answers with. */
async function post(actor: StaffActor, code: string, fields: Record<string, string | [Blob, string]>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ version: String((await world.find(code)).version), ...fields }))
    if (typeof value === "string") form.append(name, value);
    else form.append(name, value[0], value[1]);
  const portal: Partial<Portal> = { blobs: shelf.blobs };
  const { url, context } = visit(world, { path: `/office/cases/${code}` }, portal);
  context.set(actorContext, actor);
  context.set(langContext, "vi");
  const request = new Request(url, { method: "POST", body: form });
  const args = { request, url, context, params: { code }, pattern: "/office/cases/:code" } as const;
  const answer: unknown = await action(args);
  if (answer instanceof Response) return { status: answer.status, data: {} };
  const { init, data } = answer as { init: { status?: number } | null; data: Record<string, unknown> };
  return { status: init?.status ?? 200, data };
}

const attach = (actor: StaffActor, code: string, file = picture, name = "biên bản.png") =>
  post(actor, code, { attach: "yes", body: answerBody, attachments: [file, name] });

const seenBy = async (actor: StaffActor, code: string) =>
  (await officeCase(world.store.read, actor, code, world.now()))?.evidence ?? [];
const ownView = async (code: string) => submitterView(world.store.read, await world.find(code), world.now());

/** The status with which a file of a case is given out to somebody of the office. */
async function opened(actor: StaffActor, code: string, id: string): Promise<number> {
  const { request, url, context } = visit(world, {}, { blobs: shelf.blobs });
  context.set(actorContext, actor);
  const args = { request, url, context, params: { code, id }, pattern: "/office/cases/:code/files/:id" } as const;
  const answer = await caseFileOf(args);
  await answer.body?.cancel();
  return answer.status;
}

test("evidence waits with the draft, is seen at approval, and is the sender's with the approved answer", async () => {
  const filed = await caseIn(world, people, "in_progress");
  const { code } = filed;
  const hashes = await filedHashes(world.store.read, filed.id);
  const answer = { code, body: answerBody, outcome: solved };
  const bare = world.run(submitAnswer, people.officer, answer);
  await expect(bare).rejects.toMatchObject({ errors: { "outcome.evidence": "empty" } });
  const refused = await post(people.officer, code, { _act: "answer", body: answerBody, "outcome.kind": "solved" });
  expect(refused.status).toBe(422);

  expect(await attach(people.officer, code)).toMatchObject({ status: 303 });
  const [file] = await seenBy(people.officer, code);
  expect(file).toMatchObject({ name: "biên bản.png", type: "png", state: "ready", open: true, waiting: true });
  const id = file?.id ?? "";
  expect(await seenBy(people.triage, code)).toEqual([]);
  expect(await opened(people.officer, code, id)).toBe(200);
  expect(await opened(people.triage, code, id)).toBe(404);
  expect((await ownView(code)).evidence).toEqual([]);

  await world.run(submitAnswer, people.officer, answer);
  expect(await seenBy(people.leader, code)).toMatchObject([{ id, waiting: true }]);
  expect(await opened(people.leader, code, id)).toBe(200);
  const { context } = visit(world, { path: "/office/approvals" });
  context.set(actorContext, people.leader);
  expect((await loadApprovals(context, null)).cards).toMatchObject([{ code, evidence: [{ id, open: true }] }]);
  // What the leader reads stays as it was handed in.
  await post(people.officer, code, { _act: "draft", drop: id });
  expect((await attach(people.officer, code)).status).not.toBe(303);
  expect(await seenBy(people.leader, code)).toHaveLength(1);
  expect((await ownView(code)).evidence).toEqual([]);

  await world.run(approveAnswer, people.leader, { code });
  const view = await ownView(code);
  expect(view).toMatchObject({ files: [], evidence: [{ id, open: true }] });
  const api = openApi(world);
  const { body } = await api.post("/api/v1/cases/lookup", { code, secret: filed.secret });
  expect(body).toMatchObject({ attachments: [], evidence: [{ id, name: "biên bản.png" }] });
  const staff = await api.get(`/api/v1/staff/cases/${code}`, await tokenOf(world, people.leader));
  expect(staff.body).toMatchObject({ evidence: [{ id }] });
  const data = await downloadOf(world.store.read, { row: await world.find(code) }, "json", "vi", world.now()).json();
  expect(data).toMatchObject({ cases: [{ files: [{ name: "biên bản.png", from: "agency" }] }] });
  // The receipt tells what the sender sent.
  expect(await filedHashes(world.store.read, filed.id)).toEqual(hashes);
  world.tick(400);
  expect(await reapExpired(shelf.job)).toBe(0);
  world.tick(-400);
  expect(await opened(people.leader, code, id)).toBe(200);
});

test("evidence of a leading case is read by the senders of those under it, and by nobody beside", async () => {
  const lead = await caseIn(world, people, "in_progress");
  const [member, stranger] = [await world.submit(), await world.submit()];
  await world.run(mergeCase, people.triage, { code: member.code, leadCode: lead.code });
  await attach(people.officer, lead.code);
  await world.run(submitAnswer, people.officer, { code: lead.code, body: answerBody, outcome: solved });
  await world.run(approveAnswer, people.leader, { code: lead.code });
  await workOnCollectives(world.store, world.now());
  const [file] = (await ownView(member.code)).evidence;
  expect(file).toMatchObject({ name: "biên bản.png", open: true });
  expect(await findCaseFile(world.store.read, member.id, file?.id ?? "")).not.toBeNull();
  expect(await findCaseFile(world.store.read, stranger.id, file?.id ?? "")).toBeNull();
  expect(await filedHashes(world.store.read, member.id)).toEqual([]);
});

test("the letter's files are read from its parts, unless a part is to have none, and are destroyed with the letter", async () => {
  const letter = await world.submit();
  const sent = await sendFile(world, shelf, "a sender", { bytes: new Uint8Array(await picture.arrayBuffer()) });
  await checkAttachments(shelf.job, sent.publicId);
  await world.store.write((tx) => takeFiles(tx, ["a sender"], letter.id, null, world.now()));
  const { part1, part2 } = twoParts;
  const input = splitInput.parse({
    code: letter.code,
    part1,
    part2: { ...part2, files: "none" },
    part3: { files: "all" },
  });
  await world.run(splitCase, people.triage, input);
  const [withFiles, without] = await partsOf(world.store.read, letter.id);
  if (!withFiles || !without) throw new Error("there are two parts");
  expect((await ownView(withFiles.code)).files).toMatchObject([{ id: sent.publicId, open: true }]);
  expect((await ownView(without.code)).files).toEqual([]);
  expect(await opened(people.triage, withFiles.code, sent.publicId)).toBe(200);
  expect(await opened(people.triage, without.code, sent.publicId)).toBe(404);
  await world.run(eraseIdentity, letter.submitter, { code: letter.code });
  expect((await ownView(withFiles.code)).files).toEqual([]);
  expect(await opened(people.triage, withFiles.code, sent.publicId)).toBe(404);
  expect(await reapExpired(shelf.job)).toBeGreaterThanOrEqual(1);
  const { attachments } = world.store.read.tables;
  const rows = await world.store.read.select().from(attachments);
  expect(rows.some(({ publicId }) => publicId === sent.publicId)).toBe(false);
});

test("a file is taken back until the answer is handed in; what is no evidence is refused and what was typed is kept", async () => {
  const { code } = await caseIn(world, people, "in_progress");
  const wrong = await attach(people.officer, code, new Blob(["#!/bin/sh"]), "chạy.sh");
  expect(wrong).toMatchObject({
    status: 422,
    data: { values: { body: answerBody }, refusedFiles: [{ name: "chạy.sh", rule: "wrong-type" }] },
  });
  expect((await officeCase(world.store.read, people.officer, code, world.now()))?.answer?.body).toBe(answerBody);
  await post(people.officer, code, { _act: "draft", draftVersion: "1", attachments: [picture, "một.png"] });
  const [file] = await seenBy(people.officer, code);
  expect(file?.name).toBe("một.png");
  const left = shelf.names().length;
  await post(people.officer, code, { drop: file?.id ?? "" });
  expect(await seenBy(people.officer, code)).toEqual([]);
  expect(shelf.names().length).toBeLessThan(left);
  // Nobody else adds to an answer: not even the leader, whose form it is not.
  const before = shelf.names().length;
  await attach(people.leader, code);
  await attach(await world.staff("officer", "BYT"), code).catch(() => {});
  expect(await seenBy(people.officer, code)).toEqual([]);
  expect(shelf.names().length).toBe(before);
});

test("evidence of a new answer waits again, goes back with a returned one, and is destroyed with the identity", async () => {
  const filed = await caseIn(world, people, "in_progress");
  const { code } = filed;
  await attach(people.officer, code);
  const answer = { code, body: answerBody, outcome: solved };
  await world.run(submitAnswer, people.officer, answer);
  await world.run(returnAnswer, people.leader, { code, reason });
  expect(await seenBy(people.officer, code)).toMatchObject([{ waiting: true }]);
  await world.run(submitAnswer, people.officer, answer);
  await world.run(approveAnswer, people.leader, { code });
  await world.run(disputeCase, filed.submitter, { code, ground: "not-answered", reason: disagreement });
  await world.run(reopenCase, people.arbiter, { code, reason });
  await attach(people.officer, code, picture, "lần hai.png");
  expect(await seenBy(people.officer, code)).toMatchObject([
    { waiting: false },
    { name: "lần hai.png", waiting: true },
  ]);
  expect((await ownView(code)).evidence).toMatchObject([{ name: "biên bản.png" }]);
  await world.run(eraseIdentity, filed.submitter, { code });
  expect(await seenBy(people.officer, code)).toEqual([]);
  const { attachments } = world.store.read.tables;
  const rows = await world.store.read.select().from(attachments);
  expect(rows.filter((row) => row.wrappedKey === "")).toHaveLength(2);
  expect(await reapExpired(shelf.job)).toBe(2);
});
