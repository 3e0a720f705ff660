import { expect, test } from "vitest";
import { assignCase } from "../../app/commands/assign-case.ts";
import { type Role, roles } from "../../app/domain/actor.ts";
import { actsFor } from "../../app/domain/permissions.ts";
import { caseworkNames } from "../../app/http/casework.ts";
import { insertToken } from "../../db/api-tokens.ts";
import { findCase, scopeOf } from "../../db/cases.ts";
import { type Answer, openApi, tokenOf } from "./api-client.ts";
import { question } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

const queue = "/api/v1/staff/cases";

function refusal(answer: Answer): unknown {
  return { status: answer.status, type: answer.body.type };
}

async function assigned(world: World) {
  const triage = await world.staff("triage");
  const { code } = await world.submit();
  const { id: agencyId } = await world.agency("BKHCN");
  await world.run(assignCase, triage, { code, version: 1, agencyId });
  return code;
}

test("without a token that is in force, nothing of the office is told", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const code = await assigned(world);
  const officer = await world.staff("officer");
  const of = (token: string) => ({ Authorization: `Bearer ${token}` });
  const open311 = await world.store.write((tx) => insertToken(tx, officer.staffId, "open311", world.now()));
  const revoked = await world.store.write((tx) => insertToken(tx, officer.staffId, "staff", world.now()));
  await world.store.write(async (tx) => {
    await tx.update(tx.tables.apiTokens).set({ revokedAt: world.now() });
  });
  const wrong = [
    {},
    of("x".repeat(43)),
    of(open311),
    of(revoked),
    { Authorization: `Basic ${revoked}` },
    of("' or 1=1 --"),
  ];
  for (const headers of wrong) {
    for (const address of [queue, `${queue}/${code}`]) {
      const answer = await api.get(address, headers);
      expect(refusal(answer)).toEqual({ status: 401, type: "/problems/unauthorized" });
      expect(answer.headers.get("WWW-Authenticate")).toMatch(/^Bearer realm=/);
    }
    const answer = await api.post(`${queue}/${code}/accept`, {}, { ...headers, "If-Match": '"2"' });
    expect(refusal(answer)).toEqual({ status: 401, type: "/problems/unauthorized" });
  }
  expect((await world.find(code)).status).toBe("assigned");
});

test("rights are read with every request: disabling and moving act at once", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const code = await assigned(world);
  const officer = await world.staff("officer");
  const token = await tokenOf(world, officer);
  expect((await api.get(`${queue}/${code}`, token)).status).toBe(200);
  const { id: agencyId } = await world.agency("BTC");
  await world.store.write(async (tx) => {
    await tx.update(tx.tables.staff).set({ agencyId });
  });
  expect((await api.get(`${queue}/${code}`, token)).status).toBe(404);
  await world.store.write(async (tx) => {
    await tx.update(tx.tables.staff).set({ disabledAt: world.now() });
  });
  expect((await api.get(`${queue}/${code}`, token)).status).toBe(401);
});

test("a command needs the version that was read, and the version must still be right", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const code = await assigned(world);
  const token = await tokenOf(world, await world.staff("officer"));
  const accept = (ifMatch?: string) =>
    api.post(`${queue}/${code}/accept`, undefined, ifMatch === undefined ? token : { ...token, "If-Match": ifMatch });
  for (const none of [undefined, "", "*", '"two"', '"2", "3"']) {
    expect(refusal(await accept(none))).toEqual({ status: 428, type: "/problems/version-needed" });
  }
  expect(refusal(await accept('"1"'))).toEqual({ status: 409, type: "/problems/stale" });
  const done = await accept('"2"');
  expect([done.status, done.headers.get("ETag"), done.body.version, done.body.status]).toEqual([
    200,
    '"3"',
    3,
    "in_progress",
  ]);
  expect(refusal(await accept('"2"'))).toEqual({ status: 409, type: "/problems/stale" });
  expect(refusal(await accept('"3"'))).toEqual({ status: 409, type: "/problems/wrong-state" });
});

test("the body names neither case nor version: the address and If-Match do", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const [code, other] = [await assigned(world), await assigned(world)];
  const token = await tokenOf(world, await world.staff("officer"));
  const body = { code: other, version: 2, status: "closed", agencyId: 1, published: true, actor: { kind: "system" } };
  const stale = await api.post(`${queue}/${code}/accept`, body, { ...token, "If-Match": '"1"' });
  expect(refusal(stale)).toEqual({ status: 409, type: "/problems/stale" });
  const done = await api.post(`${queue}/${code}/accept`, body, { ...token, "If-Match": '"2"' });
  expect(done.body).toMatchObject({ code, status: "in_progress", published: false });
  expect((await world.find(other)).status).toBe("assigned");
});

