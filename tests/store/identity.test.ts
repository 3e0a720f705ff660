import { expect, test } from "vitest";
import { decideIdentity, decideIdentityInput } from "../../app/commands/decide-identity.ts";
import { readAudit } from "../../app/commands/read-audit.ts";
import { requestIdentity, requestIdentityInput } from "../../app/commands/request-identity.ts";
import { revealIdentity } from "../../app/commands/reveal-identity.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { loadCasePage } from "../../app/http/case-page.ts";
import { downloadOf } from "../../app/http/personal-data.ts";
import { verifyAudit } from "../../db/audit.ts";
import { submitterView } from "../../db/case-views.ts";
import { caseStream, listEvents, listPublicEvents } from "../../db/events.ts";
import { listRequests } from "../../db/identity-requests.ts";
import { actorContext } from "../../app/http/context.ts";
import { renderMail } from "../../emails/list.ts";
import { openApi, tokenOf } from "./api-client.ts";
import { caseIn, hire, mails, type People } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type SubmittedCase, type World } from "./world.ts";

const person = { name: "Hoàng Văn Kín Đáo", email: "kin.dao@example.vn", phone: "0987 654 321" };
const pieces = ["Kín Đáo", "kin.dao", "987654321"];
const reason = "Cần gọi điện hẹn ngày kiểm tra tại chỗ.";
const verdict = "Việc kiểm tra cần người gửi có mặt, không hỏi qua cổng được.";

const hiddenCase = (world: World, people: People): Promise<SubmittedCase> =>
  caseIn(world, people, "in_progress", "feedback", { answers: { ...person, hideIdentity: "yes" } });

const requestOf = async (world: World, custodian: StaffActor): Promise<number> => {
  const { items } = await listRequests(world.store.read, custodian, { open: true, after: null });
  const id = items.at(-1)?.id;
  if (id === undefined) throw new Error("no request waits");
  return id;
};

/** Asks for and grants an identity. */
async function grant(world: World, people: People, asker: StaffActor, code: string): Promise<void> {
  await world.run(requestIdentity, asker, { code, reason });
  const requestId = await requestOf(world, people.custodian);
  await world.run(decideIdentity, people.custodian, { requestId, decision: "grant", reason: verdict });
}

test("a hidden sender opens to nobody without the custodian, an open one to whom it did before", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await hiddenCase(world, people);
  const open = await caseIn(world, people, "in_progress", "feedback", { answers: person });
  for (const actor of [people.triage, people.officer, people.leader, people.custodian]) {
    const wanted = actor === people.custodian ? "not-found" : "forbidden";
    await expect(world.run(revealIdentity, actor, { code, reason })).rejects.toMatchObject({ code: wanted });
  }
  expect(await world.run(revealIdentity, people.leader, { code: open.code, reason })).toMatchObject({
    name: person.name,
  });
  const asked = world.run(requestIdentity, people.officer, { code: open.code, reason });
  await expect(asked).rejects.toMatchObject({ code: "wrong-state" });
});

test("a grant opens one case to one person for a day", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await hiddenCase(world, people);
  const other = await hiddenCase(world, people);
  await grant(world, people, people.officer, code);

  expect(await world.run(revealIdentity, people.officer, { code, reason })).toMatchObject({ name: person.name });
  for (const [actor, which] of [
    [people.leader, code],
    [people.triage, code],
    [people.officer, other.code],
  ] as const) {
    const tried = world.run(revealIdentity, actor, { code: which, reason });
    await expect(tried).rejects.toMatchObject({ code: "forbidden" });
  }
  const again = world.run(requestIdentity, people.officer, { code, reason });
  await expect(again).rejects.toMatchObject({ code: "already-exists" });
  world.tick(1);
  const late = world.run(revealIdentity, people.officer, { code, reason });
  await expect(late).rejects.toMatchObject({ code: "forbidden" });
  await world.run(requestIdentity, people.officer, { code, reason });
});

