import { expect, test } from "vitest";
import { insertToken } from "../../db/api-tokens.ts";
import { listMessages } from "../../db/messages.ts";
import { openApi } from "./api-client.ts";
import { caseIn, hire } from "./journey.ts";
import { type Answer, type Fields, formats, keyFor, type Open311, openOpen311 } from "./open311-client.ts";
import { openWorld, type World } from "./world.ts";

const description = "Cổng dịch vụ công báo lỗi khi nộp hồ sơ.\nTôi đã thử ba lần & vẫn lỗi <500>.";
const plain = { service_code: "feedback-procedures", lat: "21.0285", long: "105.8542", description } as const;

const idOf = (answer: Answer): string => String(answer.body[0]!.service_request_id);

async function file(api: Open311, key: string, fields: Fields = {}): Promise<Answer> {
  return api.post("requests", { api_key: key, ...plain, ...fields });
}

async function countCases(world: World): Promise<number> {
  const [row] = await world.database.sql("select count(*) as n from case_file");
  return Number(row?.n);
}

test("only a key in force of the scope open311 opens the endpoint, and it opens nothing else", async () => {
  await using world = await openWorld();
  const api = openOpen311(world);
  for (const scope of ["staff", "webhook"] as const) {
    expect([scope, (await file(api, await keyFor(world, scope))).status]).toEqual([scope, 403]);
  }
  const key = await keyFor(world);
  const staff = await openApi(world).get("/api/v1/staff/cases", { Authorization: `Bearer ${key}` });
  expect(staff.status).toBe(401);
  expect((await file(api, key)).status).toBe(201);
  await world.database.sql("update api_token set revoked_at = created_at");
  expect((await file(api, key)).status).toBe(403);
  expect((await api.get(`requests?api_key=${key}`)).status).toBe(403);
  expect((await api.get("requests")).status).toBe(200);
});

test("a key stops with its owner's account", async () => {
  await using world = await openWorld();
  const owner = await world.staff("triage");
  const key = await world.store.write((tx) => insertToken(tx, owner.staffId, "open311", world.now()));
  await world.database.sql("update staff set disabled_at = created_at where id = ?", owner.staffId);
  expect((await file(openOpen311(world), key)).status).toBe(403);
});

test("a request sent again is the same case: by content for a day, by the client's own id as long as keys are kept", async () => {
  await using world = await openWorld();
  const [api, key] = [openOpen311(world), await keyFor(world)];
  const first = await file(api, key);
  const again = await file(api, key);
  expect([again.status, idOf(again)]).toEqual([200, idOf(first)]);
  world.tick(0.9);
  expect(idOf(await file(api, key))).toBe(idOf(first));
  const other = await file(api, await keyFor(world));
  expect(idOf(other)).not.toBe(idOf(first));
  world.tick(0.2);
  expect(idOf(await file(api, key))).not.toBe(idOf(first));
  const named = await file(api, key, { "attribute[fixmystreet_id]": "4711" });
  expect(idOf(await file(api, key, { "attribute[fixmystreet_id]": "4711" }))).toBe(idOf(named));
  const changed = await file(api, key, { "attribute[fixmystreet_id]": "4711", description: `${description} Thêm.` });
  expect(changed.status).toBe(400);
  const byHeader = { "Idempotency-Key": '"4711"' };
  expect(idOf(await api.post("requests", { api_key: key, ...plain }, "json", byHeader))).toBe(idOf(named));
});

test("ten equal requests at once are one case", async () => {
  await using world = await openWorld();
  const [api, key] = [openOpen311(world), await keyFor(world)];
  const answers = await Promise.all(Array.from({ length: 10 }, () => file(api, key)));
  expect(new Set(answers.map(idOf)).size).toBe(1);
  expect(await countCases(world)).toBe(1);
});

test("the key that filed a request finds it by id with its state but not its text; nobody else finds it", async () => {
  await using world = await openWorld();
  const [api, key, other] = [openOpen311(world), await keyFor(world), await keyFor(world)];
  const id = idOf(await file(api, key, { email: "an@example.vn", first_name: "An" }));
  for (const format of formats) {
    const own = await api.get(`requests/${id}?api_key=${key}&extensions=true`, format);
    expect(own.headers.get("Cache-Control")).toBe("no-store");
    expect(own.body[0]).toMatchObject({
      service_request_id: id,
      status: "open",
      service_code: "feedback-procedures",
      description: null,
      address: null,
      lat: 21.0285,
      long: 105.8542,
      requested_datetime: "2026-10-05T09:00:00+07:00",
      extended_attributes: { published: false, location_precision: "point", title: null },
      notes: [],
    });
    expect(own.text).not.toMatch(/thử ba lần|example\.vn|\bAn\b/);
    expect((await api.get(`requests/${id}`, format)).status).toBe(404);
    expect((await api.get(`requests/${id}?api_key=${other}`, format)).status).toBe(404);
    expect((await api.get(`requests?service_request_id=${id}`, format)).body).toEqual([]);
    expect((await api.get(`requests?api_key=${key}`, format)).body).toEqual([]);
    expect((await api.get(`requests?api_key=${key}&service_request_id=${id.toLowerCase()}`, format)).body.length).toBe(
      1,
    );
  }
});

test("a case that came in another way is nobody's to look up", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "in_progress");
  const [api, key] = [openOpen311(world), await keyFor(world)];
  expect((await api.get(`requests/${code}?api_key=${key}`)).status).toBe(404);
  const update = { api_key: key, service_request_id: code, description: "Thêm một dòng." };
  expect((await api.post("servicerequestupdates", update)).status).toBe(404);
  expect(await listMessages(world.store.read, (await world.find(code)).id, ["submitter", "public"])).toEqual([]);
});

test("whoever calls too fast is told how long to wait", async () => {
  await using world = await openWorld();
  const api = openOpen311(world, { limited: true });
  const seen = new Set<number>();
  for (let times = 0; times < 310; times += 1) {
    const answer = await api.get("discovery", "json");
    seen.add(answer.status);
    if (answer.status === 429) expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
  }
  expect([...seen]).toEqual([200, 429]);
});