test("of two commands at once on one version, one is done and one is stale", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const code = await assigned(world);
  const token = await tokenOf(world, await world.staff("officer"));
  const note = (words: string) => api.post(`${queue}/${code}/note`, { note: words }, { ...token, "If-Match": '"2"' });
  const answers = await Promise.all(["Một", "Hai", "Ba", "Bốn"].map(note));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
  expect((await world.find(code)).version).toBe(3);
});

test("wrong input is told beside its field, nested ones by their path", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const code = await assigned(world);
  const officer = await tokenOf(world, await world.staff("officer"));
  const triage = await tokenOf(world, await world.staff("triage"));
  const at = (version: number, token: Record<string, string>) => ({ ...token, "If-Match": `"${version}"` });
  const agency = await api.post(`${queue}/${code}/assign`, { agencyId: 2 ** 53 - 1 }, at(2, triage));
  expect(agency.body.errors).toMatchObject({ agencyId: { rule: "wrong" } });
  for (const agencyId of [1e300, -1, 1.5, "x", null, {}]) {
    expect((await api.post(`${queue}/${code}/assign`, { agencyId }, at(2, triage))).status).toBe(422);
  }
  await api.post(`${queue}/${code}/accept`, {}, at(2, officer));
  const outcome = {
    kind: "commitment",
    promise: "Sẽ sửa quy trình này.",
    owner: "Vụ Thử nghiệm",
    promisedOn: "2020-01-01",
  };
  const answer = await api.post(
    `${queue}/${code}/answer`,
    { body: "Chúng tôi sẽ sửa quy trình.", outcome },
    at(3, officer),
  );
  expect(answer.body.errors).toMatchObject({ "outcome.promisedOn": { rule: "past" } });
  const empty = await api.post(`${queue}/${code}/answer`, {}, at(3, officer));
  expect(empty.body.errors).toMatchObject({ body: { rule: "empty" } });
  const draft = { body: "x", outcome: JSON.parse('{"__proto__":"x","kind":"solved"}') as object };
  expect((await api.post(`${queue}/${code}/draft`, draft, at(3, officer))).status).toBe(200);
});

test("each role is offered, and may do, exactly the acts of the table", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const code = await assigned(world);
  for (const role of roles) {
    const actor = await world.staff(role);
    const token = await tokenOf(world, actor);
    const answer = await api.get(`${queue}/${code}`, token);
    const row = await findCase(world.store.read, code);
    const acts = row ? actsFor(actor, scopeOf(row)).filter((act) => act !== "view" && act !== "attend") : [];
    if (answer.status === 200) expect([role, ...answer.body.acts!]).toEqual([role, ...acts]);
    for (const name of caseworkNames.filter((act) => !acts.includes(act))) {
      const tried = await api.post(`${queue}/${code}/${name}`, good[name], { ...token, "If-Match": '"2"' });
      expect([role, name, [403, 404, 409].includes(tried.status)]).toEqual([role, name, true]);
    }
  }
  expect((await world.find(code)).version).toBe(2);
});