test("whoever hid their name sees in the own case that an agency has opened it, not who nor why", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id } = await hiddenCase(world, people);
  const open = await caseIn(world, people, "in_progress", "feedback", { answers: person });
  await grant(world, people, people.officer, code);
  await world.run(revealIdentity, people.officer, { code, reason });
  await world.run(revealIdentity, people.officer, { code: open.code, reason });

  const view = await submitterView(world.store.read, await world.find(code), world.now());
  const opened = view.timeline.filter(({ type }) => type === "reveal");
  expect(opened).toMatchObject([{ at: world.now(), agencyVi: people.officer.agencyVi }]);
  expect(view.timeline.map(({ type }) => type)).not.toContain("request-identity");
  expect(JSON.stringify(view)).not.toMatch(new RegExp([people.officer.name, reason, verdict].join("|")));
  const ownOpen = await submitterView(world.store.read, await world.find(open.code), world.now());
  expect(ownOpen.timeline.map(({ type }) => type)).not.toContain("reveal");
  const everybody = await listPublicEvents(world.store.read, caseStream(id));
  expect(everybody.map(({ type }) => type)).not.toContain("reveal");

  for (const [lang, words, agency] of [
    ["vi", "Cơ quan mở xem danh tính người gửi", people.officer.agencyVi],
    ["en", "The agency opened the sender&#39;s identity", people.officer.agencyEn],
  ] as const) {
    const row = await world.find(code);
    const page = await downloadOf(world.store.read, { row }, "html", lang, world.now()).text();
    expect(page).toContain(`${words} (${agency})`);
    expect(page).not.toContain(people.officer.name);
  }
  const row = await world.find(code);
  const json = await downloadOf(world.store.read, { row }, "json", "vi", world.now()).text();
  expect(json).toContain('"type":"reveal"');
  expect(json).not.toContain(people.officer.name);
});

test("a refusal keeps it closed, and both are told by mail", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id } = await hiddenCase(world, people);
  const before = (await mails(world)).length;
  await world.run(requestIdentity, people.officer, { code, reason });
  await expect(world.run(requestIdentity, people.officer, { code, reason })).rejects.toMatchObject({
    code: "already-exists",
  });
  const requestId = await requestOf(world, people.custodian);
  await world.run(decideIdentity, people.custodian, { requestId, decision: "refuse", reason: verdict });
  expect((await mails(world)).slice(before)).toEqual(["identity-wanted staff", "identity-refused staff"]);
  await expect(world.run(revealIdentity, people.officer, { code, reason })).rejects.toMatchObject({
    code: "forbidden",
  });
  const second = world.run(decideIdentity, people.custodian, { requestId, decision: "grant", reason: verdict });
  await expect(second).rejects.toMatchObject({ code: "stale" });
  const events = await listEvents(world.store.read, caseStream(id));
  expect(events.slice(-2).map(({ type, seenBy }) => `${type} ${seenBy}`)).toEqual([
    "request-identity office",
    "refuse-identity office",
  ]);
  expect(JSON.stringify(events)).not.toMatch(new RegExp([...pieces, reason, verdict].join("|")));
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
});

test("only a custodian decides, never on what they asked for themselves, and never without a reason", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await hiddenCase(world, people);
  await world.run(requestIdentity, people.officer, { code, reason });
  const requestId = await requestOf(world, people.custodian);
  const decision = { requestId, decision: "grant", reason: verdict } as const;
  for (const actor of [people.triage, people.officer, people.leader, people.monitor, people.admin]) {
    await expect(world.run(decideIdentity, actor, decision)).rejects.toMatchObject({ code: "not-found" });
    await expect(listRequests(world.store.read, actor, { open: true, after: null })).rejects.toMatchObject({
      code: "not-found",
    });
  }
  const promoted: StaffActor = { ...people.officer, role: "custodian" };
  await expect(world.run(decideIdentity, promoted, decision)).rejects.toMatchObject({ code: "forbidden" });
  const unknown = world.run(decideIdentity, people.custodian, { ...decision, requestId: 999 });
  await expect(unknown).rejects.toMatchObject({ code: "not-found" });
  expect(decideIdentityInput.safeParse({ ...decision, reason: "Ngắn quá." }).success).toBe(false);
  expect(requestIdentityInput.safeParse({ code, reason: "Ngắn quá." }).success).toBe(false);
});

