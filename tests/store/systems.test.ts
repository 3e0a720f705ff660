import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeSystem } from "../../app/commands/change-system.ts";
import { connectSystem, connectSystemInput } from "../../app/commands/connect-system.ts";
import { handTask } from "../../app/commands/hand-task.ts";
import { nameConflict } from "../../app/commands/name-conflict.ts";
import { resendDelivery } from "../../app/commands/resend-delivery.ts";
import { testSystem } from "../../app/commands/test-system.ts";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { checkInput } from "../../app/domain/check-input.ts";
import { MOST_ATTEMPTS } from "../../app/domain/webhook.ts";
import { publicCase } from "../../app/http/api-public-shapes.ts";
import { task as taskShape } from "../../app/http/api-system-shapes.ts";
import { tellSystems } from "../../app/jobs/tell-systems.ts";
import { countDeliveries, type DeliveryRow, findDelivery, listDeliveries } from "../../db/deliveries.ts";
import { takeLease } from "../../db/leases.ts";
import { findSystem } from "../../db/systems.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { undoAct } from "../../app/commands/undo-act.ts";
import { type ConnectedSystem, openSystem } from "./connected-system.ts";
import { caseIn, hire, type People, publication, publish, publishedIn, reason } from "./journey.ts";
import { openWorld, theSystem, type World } from "./world.ts";

const publicUrl = "https://portal.example.vn";
const MINUTES = 1 / (24 * 60);
const all = ["case.published", "case.changed", "case.removed"] as const;

let world: World;
let people: People;
let far: ConnectedSystem;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
  far = await openSystem();
});
afterAll(async () => {
  await far[Symbol.asyncDispose]();
  await world.close();
});

/** Connects a system at an address; those of earlier tests are switched off. */
async function connect(
  kind: "public" | "plan02" = "public",
  url = far.url,
  events: readonly (typeof all)[number][] = all,
) {
  const { webhooks } = world.store.read.tables;
  await world.store.write((tx) => tx.update(webhooks).set({ pausedAt: world.now() }));
  far.got.length = 0;
  far.answer(204);
  return world.run(connectSystem, people.admin, { name: "Hệ thống Thử nghiệm", url, kind, events: [...events] });
}

const tell = (outward = { allowed: [far.origin] }) =>
  tellSystems({ store: world.store, publicUrl, clock: world.now, outward });
/** Past the time in which an officer's act can be undone. */
const wait = () => world.tick(2 * MINUTES);
const told = () => far.got.map(({ body }) => JSON.parse(body));
const deliveriesOf = async (webhookId: number): Promise<DeliveryRow[]> => {
  const { webhookDeliveries: d } = world.store.read.tables;
  const rows = await world.store.read.select().from(d).orderBy(d.id);
  return rows.filter((row) => row.webhookId === webhookId);
};

/** The mails to administrators about what a system could not be told. */
const deadLetters = async (systemId: string) => {
  const { outbox } = world.store.read.tables;
  const mails = await world.store.read.select().from(outbox).where(eq(outbox.mail, "dead-letters"));
  return mails.filter(({ params }) => params.systemId === systemId);
};

test("what is published, changed and taken down is told, as the public reads it and no earlier than that", async () => {
  const { row, secret } = await connect();
  const hidden = await caseIn(world, people, "in_progress");
  const filed = await publishedIn(world, people, "assigned");
  expect(await tell()).toEqual({ delivered: 0, failed: 0, dead: 0, dropped: 0 });
  wait();
  await tell();
  expect(told()).toMatchObject([{ event: "case.published", case: { code: filed.code } }]);
  expect(publicCase.strict().parse(told()[0].case)).toEqual(told()[0].case);
  const [{ headers, body }] = far.got as [(typeof far.got)[number]];
  expect(headers).toMatchObject({
    "cau-noi-event": "case.published",
    "cau-noi-delivery": told()[0].id,
    "content-type": "application/json; charset=utf-8",
  });
  for (const kept of [hidden.code, filed.secret, "nguoi.gui@example.vn", secret]) expect(body).not.toContain(kept);
  const sealed = JSON.stringify(await findSystem(world.store.read, row.publicId));
  expect(sealed).not.toContain(secret);

  await world.run(assignCase, people.triage, { code: filed.code, agencyId: (await world.agency("BTP")).id });
  const unpublish = { code: filed.code, category: "mistake", reason, ground: undefined } as const;
  await world.run(unpublishCase, people.editor, unpublish);
  wait();
  // The change is no longer for anybody to read; that the case is gone is told by its code alone.
  expect(await tell()).toMatchObject({ delivered: 1, dropped: 1 });
  expect(told()[1]).toEqual({
    id: told()[1].id,
    event: "case.removed",
    at: expect.any(String),
    case: { code: filed.code },
  });
});

