import { expect, test } from "vitest";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import { findCase } from "../../db/cases.ts";
import type { Store } from "../../db/store.server.ts";
import { formOf } from "./answers.ts";
import { type Answer, openApi, tokenOf } from "./api-client.ts";
import { openWorld, type World } from "./world.ts";

const JSON_TYPE = { "Content-Type": "application/json" };
const cases = "/api/v1/cases";

async function countCases(world: World): Promise<number> {
  const [row] = await world.database.sql("select count(*) as n from case_file");
  return Number(row?.n);
}

function refusal(answer: Answer): unknown {
  return { status: answer.status, type: answer.body.type };
}

test("field errors name the rule for programs and say what to do in the language asked for", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const wrong = formOf("feedback", { content: "Ngắn", email: "không phải thư", provinceCode: "99", communeCode: "" });
  const vietnamese = await api.post(cases, wrong);
  expect(refusal(vietnamese)).toEqual({ status: 422, type: "/problems/input" });
  expect(vietnamese.body.errors).toMatchObject({ content: { rule: "too-short" }, email: { rule: "wrong" } });
  expect(vietnamese.headers.get("Content-Language")).toBe("vi");
  const english = await api.post(cases, wrong, { "Accept-Language": "en-GB,en;q=0.9" });
  const asked = await api.post(`${cases}?lang=en`, wrong);
  expect(english.body).toEqual(asked.body);
  expect(english.headers.get("Content-Language")).toBe("en");
  expect(english.body.title).not.toEqual(vietnamese.body.title);
  expect(english.body.errors!.content!.message).not.toEqual(vietnamese.body.errors!.content!.message);
  expect(await countCases(world)).toBe(0);
});

test("of a closed list the values that it takes are named, in either language, for public and staff alike", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const complaint = formOf("feedback", { kind: "complaint" });
  const kind = (await api.post(`${cases}?lang=en`, complaint)).body.errors?.kind;
  const allowed = ["feedback", "proposal", "barrier", "initiative"];
  expect(kind).toEqual({ rule: "wrong", message: `Give one of these values: ${allowed.join(", ")}.`, allowed });
  const vietnamese = (await api.post(`${cases}?lang=vi`, complaint)).body.errors?.kind;
  expect(vietnamese?.message).toBe(`Ghi một trong các giá trị sau: ${allowed.join(", ")}.`);
  const triage = await tokenOf(world, await world.staff("triage"));
  const { code } = await world.submit();
  const act = (name: string, input: object) =>
    api.post(`/api/v1/staff/cases/${code}/${name}?lang=en`, input, { ...triage, "If-Match": '"1"' });
  expect((await act("level", { level: "high" })).body.errors?.level?.allowed).toEqual(["normal", "complex", "urgent"]);
  const queue = await api.get("/api/v1/staff/cases?lang=vi&status=lost", triage);
  expect(queue.body.errors?.status?.allowed).toContain("awaiting_approval");
  expect(queue.body.errors?.status?.message).toContain("awaiting_approval");
});

test("what only the database knows to be wrong is a field error too", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const place = await api.post(cases, formOf("feedback", { communeCode: "", provinceCode: "98" }));
  expect(place.body.errors).toMatchObject({ provinceCode: { rule: "wrong" } });
  const term = await api.post(cases, formOf("feedback", { field: "no-such-field" }));
  expect(term.body.errors).toMatchObject({ field: { rule: "wrong" } });
  const kind = await api.post(cases, formOf("feedback", { kind: "complaint" }));
  expect(kind.body.errors).toMatchObject({ kind: { rule: "wrong" } });
  expect(await countCases(world)).toBe(0);
});

