import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import routes from "../../app/routes.ts";
import { kinds } from "../../app/domain/case-kind.ts";
import { type Backstage, backstage } from "./answered.ts";
import { addressesOf, crawl, type Crawled } from "./crawler.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

let portal: PortalProcess;
let behind: Backstage;
const canaries: string[] = [];
/** A word that stands nowhere else. */
const canary = (): string => {
  const word = `xqkanari${(canaries.length + 1).toString(26).padStart(3, "v")}zw`;
  canaries.push(word);
  return word;
};
const LAW = "Luật Giao dịch điện tử 20/2023/QH15";
/** A word of a published text, by which the crawl shows that it reads what is there. */
const SHOWN = "xqcongkhai";
const codes: { public?: string; hidden: string[] } = { hidden: [] };

beforeAll(async () => {
  portal = await startPortal({});
  behind = await backstage(portal);
  await plant();
});
afterAll(() => portal.stop());

const assigned = async (content: string, more: object = {}) => {
  const sent = await behind.file(content, more);
  await behind.act("triage", sent.code, "assign", { agencyId: behind.agencyId("BKHCN") });
  await behind.act("officer", sent.code, "accept");
  return sent;
};
const named = () => ({
  reporterType: "individual",
  name: `Người ${canary()}`,
  email: `${canary()}@example.com`,
  publishConsent: "yes",
});
const texts = (question: string) => ({
  titleVi: `Tiêu đề công khai ${SHOWN}`,
  questionVi: `Nội dung công khai ${SHOWN}. ${question}`,
});

/** Puts a canary into everything of a case that the public never reads. */
async function plant(): Promise<void> {
  // What was never published, of every kind, in every text of the letter.
  for (let turn = 0; turn < 16; turn += 1) {
    const kind = kinds[turn % kinds.length];
    const more = { kind, ...ownWords[kind ?? "feedback"](), ...(turn % 2 ? named() : {}) };
    const { code } = await behind.file(`Việc chưa công khai: ${canary()}, xin giải quyết sớm.`, {
      ...more,
      title: `Chưa công khai ${canary()}`,
    });
    codes.hidden.push(code);
  }
  // Held back after a robot's pattern.
  const held = await behind.file(`Bị giữ lại: ${canary()}, không ai được đọc.`, { title: `Bị giữ ${canary()}` });
  codes.hidden.push(held.code);
  const db = new DatabaseSync(`${portal.dataDir}/portal.db`);
  db.exec("pragma busy_timeout = 30000");
  db.prepare("update case_file set held_reason = 'too-fast' where code = ?").run(held.code);
  db.close();

  // Published, with everything beside the published text that is not.
  const lead = await assigned(`Nguyên văn có ${canary()} và ${canary()}, chưa biên tập.`, {
    ...named(),
    title: `Nguyên văn ${canary()}`,
    address: `Số nhà ${canary()}`,
    hideIdentity: "yes",
  });
  codes.public = lead.code;
  await behind.act("officer", lead.code, "note", { note: `Ghi chú nội bộ ${canary()}` });
  await behind.act("officer", lead.code, "ask", { question: `Câu hỏi riêng ${canary()} cho ông/bà?` });
  await behind.submitterAct(lead, "messages", { reply: `Trả lời riêng ${canary()} của tôi.` });
  const outcome = { kind: "explained", legalBasis: `${LAW} ${canary()}` };
  await behind.act("officer", lead.code, "draft", { body: `Bản nháp ${canary()}`, outcome });
  await behind.act("officer", lead.code, "answer", { body: `Bản trả lại ${canary()} chưa đạt.`, outcome });
  await behind.act("leader", lead.code, "return", { reason: `Trả lại vì ${canary()} thiếu.` });
  await behind.act("officer", lead.code, "answer", { body: `Nguyên văn trả lời ${canary()} dài.`, outcome });
  await behind.act("leader", lead.code, "approve");
  await propose(lead.code, canary());
  await behind.act("second", lead.code, "return-publication", { reason: `Trả lại đề xuất ${canary()}.` });
  await propose(lead.code, canary());
  await behind.act("second", lead.code, "publish");
  await behind.submitterAct(lead, "messages", { reply: `Bổ sung ${canary()} sau trả lời.` });
  await behind.submitterAct(lead, "rating", { level: 2, solved: "no", comment: `Nhận xét ${canary()}.` });
  // Proposed anew, and not approved.
  await propose(lead.code, canary(), ` Bản mới ${canary()} chưa duyệt.`);
  const follow = new URLSearchParams({ email: `${canary()}@example.com`, digest: "each" });
  await fetch(`${portal.url}/vi/cases/${lead.code}/follow`, {
    method: "POST",
    body: follow,
    headers: { origin: portal.url },
  });

  // Approved for a later day, proposed and taken down again, withdrawn.
  for (const fate of ["scheduled", "proposed", "taken-down", "withdrawn"]) {
    for (let turn = 0; turn < 5; turn += 1) {
      const sent = await assigned(`Nguyên văn ${canary()} ${fate}, chưa ai đọc.`);
      codes.hidden.push(sent.code);
      await behind.act("editor", sent.code, "propose-publication", {
        titleVi: `Tiêu đề ${canary()}`,
        questionVi: `Nội dung ${canary()} chưa đến lúc công khai.`,
      });
      if (fate === "scheduled") {
        const day = new Date(Date.now() + 40 * 24 * 3600 * 1000).toISOString().slice(0, 10);
        await behind.act("second", sent.code, "publish", { publishAfter: day });
      }
      if (fate !== "taken-down" && fate !== "withdrawn") continue;
      await behind.act("second", sent.code, "publish");
      // A copy of it is kept by the server, and must be gone with it.
      for (const lang of ["vi", "en"])
        expect((await fetch(`${portal.url}/${lang}/cases/${sent.code}`)).status).toBe(200);
      if (fate === "withdrawn") await behind.submitterAct(sent, "withdraw", { reason: `Tôi rút ${canary()}.` });
      else
        await behind.act("editor", sent.code, "unpublish", { category: "safety", reason: `Gỡ vì ${canary()} bị nêu.` });
    }
  }
}