test("an act that is undone in time is told to nobody", async () => {
  const filed = await publishedIn(world, people, "assigned");
  const { row } = await connect("public", far.url, ["case.changed"]);
  await world.run(assignCase, people.triage, { code: filed.code, agencyId: (await world.agency("BTP")).id });
  await world.run(undoAct, people.triage, { code: filed.code });
  const states = (await deliveriesOf(row.id)).map(({ state }) => state);
  expect(states).toContain("dropped");
});

test("the snippet of the guide finds a delivery genuine, and an altered, an old and a stranger's one not", async () => {
  const guide = readFileSync(new URL("../../docs/webhooks.md", import.meta.url), "utf8");
  const snippet = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? "";
  expect(snippet.trim().split("\n").length).toBeLessThanOrEqual(15);
  const { isGenuine } = await import(`data:text/javascript,${encodeURIComponent(snippet)}`);
  const { row, secret } = await connect();
  await world.run(testSystem, people.admin, { id: row.publicId });
  await tell();
  const [{ headers, body }] = far.got as [(typeof far.got)[number]];
  const at = world.now().getTime();
  expect(isGenuine(headers, body, secret, at)).toBe(true);
  expect(isGenuine(headers, `${body} `, secret, at)).toBe(false);
  expect(isGenuine(headers, body, "cnw_another", at)).toBe(false);
  expect(isGenuine(headers, body, secret, at + 6 * 60_000)).toBe(false);
  expect(isGenuine({ ...headers, "cau-noi-signature": "v1=00" }, body, secret, at)).toBe(false);

  // For a day after it was renewed the former secret signs too.
  const { id: _id, version } = row;
  const renewed = await world.run(changeSystem, people.admin, { change: "renew", id: row.publicId, version });
  const last = () => far.got.at(-1) ?? { headers: {}, body: "" };
  for (const [days, former] of [
    [0, true],
    [1.1, false],
  ] as const) {
    world.tick(days);
    await world.run(testSystem, people.admin, { id: row.publicId });
    await tell();
    const now = world.now().getTime();
    expect(isGenuine(last().headers, last().body, renewed.secret, now)).toBe(true);
    expect(isGenuine(last().headers, last().body, secret, now)).toBe(former);
  }
});

test("what fails is tried again under the same id, ever later, and given up in the end; a person sends it again", async () => {
  const { row } = await connect();
  far.answer(500);
  await world.run(testSystem, people.admin, { id: row.publicId });
  const pauses: number[] = [];
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const pass = await tell();
    expect(pass).toMatchObject(attempt < MOST_ATTEMPTS ? { failed: 1 } : { dead: 1 });
    const [delivery] = await deliveriesOf(row.id);
    expect(delivery).toMatchObject({ attempts: attempt, lastError: "HTTP_500" });
    expect(await tell()).toMatchObject({ failed: 0, dead: 0 });
    pauses.push((delivery?.notBefore.getTime() ?? 0) - world.now().getTime());
    if (attempt < MOST_ATTEMPTS) world.tick((pauses.at(-1) ?? 0) / 86_400_000);
  }
  const waits = pauses.slice(0, -1);
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(20 * 3_600_000);
  expect(new Set(told().map(({ id }) => id)).size).toBe(1);

  const mailed = [{ lang: "vi", recipient: "staff", params: { system: row.name, systemId: row.publicId } }];
  expect(await deadLetters(row.publicId)).toMatchObject(mailed);
  const counts = await countDeliveries(world.store.read, people.admin, row.id);
  expect(counts).toEqual({ queued: 0, delivered: 0, dead: 1, dropped: 0 });
  const { items } = await listDeliveries(world.store.read, people.admin, { webhookId: row.id, state: "dead" });
  far.answer(200);
  const again = { id: row.publicId, delivery: items[0]?.publicId ?? "" };
  await world.run(resendDelivery, people.admin, again);
  expect(await tell()).toMatchObject({ delivered: 1 });
  await expect(world.run(resendDelivery, people.admin, again)).rejects.toMatchObject({ code: "wrong-state" });
});

