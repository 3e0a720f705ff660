import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { connectSystem } from "../../app/commands/connect-system.ts";
import { handTask } from "../../app/commands/hand-task.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { undoAct } from "../../app/commands/undo-act.ts";
import { unmergeCase } from "../../app/commands/unmerge-case.ts";
import { keepCommitment } from "../../app/commands/keep-commitment.ts";
import { moveCommitment } from "../../app/commands/move-commitment.ts";
import { withdrawTask } from "../../app/commands/withdraw-task.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { lastDay } from "../../app/domain/deadlines.ts";
import { insertToken } from "../../db/api-tokens.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { tasksOf } from "../../db/handed-tasks.ts";
import { promisedFor } from "./answering-commands.ts";
import { type Api, openApi, tokenOf } from "./api-client.ts";
import { answerBody, caseIn, hire, outcome, type People, reason } from "./journey.ts";
import { openWorld, type SubmittedCase, type World } from "./world.ts";

let world: World;
let people: People;
let api: Api;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
  api = openApi(world);
});
afterAll(() => world.close());

const settings = { name: "Kế hoạch 02", url: "https://plan02.example.vn/hook", kind: "plan02", events: [] } as const;

async function managing(actor: StaffActor): Promise<Record<string, string>> {
  const token = await world.store.write((tx) => insertToken(tx, actor.staffId, "webhook", world.now()));
  return { Authorization: `Bearer ${token}` };
}
const connect = () => world.run(connectSystem, people.admin, { ...settings, events: [] });
const taskOf = async ({ id }: SubmittedCase) => (await tasksOf(world.store.read, id))[0]?.task;
const deliveriesOf = async (id: number) => {
  const { webhookDeliveries: d } = world.store.read.tables;
  return world.store.read.select().from(d).where(eq(d.webhookId, id)).orderBy(d.id);
};
const toldOf = async (id: number) => (await deliveriesOf(id)).map(({ event }) => event);
const queuedFor = async (id: number) =>
  (await deliveriesOf(id)).filter(({ state }) => state === "queued").map(({ event }) => event);

/** A report as a system sends it. */
function report(
  system: { publicId: string },
  secret: string,
  taskId: string,
  said: object,
  at = world.now(),
): ReturnType<Api["send"]> {
  const seconds = Math.floor(at.getTime() / 1000);
  const body = JSON.stringify(said);
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return api.send(`/api/v1/tasks/${taskId}/reports`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Cau-Noi-System": system.publicId,
      "Cau-Noi-Timestamp": String(seconds),
      "Cau-Noi-Signature": `v1=${signature}`,
    },
    body,
  });
}

test("a program with an administrator's token of the scope connects, changes, tests and reads; nobody else does", async () => {
  const token = await managing(people.admin);
  const made = await api.post("/api/v1/webhooks", { ...settings, events: ["case.changed"] }, token);
  expect(made).toMatchObject({ status: 201, body: { name: "Kế hoạch 02", active: true, version: 1 } });
  const { id, secret } = made.body as unknown as { id: string; secret: string };
  const path = `/api/v1/webhooks/${id}`;
  expect(JSON.stringify((await api.get("/api/v1/webhooks", token)).body)).not.toContain(secret);
  expect((await api.get(path, token)).headers.get("ETag")).toBe('"1"');
  const change = (name: string, version: number, body?: object) =>
    api.post(`${path}/${name}`, body, { ...token, "If-Match": `"${version}"` });
  expect(await change("switch-off", 1)).toMatchObject({ status: 200, body: { active: false, secret: null } });
  expect((await api.post(`${path}/test`, undefined, token)).status).toBe(409);
  expect((await change("switch-on", 1)).status).toBe(409);
  expect((await change("switch-on", 2)).status).toBe(200);
  const renewed = await change("renew", 3);
  expect(renewed.body.secret).not.toBe(secret);
  const edit = { name: "Kế hoạch 02", url: "https://plan02.example.vn/new", events: [] };
  expect(await change("edit", 4, edit)).toMatchObject({ status: 200, body: { url: edit.url, events: [] } });
  expect(await change("edit", 5, { ...edit, url: "https://10.0.0.8/" })).toMatchObject({
    status: 422,
    body: { errors: { url: { rule: "not-https" } } },
  });
  expect((await change("rename", 5, edit)).status).toBe(404);
  expect((await api.post(`${path}/edit`, edit, token)).status).toBe(428);

  const queued = await api.post(`${path}/test`, undefined, token);
  expect(queued).toMatchObject({ status: 202, body: { event: "test", state: "queued" } });
  const list = await api.get(`${path}/deliveries?state=queued`, token);
  expect(list.body).toMatchObject({ items: [{ id: queued.body.id }], nextCursor: null });
  expect((await api.get(`${path}/deliveries?state=lost`, token)).status).toBe(422);
  const resend = `${path}/deliveries/${String(queued.body.id)}/resend`;
  expect((await api.post(resend, undefined, token)).status).toBe(409);

  expect((await api.get("/api/v1/webhooks", await tokenOf(world, people.admin))).status).toBe(401);
  expect((await api.get("/api/v1/webhooks", await managing(people.leader))).status).toBe(403);
  expect((await api.get("/api/v1/webhooks")).status).toBe(401);
  expect((await api.get("/api/v1/webhooks/none", token)).status).toBe(404);
});

