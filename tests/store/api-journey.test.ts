import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type Kind, kinds } from "../../app/domain/case-kind.ts";
import { verifyAudit } from "../../db/audit.ts";
import { formOf, outcomeOf } from "./answers.ts";
import { type Answer, type Api, openApi, PUBLIC_URL, tokenOf } from "./api-client.ts";
import { openWorld, type World } from "./world.ts";

const published = {
  titleVi: "Tiêu đề đã biên tập",
  titleEn: "An edited title",
  questionVi: "Câu hỏi đã biên tập, không nêu tên ai.",
  questionEn: "The question, edited, naming nobody.",
  answerVi: "Câu trả lời đã biên tập cho mọi người đọc.",
  answerEn: "The answer, edited for everybody to read.",
  outcomeVi: outcomeOf("solved"),
  outcomeEn: outcomeOf("solved"),
};

/** Tokens of one person per role. */
async function openOffice(world: World) {
  return {
    triage: await tokenOf(world, await world.staff("triage")),
    officer: await tokenOf(world, await world.staff("officer")),
    leader: await tokenOf(world, await world.staff("leader")),
    editor: await tokenOf(world, await world.staff("editor")),
    second: await tokenOf(world, await world.staff("editor")),
  };
}

/** Reads the case, then calls a command on the version that was read, as a program does. */
async function command(api: Api, token: Record<string, string>, code: string, name: string, input: object = {}) {
  const before = await api.get(`/api/v1/staff/cases/${code}`, token);
  expect(before.status).toBe(200);
  expect([...before.body.acts!]).toContain(name);
  const headers = { ...token, "If-Match": before.headers.get("ETag") ?? "" };
  return api.post(`/api/v1/staff/cases/${code}/${name}`, input, headers);
}

function statusOf(answer: Answer): unknown {
  expect(answer.status).toBe(200);
  return answer.body.status;
}

async function live(kind: Kind): Promise<void> {
  await using world = await openWorld();
  const api = openApi(world);
  const { triage, officer, leader, editor, second } = await openOffice(world);
  const ministry = (await api.get("/api/v1/agencies")).body.items!;
  const agencyId = [...ministry].find((item) => String(item.code) === "BKHCN")?.id;
  const form = formOf(kind);

  const filed = await api.post("/api/v1/cases", form, { "Idempotency-Key": `key-${kind}` });
  expect(filed.status).toBe(201);
  const { code, secret } = filed.body;
  expect(filed.body).toMatchObject({
    receivedAt: world.now().toISOString(),
    contentSha256: createHash("sha256")
      .update(form.content ?? "")
      .digest("hex"),
    trackUrl: `${PUBLIC_URL}/vi/track?code=${String(code)}`,
  });
  const follow = () => api.post("/api/v1/cases/lookup", { code, secret });
  const act = (name: string, input: object) => api.post(`/api/v1/cases/${String(code)}/${name}`, { secret, ...input });
  const staff = (token: Record<string, string>, name: string, input?: object) =>
    command(api, token, String(code), name, input);

  expect(statusOf(await follow())).toBe("submitted");
  expect(statusOf(await staff(triage, "classify", { title: "Tiêu đề phân loại", field: "procedures" }))).toBe(
    "submitted",
  );
  expect(statusOf(await staff(triage, "assign", { agencyId }))).toBe("assigned");
  expect(statusOf(await staff(officer, "accept"))).toBe("in_progress");
  world.tick(1);
  const question = "Ông/bà cho biết ngày nộp hồ sơ.";
  expect(statusOf(await staff(officer, "ask", { question }))).toBe("waiting");
  const asked = await follow();
  expect(asked.body).toMatchObject({
    acts: ["reply", "withdraw", "erase-identity"],
    messages: [{ kind: "question", from: "agency" }],
  });
  expect(asked.body.replyBy).not.toBeNull();
  world.tick(1);
  expect(statusOf(await act("messages", { reply: "Ngày 1 tháng 10 năm 2026." }))).toBe("in_progress");
  const outcome = outcomeOf("solved");
  const body = "Chúng tôi đã kiểm tra và sửa lỗi ông/bà nêu.";
  expect(statusOf(await staff(officer, "draft", { body: "Đang viết" }))).toBe("in_progress");
  expect(statusOf(await staff(officer, "answer", { body, outcome }))).toBe("awaiting_approval");
  expect((await follow()).body.answer).toBeNull();
  expect(statusOf(await staff(leader, "return", { reason: "Nêu rõ số đo." }))).toBe("in_progress");
  expect(statusOf(await staff(officer, "answer", { body, outcome }))).toBe("awaiting_approval");
  expect(statusOf(await staff(leader, "approve"))).toBe("answered");
  expect((await follow()).body.answer).toMatchObject({ body, outcome: { kind: "solved" } });

  expect((await api.get(`/api/v1/cases/${String(code)}`)).status).toBe(404);
  expect(statusOf(await staff(editor, "propose-publication", published))).toBe("answered");
  expect((await api.get(`/api/v1/cases/${String(code)}`)).status).toBe(404);
  expect(statusOf(await staff(second, "publish"))).toBe("answered");
  const rated = await act("rating", { level: 4, solved: "yes", comment: "Cảm ơn." });
  expect(rated.body).toMatchObject({
    status: "closed",
    rating: { level: 4, solved: true },
    acts: ["dispute", "erase-identity"],
  });
  const page = await api.get(`/api/v1/cases/${String(code)}`);
  expect(page.body).toMatchObject({
    status: "closed",
    title: { vi: published.titleVi, en: published.titleEn },
    answer: { vi: published.answerVi, en: published.answerEn },
    outcome: { vi: { kind: "solved" }, en: { kind: "solved" } },
    rating: { level: 4, solved: true },
    agency: { code: "BKHCN" },
  });
  const listed = await api.get(`/api/v1/cases?kind=${kind}&status=closed&agency=BKHCN&q=tieu+de`);
  expect([...listed.body.items!].map((item) => item.code)).toEqual([code]);
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
}