/** Input that passes the schema of each command. */
const good: Record<(typeof caseworkNames)[number], object> = {
  classify: { title: "Một tiêu đề" },
  claim: {},
  unclaim: {},
  give: { staffId: 1 },
  snooze: { until: "2026-10-12", reasonCode: "later" },
  wake: {},
  heed: {},
  level: { level: "urgent" },
  watch: { watching: "yes" },
  assign: { agencyId: 1 },
  reroute: {},
  arbitrate: { agencyId: 1, reason: "Theo phân công." },
  accept: {},
  refuse: {
    reason: "Không thuộc thẩm quyền.",
    competentBody: "Bộ Thử nghiệm",
    ground: "Điều 5 Nghị định 13/2023/NĐ-CP",
  },
  ask: { question: "Ông/bà cho biết thêm ngày tháng." },
  note: { note: "Ghi chú" },
  draft: { body: "Nháp" },
  answer: { body: "Chúng tôi đã xem xét kiến nghị.", outcome: { kind: "explained", legalBasis: "Luật Thử nghiệm" } },
  "mark-points": { points: ["Vì sao lỗi?"] },
  consult: { agencyId: 2, question: "Cơ quan ông/bà có ý kiến gì?", dueOn: "2026-10-07" },
  "answer-consult": { consultId: 1, answer: "Không cần giấy xác nhận thứ hai." },
  "withdraw-consult": { consultId: 1 },
  "keep-commitment": { evidence: "Quyết định 12/QĐ-TN" },
  "move-commitment": { promisedOn: "2027-06-30", reason: "Chờ ý kiến của Chính phủ." },
  approve: {},
  return: { reason: "Nêu rõ hơn." },
  decline: { reasonCode: "unclear", reason: "Không rõ nội dung." },
  merge: { leadCode: "PA-2222-2222" },
  unmerge: {},
  split: {
    part1: { title: "Việc thứ nhất", content: "Nội dung của việc thứ nhất." },
    part2: { title: "Việc thứ hai", content: "Nội dung của việc thứ hai." },
  },
  link: { otherCode: "PA-2222-2222" },
  unlink: { otherCode: "PA-2222-2222" },
  reopen: { reason: "Chưa trả lời đúng câu hỏi." },
  uphold: { reason: "Câu trả lời đã nêu đủ các điểm được hỏi." },
  "propose-publication": {
    titleVi: "Tiêu đề",
    titleEn: "A title",
    questionVi: "Câu hỏi đã biên tập",
    questionEn: "The question, edited",
  },
  publish: {},
  "return-publication": { reason: "Còn nêu tên một người." },
  "decide-mask": { objectionId: 1, decision: "keep", reason: "Đây là số điện thoại riêng." },
  unpublish: { category: "personal-data", reason: "Có tên người trong bài." },
  translate: { segments: { 1: "The form opens late." } },
  "approve-translation": {},
  "return-translation": { reason: "Sai thuật ngữ." },
  release: {},
  reveal: { reason: "Cần gọi lại người gửi." },
  "request-identity": { reason: "Cần gọi lại người gửi để lập biên bản." },
  "ask-extension": { days: 5, reason: "Còn chờ kết quả kiểm tra thực địa." },
  extend: {},
  "refuse-extension": { reason: "Việc này làm kịp trong hạn." },
  undo: {},
  delegate: { unitId: 1 },
  "hand-back": { reason: "Đơn vị không có thẩm quyền." },
  "hand-task": { system: "system-1" },
  "withdraw-task": { task: "task-1" },
  "declare-conflict": {},
  "name-conflict": { agencyId: 2, reason: "Bị phản ánh trong hồ sơ." },
  "lift-conflict": { conflictId: 1, reason: "Không còn liên quan." },
};

test("the queue shows each role its own scope, page by page", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const ours = [await assigned(world), await assigned(world), await assigned(world)];
  const fresh = await world.submit("proposal");
  const codes = async (role: Role, query: string) => {
    const answer = await api.get(`${queue}?${query}`, await tokenOf(world, await world.staff(role)));
    return answer.status === 200 ? [...answer.body.items!].map((item) => item.code).sort() : answer.status;
  };
  expect(await codes("officer", "")).toEqual([...ours].sort());
  expect(await codes("triage", "")).toEqual([...ours, fresh.code].sort());
  expect(await codes("triage", "view=new")).toEqual([fresh.code]);
  expect(await codes("officer", "view=late")).toEqual([]);
  expect(await codes("admin", "")).toBe(403);
  expect(await codes("officer", "view=desk&q=dich+vu+cong&limit=2")).toHaveLength(2);
  for (const query of ["view=everything", "limit=101", "cursor=1", "cursor=zzzzzzzzz.zzzzzzzzzz.z"]) {
    expect(await codes("triage", query)).toBe(422);
  }
  expect(await codes("triage", "cursor=zzzzzzzzz.zzzzzzzzzz")).not.toBe(503);
  const token = await tokenOf(world, await world.staff("officer"));
  const first = await api.get(`${queue}?limit=2`, token);
  const rest = await api.get(`${queue}?limit=2&cursor=${String(first.body.nextCursor)}`, token);
  const walked = [...first.body.items!, ...rest.body.items!].map((item) => item.code).sort();
  expect([walked, rest.body.nextCursor]).toEqual([[...ours].sort(), null]);
});