test("a leader hands a case over as a task, and its system reports on it, each report once", async () => {
  const { row: system, secret } = await connect();
  const filed = await caseIn(world, people, "in_progress");
  const { code } = filed;
  const token = await tokenOf(world, people.leader);
  const before = await api.get(`/api/v1/staff/cases/${code}`, token);
  expect(before.body.takers).toContainEqual({ system: system.publicId, name: system.name });
  const ifMatch = { ...token, "If-Match": String(before.headers.get("ETag")) };
  const handed = await api.post(`/api/v1/staff/cases/${code}/hand-task`, { system: system.publicId }, ifMatch);
  const { dueAt } = await world.find(code);
  expect(handed.body.tasks).toMatchObject([{ of: "case", state: "handed", dueOn: lastDay(dueAt), reports: [] }]);
  // It has the case already: what is left is to take it back.
  expect(handed.body.takers).not.toContainEqual({ system: system.publicId, name: system.name });
  expect([...(handed.body.acts ?? [])]).toContain("withdraw-task");
  await expect(world.run(handTask, people.leader, { code, system: system.publicId })).rejects.toMatchObject({
    code: "already-exists",
  });

  const task = (await taskOf(filed))?.publicId ?? "";
  const said = { reportId: "2026/7", state: "in_progress", percent: 40, note: "Đã giao đơn vị thực hiện." };
  expect((await report(system, secret, task, { ...said, reportId: "a b" })).status).toBe(422);
  const sound = { ...said, reportId: "2026-7" };
  const { version } = await world.find(code);
  expect(await report(system, secret, task, sound)).toMatchObject({
    status: 200,
    body: { id: task, state: "in_progress", percent: 40, code, owner: { code: "BKHCN" } },
  });
  expect((await report(system, secret, task, sound)).status).toBe(200);
  expect((await world.find(code)).version).toBe(version + 1);
  expect(await report(system, secret, task, { ...sound, percent: 50 })).toMatchObject({
    status: 409,
    body: { type: "/problems/key-reused" },
  });
  const last = (await listEvents(world.store.read, caseStream(filed.id))).at(-1);
  expect(last).toMatchObject({ type: "report-task", actorKind: "system", seenBy: "office" });
  expect(JSON.stringify(last?.data)).not.toContain("giao đơn vị");
  const after = await api.get(`/api/v1/staff/cases/${code}`, token);
  expect(after.body.tasks?.[0]?.reports).toMatchObject([{ state: "in_progress", percent: 40, note: said.note }]);
});