test("the administrators are told of what was given up once for a system, until it has been sent again", async () => {
  const { row } = await connect();
  far.answer(410);
  const fail = async () => {
    const { publicId: delivery } = await world.run(testSystem, people.admin, { id: row.publicId });
    expect(await tell()).toMatchObject({ dead: 1 });
    return { id: row.publicId, delivery };
  };
  const given = [await fail(), await fail()];
  expect(await deadLetters(row.publicId)).toHaveLength(1);
  far.answer(204);
  for (const again of given) await world.run(resendDelivery, people.admin, again);
  expect(await tell()).toMatchObject({ delivered: 2 });
  far.answer(410);
  await fail();
  expect(await deadLetters(row.publicId)).toHaveLength(2);
});

test("no redirect is followed, and nothing is sent to an address of the house or to one without https", async () => {
  const { row } = await connect();
  far.answer(307, { Location: `${far.origin}/elsewhere` });
  await world.run(testSystem, people.admin, { id: row.publicId });
  expect(await tell()).toMatchObject({ failed: 1 });
  expect(far.got).toHaveLength(1);
  expect(await deliveriesOf(row.id)).toMatchObject([{ lastError: "REDIRECT" }]);
  far.answer(410);
  wait();
  // Who says that it is gone is asked no more.
  expect(await tell()).toMatchObject({ dead: 1 });

  far.got.length = 0;
  const inside = ["10.0.0.8", "127.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.8", "fd00::1", "64:ff9b::a00:8"];
  for (const address of inside) {
    const { row: other } = await connect("public", "https://plan02.example.vn/hook");
    await world.run(testSystem, people.admin, { id: other.publicId });
    const family = address.includes(":") ? 6 : 4;
    const resolve = async () => [
      { address: "93.184.215.14", family: 4 },
      { address, family },
    ];
    expect(await tell({ allowed: [], resolve } as never)).toMatchObject({ failed: 1 });
    expect(await deliveriesOf(other.id)).toMatchObject([{ lastError: "ADDRESS" }]);
  }
  const { row: plain } = await connect();
  await world.run(testSystem, people.admin, { id: plain.publicId });
  expect(await tell({ allowed: [] })).toMatchObject({ failed: 1 });
  expect(far.got).toEqual([]);
});

test("an address is taken by its look only when it is https to the network outside, or the operator allows it", () => {
  const given = (url: string, allowed: string[] = []) =>
    checkInput(connectSystemInput(allowed), {
      name: "Hệ thống",
      url,
      kind: "public",
      events: { "case-changed": "yes" },
    });
  expect(given("https://plan02.example.vn/hook")).toMatchObject({ ok: true, value: { events: ["case.changed"] } });
  expect(given(far.url, [far.origin]).ok).toBe(true);
  for (const url of [
    "http://plan02.example.vn",
    "https://127.0.0.1/",
    "https://0x7f000001/",
    "https://[::1]/",
    "https://localhost/",
    "https://task.internal/",
    far.url,
  ])
    expect(given(url)).toMatchObject({ ok: false, errors: { url: "not-https" } });
  for (const url of [
    "ftp://example.vn",
    "https://a:b@example.vn/",
    "https://example.vn/#x",
    "javascript:alert(1)",
    "x",
  ])
    expect(given(url)).toMatchObject({ ok: false, errors: { url: "wrong" } });
});