test("the audit lists what was asked, decided and opened, and who read it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id } = await hiddenCase(world, people);
  const open = await caseIn(world, people, "in_progress", "feedback", { answers: person });
  await grant(world, people, people.officer, code);
  await world.run(revealIdentity, people.officer, { code, reason });
  world.tick(1);
  await world.run(revealIdentity, people.leader, { code: open.code, reason });

  const types = async (query: Parameters<typeof readAudit>[2], actor = people.monitor) =>
    (await world.run(readAudit, actor, query)).items.map(({ type }) => type);
  const all = ["reveal", "reveal", "grant-identity", "request-identity"];
  expect(await types({})).toEqual(all);
  expect(await types({}, people.custodian)).toEqual(["read-audit", ...all]);
  expect(await types({ caseId: id })).toEqual(["reveal", "grant-identity", "request-identity"]);
  expect(await types({ staffId: people.leader.staffId })).toEqual(["reveal"]);
  const today = new Date(world.now().getTime() - 3600_000);
  expect(await types({ until: today })).toEqual(["reveal", "grant-identity", "request-identity"]);
  expect((await types({ from: today })).filter((type) => type !== "read-audit")).toEqual(["reveal"]);
  for (const actor of [people.triage, people.officer, people.leader, people.editor, people.admin]) {
    await expect(world.run(readAudit, actor, {})).rejects.toMatchObject({ code: "not-found" });
  }
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
});

test("the audit goes on page by page without losing or doubling a line", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "in_progress", "feedback", { answers: person });
  for (let opened = 0; opened < 65; opened += 1) await world.run(revealIdentity, people.officer, { code, reason });
  const seen: number[] = [];
  const caseId = (await world.find(code)).id;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readAudit>> = await world.run(readAudit, people.monitor, { caseId, cursor });
    seen.push(...page.items.filter(({ type }) => type === "reveal").map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(65);
  expect(seen.length).toBe(65);
});

test("no page, call or mail tells an officer or a leader who a hidden sender is", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await hiddenCase(world, people);
  await world.run(requestIdentity, people.officer, { code, reason });
  const api = openApi(world);
  const told: unknown[] = [];
  for (const actor of [people.officer, people.leader, people.triage]) {
    const token = await tokenOf(world, actor);
    const { context } = visit(world);
    context.set(actorContext, actor);
    told.push(await loadCasePage(context, code));
    told.push((await api.get("/api/v1/staff/cases?limit=100", token)).body);
    const read = await api.get(`/api/v1/staff/cases/${code}`, token);
    told.push(read.body);
    const version = { ...token, "If-Match": String(read.headers.get("ETag")) };
    const revealed = await api.post(`/api/v1/staff/cases/${code}/reveal`, { reason }, version);
    expect(revealed.status).toBe(403);
    told.push(revealed.body);
  }
  const { outbox } = world.store.read.tables;
  for (const row of await world.store.read.select().from(outbox)) {
    if (row.recipient === "staff") told.push(row, renderMail(row.mail, row.lang, row.params, "https://portal.example"));
  }
  expect(told.length).toBeGreaterThan(12);
  const text = JSON.stringify(told);
  for (const piece of pieces) expect(text.includes(piece), piece).toBe(false);
});

test("an officer asks through the API, and a custodian's grant lets the API open it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await hiddenCase(world, people);
  const api = openApi(world);
  const token = await tokenOf(world, people.officer);
  const at = async () => ({ ...token, "If-Match": `"${(await world.find(code)).version}"` });
  const short = await api.post(`/api/v1/staff/cases/${code}/request-identity`, { reason: "Ngắn" }, await at());
  expect(short.status).toBe(422);
  const asked = await api.post(`/api/v1/staff/cases/${code}/request-identity`, { reason }, await at());
  expect(asked.status).toBe(200);
  expect(asked.body.acts).not.toContain("reveal");
  const requestId = await requestOf(world, people.custodian);
  await world.run(decideIdentity, people.custodian, { requestId, decision: "grant", reason: verdict });
  expect((await api.get(`/api/v1/staff/cases/${code}`, token)).body.acts).toContain("reveal");
  const opened = await api.post(`/api/v1/staff/cases/${code}/reveal`, { reason }, await at());
  expect(opened.status).toBe(200);
});