for (const [name, body] of Object.entries({
  nothing: "",
  "half an object": '{"kind":"feedback"',
  "no object": '["kind"]',
  null: "null",
  "a number": "5",
  "bad UTF-8": new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
  "a well of brackets": `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
})) {
  test(`a body of ${name} is unreadable`, async () => {
    await using world = await openWorld();
    const answer = await openApi(world).send(cases, { method: "POST", headers: JSON_TYPE, body });
    expect(refusal(answer)).toEqual({ status: 400, type: "/problems/unreadable" });
  });
}

test("other content types are told what is taken", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  for (const type of ["text/plain", "application/xml", "application/json; charset=utf-16", "application/jsonp"]) {
    const answer = await api.send(cases, { method: "POST", headers: { "Content-Type": type }, body: "{}" });
    expect(refusal(answer)).toEqual({ status: 415, type: "/problems/wrong-type" });
    expect(answer.headers.get("Accept")).toBe("application/json, multipart/form-data");
  }
  const lookup = await api.send(`${cases}/lookup`, { method: "POST", body: new FormData() });
  expect(refusal(lookup)).toEqual({ status: 415, type: "/problems/wrong-type" });
});

test("more than half a megabyte is too large", async () => {
  await using world = await openWorld();
  const answer = await openApi(world).post(cases, formOf("feedback", { content: "a".repeat(600_000) }));
  expect(refusal(answer)).toEqual({ status: 413, type: "/problems/too-large" });
});

test("other methods are told which are taken, and unknown addresses are not found", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  for (const [address, allow] of [
    [cases, "GET, HEAD, POST, OPTIONS"],
    [`${cases}/lookup`, "POST, OPTIONS"],
    ["/api/v1/agencies", "GET, HEAD, OPTIONS"],
    ["/healthz", "GET, HEAD, OPTIONS"],
  ] as const) {
    const answer = await api.send(address, { method: "DELETE" });
    expect(refusal(answer)).toEqual({ status: 405, type: "/problems/method-not-allowed" });
    expect(answer.headers.get("Allow")).toBe(allow);
  }
  expect(refusal(await api.get(`${cases}/lookup`))).toEqual({ status: 405, type: "/problems/method-not-allowed" });
  for (const address of ["/api/v2/cases", "/api/", "/api/v1/staff", "/api/v1/cases/PA-7K3M-92QX/dispute/again"]) {
    expect(refusal(await api.post(address, {}))).toEqual({ status: 404, type: "/problems/not-found" });
  }
});

test("whatever does not open a case is the same 404", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const filed = await world.submit();
  const other = await world.submit("proposal");
  const tries = [
    { code: filed.code, secret: other.secret },
    { code: "PA-2222-2222", secret: filed.secret },
    { code: "no code", secret: filed.secret },
    { code: filed.code, secret: "" },
    { code: filed.code },
    { secret: filed.secret },
    { code: [filed.code], secret: { toString: filed.secret } },
    { code: filed.code, secret: `${filed.secret}0` },
    {},
  ];
  const answers = [];
  for (const body of tries) answers.push(await api.post(`${cases}/lookup`, body));
  for (const act of ["messages", "rating", "withdraw"]) {
    answers.push(await api.post(`${cases}/${filed.code}/${act}`, { secret: other.secret }));
    answers.push(await api.post(`${cases}/PA-2222-2222/${act}`, { secret: filed.secret }));
  }
  expect(
    new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body, ...answer.headers]))),
  ).toHaveLength(1);
  expect(refusal(answers[0]!)).toEqual({ status: 404, type: "/problems/not-found" });
});

test("code and secret open a case in any spelling", async () => {
  await using world = await openWorld();
  const filed = await world.submit();
  const code = filed.code.toLowerCase().replaceAll("-", " ");
  const secret = filed.secret.toLowerCase().replaceAll("-", "").replaceAll("0", "o");
  const answer = await openApi(world).post(`${cases}/lookup`, { code, secret });
  expect(answer.body.code).toBe(filed.code);
});

test("a submitter cannot do what the state does not allow, nor rate twice", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const { code, secret } = await world.submit();
  const gone = await world.submit();
  await world.run(withdrawCase, gone.submitter, { code: gone.code });
  const message = { secret: gone.secret, reply: "Hồ sơ đã rút." };
  const reply = await api.post(`${cases}/${gone.code}/messages`, message);
  expect(refusal(reply)).toEqual({ status: 409, type: "/problems/wrong-state" });
  const rating = await api.post(`${cases}/${code}/rating`, { secret, level: 5, solved: "maybe" });
  expect(rating.body.errors).toMatchObject({ level: { rule: "wrong" }, solved: { rule: "wrong" } });
  await world.store.write(async (tx) => {
    await tx.update(tx.tables.cases).set({ status: "answered", answeredAt: world.now() });
  });
  const first = await api.post(`${cases}/${code}/rating`, { secret, level: 1, solved: "no" });
  expect(first.body.rating).toMatchObject({ level: 1, solved: false });
  const second = await api.post(`${cases}/${code}/rating`, { secret, level: 4, solved: "yes" });
  expect(refusal(second)).toEqual({ status: 409, type: "/problems/already-exists" });
});

test("the same key gives the same case, without its secret", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const form = formOf("initiative");
  const key = { "Idempotency-Key": '"2f0c4c5e-8a2b"' };
  const first = await api.post(cases, form, key);
  world.tick(1);
  const again = await api.post(cases, { ...form, ignored: true }, key);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual({ ...first.body, secret: null });
  const other = await api.post(cases, { ...form, title: "Một tiêu đề khác" }, key);
  expect(refusal(other)).toEqual({ status: 409, type: "/problems/key-reused" });
  const session = await world.submit("initiative", { key: "from a form" });
  const stolen = await api.post(cases, form, { "Idempotency-Key": "fromaform" });
  expect(stolen.body.code).not.toBe(session.code);
  const unkeyed = await api.post(cases, form);
  expect(unkeyed.body.code).not.toBe(first.body.code);
  expect(await countCases(world)).toBe(4);
});

test("of many requests at once with one key, one files the case", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const sent = Array.from({ length: 12 }, () => api.post(cases, formOf("feedback"), { "Idempotency-Key": "once" }));
  const answers = await Promise.all(sent);
  expect(new Set(answers.map((answer) => answer.body.code)).size).toBe(1);
  expect(answers.filter((answer) => answer.body.secret !== null)).toHaveLength(1);
  expect(await countCases(world)).toBe(1);
});

test("a key of other symbols is refused", async () => {
  await using world = await openWorld();
  for (const key of ["", " ", "có dấu".normalize("NFD").replace(/[^ -~]/g, "\u00e9"), "x".repeat(256)]) {
    const answer = await openApi(world).post(cases, formOf("feedback"), { "Idempotency-Key": key });
    expect(answer.body.errors).toMatchObject({ "Idempotency-Key": { rule: "wrong" } });
  }
});

test("a key that a form session holds opens nothing to a program", async () => {
  await using world = await openWorld();
  await world.submit("initiative", { key: "a-form-key", session: "somebody" });
  const answer = await openApi(world).post(cases, formOf("initiative"), { "Idempotency-Key": "a-form-key" });
  expect(refusal(answer)).toEqual({ status: 409, type: "/problems/key-reused" });
});

test("a multipart form files the same case as JSON; a file under a name of its own is refused, not dropped", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const form = new FormData();
  for (const [name, value] of Object.entries(formOf("barrier"))) form.set(name, value);
  form.set("attachments", new Blob([]), "");
  const filed = await api.send(cases, { method: "POST", body: form });
  expect(filed.status).toBe(201);
  form.set("scan", new Blob(["%PDF-1.7"]), "scan.pdf");
  const refused = await api.send(cases, { method: "POST", body: form });
  expect(refused.body.errors).toMatchObject({ scan: { rule: "no-files" } });
  const type = { "Content-Type": "multipart/form-data; boundary=x" };
  const broken = await api.send(cases, { method: "POST", headers: type, body: "--y\r\nno part" });
  expect(refusal(broken)).toEqual({ status: 400, type: "/problems/unreadable" });
  expect(await countCases(world)).toBe(1);
});

test("names that are none of the form's change nothing", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const extra = {
    id: 1,
    code: "PA-7K3M-92QX",
    status: "closed",
    version: 99,
    agencyId: 1,
    published: true,
    secret: "mine",
    secretHash: "0".repeat(64),
    secretKeyId: "k",
    heldReason: "honeypot",
    receivedAt: "2000-01-01T00:00:00Z",
    dueAt: "2000-01-01T00:00:00Z",
    triageDueAt: "2000-01-01T00:00:00Z",
    ruleId: 9,
    calendarVersion: 9,
    pausedUnits: 9,
    pausedAt: "2000-01-01T00:00:00Z",
    waitUntil: "2000-01-01T00:00:00Z",
    answeredAt: "2000-01-01T00:00:00Z",
    closeAt: "2000-01-01T00:00:00Z",
    closedAt: "2000-01-01T00:00:00Z",
    mergedIntoId: 1,
    refusals: 9,
    bottleneck: "law",
    details: { a: "b" },
    contentSha256: "f".repeat(64),
    search: "everything",
    resumeStatus: "closed",
    actor: { kind: "system" },
    role: "admin",
    staffId: 1,
    key: "k",
    sessionHash: "s",
    bodyHash: "b",
    repeated: true,
    rating: 4,
    outcome: { kind: "solved" },
    constructor: { prototype: { a: 1 } },
    toString: "x",
    hasOwnProperty: "x",
  };
  expect(Object.keys(extra).length).toBeGreaterThanOrEqual(40);
  const body = `{"__proto__":{"status":"closed","published":true},${JSON.stringify({ ...formOf("feedback"), ...extra }).slice(1)}`;
  const filed = await api.send(cases, { method: "POST", headers: JSON_TYPE, body });
  expect(filed.status).toBe(201);
  const row = await findCase(world.store.read, String(filed.body.code));
  expect(row).toMatchObject({
    status: "submitted",
    version: 1,
    agencyId: null,
    published: false,
    heldReason: null,
    receivedAt: world.now(),
    pausedUnits: 0,
    pausedAt: null,
    waitUntil: null,
    answeredAt: null,
    closeAt: null,
    closedAt: null,
    mergedIntoId: null,
    refusals: 0,
    bottleneck: null,
    details: {},
    resumeStatus: null,
  });
  expect(Object.hasOwn(Object.prototype, "status")).toBe(false);
});

test("control characters and lone surrogates never reach the database", async () => {
  await using world = await openWorld();
  const content = "Đường dây nóng\\u0000 không\\ud800 trả lời\\u0007 trong ba ngày liền.";
  const body = JSON.stringify(formOf("feedback", { content: "CONTENT" })).replace("CONTENT", content);
  const filed = await openApi(world).send(cases, { method: "POST", headers: JSON_TYPE, body });
  const row = await findCase(world.store.read, String(filed.body.code));
  expect(row?.content).toBe("Đường dây nóng không\ufffd trả lời trong ba ngày liền.");
});

test("too many requests are told when to go on", async () => {
  await using world = await openWorld();
  const api = openApi(world, { limited: true });
  const answers = [];
  for (let turn = 0; turn < 31; turn += 1) answers.push(await api.post(`${cases}/lookup`, { code: "", secret: "" }));
  expect(refusal(answers.at(-1)!)).toEqual({ status: 429, type: "/problems/too-many" });
  expect(Number(answers.at(-1)!.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect((await api.get("/api/v1/fields")).status).toBe(200);
});

test("a database that is away is a 503 without a word of what happened", async () => {
  await using world = await openWorld();
  const away: Store = {
    ...world.store,
    read: {
      ...world.store.read,
      select: () => {
        throw new Error("connect ECONNREFUSED 10.0.0.7");
      },
    },
    write: () => Promise.reject(new Error("connect ECONNREFUSED 10.0.0.7")),
    ping: () => Promise.reject(new Error("connect ECONNREFUSED 10.0.0.7")),
  };
  const api = openApi(world, { portal: { store: away } });
  for (const answer of [await api.get("/api/v1/agencies"), await api.post(cases, formOf("feedback"))]) {
    expect(refusal(answer)).toEqual({ status: 503, type: "/problems/unavailable" });
    expect(answer.headers.get("Retry-After")).toBe("10");
    expect(JSON.stringify(answer.body)).not.toMatch(/ECONNREFUSED|10\.0\.0\.7|\.ts/);
  }
  const ready = await api.get("/readyz");
  expect(ready.status).toBe(503);
  expect(ready.body).toEqual({ status: "not-ready", codes: ["database"] });
  expect((await api.get("/healthz")).body).toEqual({ status: "ok" });
});

test("a portal that can serve is ready", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  expect((await api.get("/readyz")).body).toEqual({ status: "ready", codes: [] });
  const env = { ...api.portal.env, DATA_DIR: `${api.portal.env.DATA_DIR}/gone` };
  const broken = openApi(world, { portal: { env } });
  expect((await broken.get("/readyz")).body).toEqual({ status: "not-ready", codes: ["disk"] });
});