for (const kind of kinds) {
  test(`a ${kind} lives its whole life through the API alone`, () => live(kind));
}

test("a submitter withdraws; the secret still opens the case", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const { body } = await api.post("/api/v1/cases", formOf("proposal"));
  const gone = await api.post(`/api/v1/cases/${String(body.code)}/withdraw`, { secret: body.secret });
  expect(gone.body).toMatchObject({ status: "withdrawn", acts: ["erase-identity"] });
  const again = await api.post(`/api/v1/cases/${String(body.code)}/withdraw`, { secret: body.secret });
  expect(again.body.type).toBe("/problems/wrong-state");
});

test("an agency that refuses a case no longer sees it", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const { triage, officer } = await openOffice(world);
  const { body } = await api.post("/api/v1/cases", formOf("feedback"));
  const { id: agencyId } = await world.agency("BKHCN");
  await command(api, triage, String(body.code), "assign", { agencyId });
  const reason = {
    reason: "Việc này thuộc ngành khác.",
    competentBody: "Bộ Thử nghiệm",
    ground: "Điều 5 Nghị định 13/2023/NĐ-CP",
  };
  const refused = await command(api, officer, String(body.code), "refuse", reason);
  expect(refused.status).toBe(204);
  expect((await api.get(`/api/v1/staff/cases/${String(body.code)}`, officer)).status).toBe(404);
  expect(statusOf(await api.get(`/api/v1/staff/cases/${String(body.code)}`, triage))).toBe("submitted");
});

test("the identity is told once, for a reason, and the case remembers it", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const { triage } = await openOffice(world);
  const { body } = await api.post("/api/v1/cases", formOf("barrier"));
  const code = String(body.code);
  expect((await api.get(`/api/v1/staff/cases/${code}`, triage)).body).not.toHaveProperty("identity");
  const revealed = await command(api, triage, code, "reveal", { reason: "Cần gọi lại theo yêu cầu của người gửi." });
  expect(revealed.body.identity).toMatchObject({ name: "Công ty Thử Nghiệm Một", taxCode: "0100109106" });
  const after = await api.get(`/api/v1/staff/cases/${code}`, triage);
  expect(after.body).not.toHaveProperty("identity");
  expect([...after.body.timeline!].map((entry) => entry.type)).toEqual(["submit", "reveal"]);
});