test("the queue is narrowed and ordered by the filters of its page", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const [feedback, barrier] = [await world.submit("feedback"), await world.submit("barrier")];
  const token = await tokenOf(world, await world.staff("triage"));
  const codes = async (query: string) => {
    const answer = await api.get(`${queue}?${query}`, token);
    return answer.status === 200 ? [...answer.body.items!].map(({ code }) => code) : answer.status;
  };
  expect(await codes("kind=barrier")).toEqual([barrier.code]);
  expect(await codes("kind=feedback&status=submitted&level=normal&owner=nobody")).toEqual([feedback.code]);
  expect(await codes("level=urgent")).toEqual([]);
  expect(await codes("agency=NO-SUCH")).toEqual([]);
  expect(await codes("from=2026-10-06")).toEqual([]);
  expect(await codes("to=2026-10-05&sort=newest")).toEqual([barrier.code, feedback.code]);
  for (const query of ["kind=letter", "sort=random", "from=5-10-2026", "province=%25"])
    expect(await codes(query)).toBe(422);
});

test("a program marks points, settles them, asks another agency and answers for it by the ids that it reads", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const code = await assigned(world);
  const officer = await tokenOf(world, await world.staff("officer"));
  const asked = await world.agency("BTP");
  const other = await tokenOf(world, await world.staff("officer", "BTP"));
  const act = async (token: Record<string, string>, name: string, body: object) => {
    const { body: read } = await api.get(`${queue}/${code}`, token);
    return api.post(`${queue}/${code}/${name}`, body, { ...token, "If-Match": `"${String(read.version)}"` });
  };
  await act(officer, "accept", {});
  const marked = await act(officer, "mark-points", { points: ["Vì sao lỗi?"] });
  const [point] = marked.body.points!;
  expect(point).toMatchObject({ text: "Vì sao lỗi?", state: "open" });
  const points = { [String(point?.id)]: { state: "answered", note: "Do quá tải." } };
  const draft = { body: "Cơ quan đang kiểm tra.", outcome: {}, points };
  expect((await act(officer, "draft", draft)).body.points).toMatchObject([{ state: "answered", note: "Do quá tải." }]);
  await act(officer, "consult", { agencyId: asked.id, question, dueOn: "2026-10-08" });
  const { body: seen } = await api.get(`${queue}/${code}`, other);
  expect(seen).toMatchObject({
    points: [],
    answer: null,
    consults: [{ agency: { code: "BTP" }, state: "open", question }],
  });
  const answer = "Theo quy định hiện hành, không cần giấy xác nhận.";
  const consultId = seen.consults![0]?.id;
  expect((await act(other, "answer-consult", { consultId, answer })).status).toBe(204);
  expect((await api.get(`${queue}/${code}`, officer)).body.consults).toMatchObject([{ state: "answered", answer }]);
});

test("a draft is its agency's own matter, and the editor sees only what is approved", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const code = await assigned(world);
  const officer = await tokenOf(world, await world.staff("officer"));
  await api.post(`${queue}/${code}/accept`, {}, { ...officer, "If-Match": '"2"' });
  await api.post(`${queue}/${code}/draft`, { body: "Đang viết" }, { ...officer, "If-Match": '"3"' });
  const seen = async (role: Role) => {
    const answer = await api.get(`${queue}/${code}`, await tokenOf(world, await world.staff(role)));
    return answer.status === 200 ? answer.body.answer : answer.status;
  };
  expect(await seen("officer")).toMatchObject({ state: "draft", body: "Đang viết" });
  for (const role of ["monitor", "triage", "editor"] as const) expect(await seen(role)).toBeNull();
  const outcome = { kind: "explained", legalBasis: "Luật Thử nghiệm" };
  const text = { body: "Chúng tôi đã xem xét kiến nghị.", outcome };
  await api.post(`${queue}/${code}/answer`, text, { ...officer, "If-Match": '"3"' });
  expect(await seen("leader")).toMatchObject({ state: "submitted" });
  expect(await seen("editor")).toBeNull();
  expect(await seen("admin")).toBe(404);
});

test("a command that is none is not found", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const code = await assigned(world);
  const token = await tokenOf(world, await world.staff("triage"));
  for (const name of ["delete", "constructor", "toString", "__proto__", "close", "lapse", "reply", "view"]) {
    const answer = await api.post(`${queue}/${code}/${name}`, {}, { ...token, "If-Match": '"2"' });
    expect(refusal(answer)).toEqual({ status: 404, type: "/problems/not-found" });
  }
});