test("one process at a time tells, and a system that is switched off is told nothing new", async () => {
  const { row } = await connect("plan02");
  await world.run(testSystem, people.admin, { id: row.publicId });
  const until = new Date(world.now().getTime() + 60_000);
  await world.store.write((tx) => takeLease(tx, "tell-systems", "another process", world.now(), until));
  expect(await tell()).toMatchObject({ delivered: 0 });
  world.tick(2 * MINUTES);
  expect(await tell()).toMatchObject({ delivered: 1 });

  const change = (what: "switch-off" | "switch-on", version: number) =>
    world.run(changeSystem, people.admin, { change: what, id: row.publicId, version });
  const off = await change("switch-off", row.version);
  await expect(change("switch-on", row.version)).rejects.toMatchObject({ code: "stale" });
  await expect(change("switch-off", off.row.version)).rejects.toMatchObject({ code: "wrong-state" });
  await expect(world.run(testSystem, people.admin, { id: row.publicId })).rejects.toMatchObject({
    code: "wrong-state",
  });
  const filed = await publishedIn(world, people, "assigned");
  await expect(world.run(handTask, people.leader, { code: filed.code, system: row.publicId })).rejects.toMatchObject({
    errors: { system: "unknown" },
  });
  await change("switch-on", off.row.version);
  wait();
  expect(await tell()).toMatchObject({ delivered: 0 });
});

test("a task has code, owner and date of an unpublished case, and nothing that anybody wrote", async () => {
  const { row } = await connect("plan02", far.url, []);
  const filed = await world.submit("feedback", { answers: { content: "Nội dung kín của hồ sơ này là XYZZY." } });
  await world.run(assignCase, people.triage, { code: filed.code, agencyId: people.leader.agencyId });
  await world.run(handTask, people.leader, { code: filed.code, system: row.publicId });
  expect(await tell()).toMatchObject({ delivered: 1 });
  const [{ task }] = told();
  expect(taskShape.strict().parse(task)).toEqual(task);
  expect(task).toMatchObject({ code: filed.code, of: "case", state: "handed", owner: { code: "BKHCN" }, url: null });
  expect(far.got[0]?.body).not.toContain("XYZZY");
  expect(far.got[0]?.body).not.toContain("Thử Nghiệm");
});

test("who must see no trace of a case finds none in what was told of it", async () => {
  const { row } = await connect();
  const filed = await caseIn(world, people, "answered");
  await publish(world, people, publication(filed.code));
  const other = await world.staff("admin", "BTP");
  const seen = async () => {
    const { items } = await listDeliveries(world.store.read, other, { webhookId: row.id, state: "queued" });
    return items.map(({ code }) => code);
  };
  expect(await seen()).toEqual([filed.code]);
  const person = other.row.email;
  await world.run(nameConflict, people.triage, { code: filed.code, person, reason, agencyId: undefined });
  expect(await seen()).toEqual([]);
  expect(await countDeliveries(world.store.read, other, row.id)).toMatchObject({ queued: 0 });
  const [delivery] = await deliveriesOf(row.id);
  expect(await findDelivery(world.store.read, other, row.id, delivery?.publicId ?? "")).toBeNull();
  expect(await findDelivery(world.store.read, people.admin, row.id, delivery?.publicId ?? "")).not.toBeNull();
});

test("lists go on page by page, and only administrators manage systems", async () => {
  const { row } = await connect();
  for (let count = 0; count < 5; count += 1) await world.run(testSystem, people.admin, { id: row.publicId });
  const page = (cursor: string | null) =>
    listDeliveries(world.store.read, people.admin, { webhookId: row.id, state: "queued", cursor }, 2);
  const first = await page(null);
  const second = await page(first.nextCursor);
  const third = await page(second.nextCursor);
  const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
  expect(ids).toEqual((await deliveriesOf(row.id)).map(({ id }) => id).toReversed());
  expect(third.nextCursor).toBeNull();
  for (const actor of [people.triage, people.leader, people.monitor]) {
    await expect(world.run(testSystem, actor, { id: row.publicId })).rejects.toMatchObject({ code: "not-found" });
  }
  await expect(world.run(testSystem, theSystem, { id: "none" })).rejects.toMatchObject({ code: "not-found" });
});