test("what is not signed, not in time, not the system's task or over is refused in words", async () => {
  const { row: system, secret } = await connect();
  const { row: other, secret: otherSecret } = await connect();
  const filed = await caseIn(world, people, "in_progress");
  await world.run(handTask, people.triage, { code: filed.code, system: system.publicId });
  const task = (await taskOf(filed))?.publicId ?? "";
  const said = { reportId: "1", state: "accepted" };
  const late = new Date(world.now().getTime() - 6 * 60_000);
  for (const refused of [
    await report(system, otherSecret, task, said),
    await report(system, secret, task, said, late),
    await report({ publicId: "none" }, secret, task, said),
    await api.post(`/api/v1/tasks/${task}/reports`, said),
  ]) {
    expect(refused).toMatchObject({ status: 401, body: { type: "/problems/unsigned" } });
    expect(String(refused.body.detail).length).toBeGreaterThan(40);
  }
  expect((await report(other, otherSecret, task, said)).status).toBe(404);
  expect((await report(system, secret, "none", said)).status).toBe(404);
  expect(await tasksOf(world.store.read, filed.id)).toMatchObject([{ task: { state: "handed" }, reports: [] }]);

  await expect(world.run(withdrawTask, people.leader, { code: filed.code, task: "none" })).rejects.toMatchObject({
    errors: { task: "unknown" },
  });
  await world.run(withdrawTask, people.leader, { code: filed.code, task });
  expect(await report(system, secret, task, said)).toMatchObject({
    status: 409,
    body: { type: "/problems/task-over" },
  });
  expect(await toldOf(system.id)).toEqual(["task.handed", "task.ended"]);
});

test("a task follows the agency and the date of its case, and is over once that is answered", async () => {
  const { row: system } = await connect();
  const filed = await caseIn(world, people, "assigned");
  const { code } = filed;
  await world.run(handTask, people.triage, { code, system: system.publicId });
  const justice = await world.agency("BTP");
  await world.run(assignCase, people.triage, { code, agencyId: justice.id });
  expect(await taskOf(filed)).toMatchObject({ ownerId: justice.id, state: "handed" });
  await world.run(assignCase, people.triage, { code, agencyId: people.officer.agencyId });
  await world.run(acceptCase, people.officer, { code });
  await world.run(submitAnswer, people.officer, { code, body: answerBody, outcome: outcome() });
  await world.run(approveAnswer, people.leader, { code });
  expect(await taskOf(filed)).toMatchObject({ ownerId: people.officer.agencyId, state: "over" });
  expect(await toldOf(system.id)).toEqual(["task.handed", "task.changed", "task.changed", "task.ended"]);
});

test("a task that ended with a merge is taken up again when that is taken back, as its system last told of it", async () => {
  const { row: system, secret } = await connect();
  const [filed, lead] = [await caseIn(world, people, "assigned"), await caseIn(world, people, "assigned")];
  const { code } = filed;
  await world.run(handTask, people.triage, { code, system: system.publicId });
  const id = (await taskOf(filed))?.publicId ?? "";
  await report(system, secret, id, { reportId: "1", state: "in_progress", percent: 40 });
  const merge = () => world.run(mergeCase, people.triage, { code, leadCode: lead.code });
  const live = { publicId: id, state: "in_progress", percent: 40 };

  await merge();
  expect(await taskOf(filed)).toMatchObject({ publicId: id, state: "over" });
  await world.run(undoAct, people.triage, { code });
  expect(await taskOf(filed)).toMatchObject(live);
  // Its system was not told of the end, so neither of this.
  expect(await queuedFor(system.id)).toEqual(["task.handed"]);

  await merge();
  world.tick(1);
  expect((await report(system, secret, id, { reportId: "2", state: "done" })).status).toBe(409);
  await world.run(unmergeCase, people.triage, { code });
  expect(await taskOf(filed)).toMatchObject(live);
  expect(await queuedFor(system.id)).toEqual(["task.handed", "task.ended", "task.handed"]);
  expect((await report(system, secret, id, { reportId: "2", state: "done" })).status).toBe(200);
});

test("an open promise is the task, with its own day; it moves with that and is over when it is kept", async () => {
  const { row: system } = await connect();
  const filed = await promisedFor(world, people, "2027-03-31");
  const { code } = filed;
  await world.run(handTask, people.leader, { code, system: system.publicId });
  expect(await taskOf(filed)).toMatchObject({ dueOn: "2027-03-31", state: "handed" });
  await world.run(moveCommitment, people.leader, { code, promisedOn: "2027-04-30", reason });
  expect(await taskOf(filed)).toMatchObject({ dueOn: "2027-04-30" });
  await world.run(keepCommitment, people.officer, { code, evidence: "Quyết định 12/QĐ-TN ngày 01/10" });
  expect(await taskOf(filed)).toMatchObject({ state: "over" });
  expect(await toldOf(system.id)).toEqual(["task.handed", "task.changed", "task.ended"]);
});