async function propose(code: string, masked: string, more = ""): Promise<void> {
  const phone = "0912 345 678";
  const written = texts(`Có ${masked} và ${phone}.${more}`);
  await behind.act("editor", code, "propose-publication", {
    ...written,
    answerVi: `Trả lời công khai ${SHOWN}, không nêu tên ai.`,
    outcomeVi: { kind: "explained", legalBasis: LAW },
    verdicts: [{ field: "questionVi", text: phone, nth: 0, verdict: "masked" }],
    masks: [{ field: "questionVi", text: masked, reason: "trade-secret", note: `Ghi chú che ${canary()}` }],
  });
}

const ownWords: Record<(typeof kinds)[number], () => object> = {
  feedback: () => ({}),
  proposal: () => ({ suggestion: `Đề nghị bỏ bước ${canary()} trong thủ tục.` }),
  barrier: () => ({
    legalDocument: "Nghị định 13/2023/NĐ-CP",
    legalProvision: "điểm a khoản 2 Điều 12",
    address: `Ngõ ${canary()}`,
  }),
  initiative: () => ({
    solution: `Giải pháp ${canary()} dùng dữ liệu sẵn có của tỉnh.`,
    benefit: `Lợi ích ${canary()} cho người dân và doanh nghiệp.`,
  }),
};

test("a hundred canaries in what is not public are found nowhere by whoever reads everything that is", async () => {
  expect(canaries.length).toBeGreaterThanOrEqual(100);
  const [first = "", second = ""] = codes.hidden;
  const at = { lang: ["vi", "en"], code: [codes.public ?? "", first, second], kind: ["feedback", "initiative"] };
  const starts = ["/", "/vi", "/en", ...addressesOf(routes, at)];
  for (const code of [codes.public ?? "", ...codes.hidden]) {
    for (const lang of at.lang) starts.push(`/${lang}/cases/${code}`, `/${lang}/cases?q=${code}`);
    starts.push(`/api/v1/cases/${code}`);
  }
  for (const word of canaries) starts.push(`/api/v1/cases?q=${word}`);
  const read = await crawl(portal.url, [...new Set(starts)]);
  const found = canaries.flatMap((word) => read.filter((one) => leaks(one, word)).map(({ path }) => `${word} ${path}`));
  expect(found).toEqual([]);
  expect(read.filter(({ text }) => text.includes(SHOWN)).length).toBeGreaterThan(10);
});

/** A page that was asked for a word may say the word; it says it of nothing else. */
function leaks({ path, text }: Crawled, word: string): boolean {
  return text.includes(word) && !path.includes(word);
}

test("an unpublished code, one that was taken down and one that never was are the same page that is not there", async () => {
  const pages = await Promise.all(
    ["PA-2222-2222", ...codes.hidden.slice(0, 2), codes.hidden.at(-1) ?? ""].map(async (code) => {
      const answer = await fetch(`${portal.url}/vi/cases/${code}`);
      return [answer.status, (await answer.text()).replaceAll(code, "CODE").replace(/nonce="[^"]*"/g, "")];
    }),
  );
  expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
  expect(pages[0]?.[0]).toBe(404);
});
