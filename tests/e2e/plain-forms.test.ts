import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import type { Role } from "../../app/domain/actor.ts";
import { type Backstage, backstage, type Filed } from "./answered.ts";
import { launchChromium } from "./chromium.ts";
import { act, enterOffice, openCase } from "./office.ts";
import { invite } from "./people.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** The main acts of every role, by plain forms in a browser that runs no scripts. */
const REASON = "Việc này thuộc cơ quan khác theo phân công hiện hành.";
const GROUND = "Điều 12 Nghị định 13/2023/NĐ-CP";
const ANSWER = "Cơ quan đã kiểm tra và hướng dẫn lại cho bộ phận tiếp nhận của xã.";
const LAW = "Luật Giao dịch điện tử 20/2023/QH15";

let portal: PortalProcess;
let browser: Browser;
let behind: Backstage;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), launchChromium()]);
  behind = await backstage(portal);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

/** Somebody of a role, signed in without scripts. */
async function enter(role: Role, agency = "VPTW", turn = ""): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  return enterOffice(context, portal.url, await invite(portal, role, agency, "en", turn));
}

/** Opens a case and makes one act on it; the page that answers says that it was done. */
async function doOn(page: Page, code: string, name: string, ...how: HowToAct): Promise<void> {
  await openCase(page, portal.url, code);
  await act(page, name, ...how);
  await page.locator(".notice--success").first().waitFor();
}
type HowToAct = Parameters<typeof act> extends [Page, string, ...infer Rest] ? Rest : never;

/** Chooses the first agency of the list that has this name. */
const chooseAgency = (form: string, field: string, name: RegExp) => async (page: Page) => {
  const list = page.locator(`form:has(input[name=_act][value=${form}]) select[name=${field}]`);
  const value = await list.locator("option").filter({ hasText: name }).first().getAttribute("value");
  await list.selectOption(value ?? "");
};
const MINISTRY = /Ministry of Science and Technology/;

/** Shows what the act of a form would send, by its button. */
async function preview(page: Page, name: string): Promise<void> {
  await page.locator(`form:has(input[name=_act][value=${name}]) button[name=_preview]`).click();
  await page.locator(`form:has(input[name=_act][value=${name}]) .leaving`).waitFor();
}

/** Presses the button of a form on a page of the office; its address or a notice says that it was done. */
async function send(page: Page, form: string, fill: Record<string, string>, button = "button"): Promise<void> {
  const target = page.locator(form).first();
  // What is counted below has to be there.
  await target.waitFor({ state: "attached" });
  await page.waitForLoadState("load");
  const folded = target.locator("xpath=ancestor::details[not(@open)]");
  if ((await folded.count()) > 0) await folded.first().locator("summary").first().click();
  for (const [name, value] of Object.entries(fill)) {
    const field = target.locator(`[name="${name}"]`);
    const tag = await field.first().evaluate((element) => `${element.tagName} ${element.getAttribute("type")}`);
    if (tag === "INPUT radio") await target.locator(`[name="${name}"][value="${value}"]`).check();
    else if (tag.startsWith("SELECT")) await field.selectOption(value);
    else await field.fill(value);
  }
  await target.locator(button).last().click();
}
const said = (page: Page) => page.locator(".notice--success").first().waitFor();

const filed = (words: string): Promise<Filed> => behind.file(`${words}: cổng dịch vụ công báo lỗi khi nộp hồ sơ.`);
const assign = (code: string) => behind.act("triage", code, "assign", { agencyId: behind.agencyId("BKHCN") });
/** A case that its agency works on. */
async function taken(words: string): Promise<Filed> {
  const sent = await filed(words);
  await assign(sent.code);
  await behind.act("officer", sent.code, "accept");
  return sent;
}
/** A case whose answer waits for the leader. */
async function written(words: string): Promise<Filed> {
  const sent = await taken(words);
  const outcome = { kind: "explained", legalBasis: LAW };
  await behind.act("officer", sent.code, "answer", { body: ANSWER, outcome });
  return sent;
}
/** A case whose answer its submitter disputes. */
async function disputed(words: string): Promise<string> {
  const sent = await written(words);
  await behind.act("leader", sent.code, "approve");
  const objection = { ground: "not-done", reason: "Đến nay tôi vẫn không nộp được hồ sơ trên cổng." };
  await behind.submitterAct(sent, "dispute", objection);
  return sent.code;
}
/** A case that came back to a body that had refused it. */
async function contested(words: string): Promise<string> {
  const { code } = await filed(words);
  await assign(code);
  await behind.act("officer", code, "refuse", { reason: REASON, ground: GROUND, competentBody: "Bộ Tư pháp" });
  await assign(code);
  return code;
}

test("triage ranks, asks, assigns, merges, puts aside and declines", async () => {
  const page = await enter("triage");
  const [asked, sent, lead, other, later, declined] = await Promise.all(
    ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu"].map(async (words) => (await filed(words)).code),
  );
  await doOn(page, asked ?? "", "level", { level: "urgent" });
  await doOn(page, asked ?? "", "ask", { question: "Ông/bà gặp lỗi này vào ngày nào?" });
  await openCase(page, portal.url, sent ?? "");
  await chooseAgency("assign", "agencyId", MINISTRY)(page);
  await preview(page, "assign");
  await act(page, "assign");
  await doOn(page, other ?? "", "merge", { leadCode: lead ?? "" });
  await doOn(page, later ?? "", "claim");
  await doOn(page, later ?? "", "snooze", { reasonCode: "colleague" }, (form) =>
    form
      .locator("select[name=until]")
      .selectOption({ index: 1 })
      .then(() => undefined),
  );
  await doOn(page, declined ?? "", "decline", {
    reasonCode: "complaint",
    reason: "Ông/bà gửi khiếu nại đến cơ quan ra quyết định.",
  });
  await openCase(page, portal.url, declined ?? "");
  expect(await page.locator("form:has(input[name=_act][value=assign])").count()).toBe(0);
});

test("an officer accepts, asks, answers, asks for more time and refuses", async () => {
  const page = await enter("officer", "BKHCN");
  const [kept, refused] = [(await filed("Bảy")).code, (await filed("Tám")).code];
  await assign(kept);
  await assign(refused);
  await doOn(page, kept, "accept");
  await doOn(page, kept, "ask-extension", { days: "3", reason: "Cần thêm thời gian để đo kiểm tại ba thôn." });
  const answer = { body: ANSWER, "outcome.kind": "explained", "o-explained.legalBasis": LAW };
  await doOn(page, kept, "draft", answer);
  await doOn(page, kept, "answer", answer);
  await doOn(
    page,
    refused,
    "refuse",
    { reason: REASON, ground: GROUND },
    chooseAgency("refuse", "competentId", /Justice/),
  );
  const { code: asking } = await taken("Chín");
  await doOn(page, asking, "ask", { question: "Ông/bà nộp hồ sơ nào?" });
});

test("a leader sees what approving sends and approves, returns, signs and decides a dispute", async () => {
  const page = await enter("leader", "BKHCN");
  const [right, wrong] = [await written("Mười"), await written("Mười một")];
  const slow = await taken("Mười hai");
  await behind.act("officer", slow.code, "ask-extension", { days: 3, reason: "Cần đo kiểm tại ba thôn." });
  const objected = await disputed("Mười ba");
  await openCase(page, portal.url, right.code);
  await preview(page, "approve");
  await act(page, "approve");
  await doOn(page, wrong.code, "return", { reason: "Nêu rõ kết quả đo kiểm." });
  await doOn(page, slow.code, "extend");
  await doOn(page, slow.code, "note", { note: "Báo cáo kết quả đo kiểm trước thứ sáu." });
  await doOn(page, objected, "uphold", { reason: "Cơ quan đã làm đúng những gì câu trả lời nêu." });
});

test("an arbiter assigns for good, declines, and decides disputes both ways", async () => {
  const page = await enter("arbiter");
  const [assigned, declined] = [await contested("Mười bốn"), await contested("Mười lăm")];
  const [upheld, reopened] = [await disputed("Mười sáu"), await disputed("Mười bảy")];
  const why = { reason: "Bộ Khoa học và Công nghệ quản lý cổng này." };
  await doOn(page, assigned, "arbitrate", why, chooseAgency("arbitrate", "agencyId", MINISTRY));
  await doOn(page, declined, "decline", { reasonCode: "complaint", reason: "Ông/bà gửi khiếu nại theo luật định." });
  await doOn(page, upheld, "uphold", { reason: "Cơ quan đã làm đúng những gì câu trả lời nêu." });
  await doOn(page, reopened, "reopen", { reason: "Kết quả đo kiểm cho thấy lỗi vẫn còn." });
});

test("an editor judges and masks what is proposed, another returns and publishes it, and it is mended and taken down", async () => {
  const page = await enter("editor");
  const { code } = await written("Mười tám");
  await behind.act("leader", code, "approve");
  const texts = {
    titleVi: "Cổng dịch vụ công báo lỗi",
    titleEn: "The portal of public services shows an error",
    questionVi: "Cổng dịch vụ công báo lỗi khi nộp hồ sơ.",
    questionEn: "The portal shows an error when papers are sent in.",
    answerVi: ANSWER,
    answerEn: "The agency has looked into it and instructed the desk.",
    "outcomeVi.legalBasis": LAW,
    "outcomeEn.legalBasis": "Law on Electronic Transactions 20/2023/QH15",
  };
  await openCase(page, portal.url, code);
  const form = "form:has(input[name=_act][value=propose-publication])";
  for (const [name, text] of Object.entries(texts)) await page.locator(`${form} [name="${name}"]`).fill(text);
  const phone = "Cổng dịch vụ công báo lỗi khi nộp hồ sơ, xin gọi 0912 345 678.";
  await page.locator(`${form} [name=questionVi]`).fill(phone);
  await page.locator(`${form} [name=maskField]`).selectOption("titleVi");
  await page.locator(`${form} [name=maskWords]`).fill("dịch vụ");
  await page.locator(`${form} [name=maskReason]`).selectOption("safety");
  await page.locator(`${form} button[name=_mask]`).click();
  await page.locator(`${form} button[name=_unmask]`).waitFor();
  await page.locator(`${form} button:not([name])`).last().click();
  await page.locator(".error-summary").waitFor();
  await page.locator(`${form} [name^="verdicts."][value=masked]`).check();
  await page.locator(`${form} button:not([name])`).last().click();
  await page.waitForURL(/done=propose-publication/);
  const second = await enter("editor", "VPTW", "2");
  await doOn(second, code, "return-publication", { reason: "Tiêu đề tiếng Anh còn dài." });
  await doOn(page, code, "propose-publication", { titleEn: "The portal shows an error" });
  await openCase(second, portal.url, code);
  await preview(second, "publish");
  await act(second, "publish");
  const shown = await (await fetch(`${portal.url}/vi/cases/${code}`)).text();
  expect(shown).toContain("Cổng […] công báo lỗi");
  expect(shown).not.toContain("0912");
  expect(await (await fetch(`${portal.url}/en/cases/${code}`)).text()).toContain("The portal shows an error");
  await doOn(page, code, "note", { note: "Bản tiếng Anh đã rút gọn tiêu đề." });
  await doOn(page, code, "unpublish", { category: "personal-data", reason: "Người gửi đề nghị gỡ bài." });
  expect((await fetch(`${portal.url}/en/cases/${code}`)).status).toBe(404);
});

test("a monitor finds, keeps the question, watches, reads the news and looks into figures and the audit", async () => {
  const page = await enter("monitor");
  const { code } = await filed("Mười chín");
  await doOn(page, code, "watch");
  await assign(code);
  await page.goto(`${portal.url}/office/notifications`);
  await page.locator("form:has(input[name=id]) button").first().click();
  await page.locator("form:has(input[name=id])").first().waitFor({ state: "detached" });

  await page.goto(`${portal.url}/office?view=all`);
  await send(page, "#queue-filters form", { kind: "feedback", status: "assigned" });
  await page.locator(`main a[href*="${code}"]`).first().waitFor();
  await send(page, "#save-view form", { name: "Phản ánh đã chuyển" });
  await page.waitForURL(/saved=1/);
  await page.goto(`${portal.url}/office/views`);
  await send(page, "form:has(input[name=intent][value=remove])", {});
  await said(page);

  await page.goto(`${portal.url}/office/standard-answers`);
  await send(page, "form:has(select[name=month])", {});
  await page.waitForURL(/month=/);
  await page.goto(`${portal.url}/office/audit`);
  await send(page, "form:has([name=person])", { code });
  await page.waitForURL(new RegExp(`code=${code}`));
});

test("a custodian grants, refuses, sees what was decided, and the audit of it", async () => {
  const page = await enter("custodian");
  const hidden = { reporterType: "individual", name: "Người Gửi Thử", email: "plain@example.com", hideIdentity: "yes" };
  const sent = [
    await behind.file("Hồ sơ thứ nhất bị trả lại ba lần.", hidden),
    await behind.file("Hồ sơ thứ hai bị trả lại.", hidden),
  ];
  for (const { code } of sent) await behind.act("triage", code, "request-identity", { reason: "Cần gọi để xác minh." });
  const [granted, refused] = sent.map(({ code }) => `li:has-text("${code}") form`);
  await page.goto(`${portal.url}/office/identity-requests`);
  await send(page, granted ?? "", { reason: "Yêu cầu nêu rõ việc cần xác minh." }, "button[value=grant]");
  await page.waitForURL(/done=grant/);
  await send(page, refused ?? "", { reason: "Việc này không cần biết người gửi." }, "button[value=refuse]");
  await page.waitForURL(/done=refuse/);
  await page.goto(`${portal.url}/office/identity-requests?view=decided`);
  for (const { code } of sent) await page.getByText(code).first().waitFor();
  await page.goto(`${portal.url}/office/audit`);
  await send(page, "form:has([name=person])", { code: sent[0]?.code ?? "" });
  await page
    .locator("table")
    .getByText(sent[0]?.code ?? "")
    .first()
    .waitFor();
});

test("an administrator invites, moves and stops people, keeps agencies and the calendar", async () => {
  const page = await enter("admin");
  const nextYear = new Date().getFullYear() + 1;
  const people = `${portal.url}/office/people`;
  await page.goto(people);
  const person = { name: "Cán Bộ Mới", email: "moi@example.com", role: "officer", lang: "en" };
  await send(page, "#invite form", { ...person, agencyId: String(behind.agencyId("BKHCN")) });
  await said(page);
  await page.goto(people);
  const card = "li:has-text('moi@example.com')";
  await send(page, `${card} form:has([name=role])`, { role: "leader", agencyId: String(behind.agencyId("BTP")) });
  await page.waitForURL(/done=place/);
  await send(page, `${card} form:has([name=change][value=disable])`, {});
  await page.waitForURL(/done=disable/);

  await page.goto(`${portal.url}/office/agencies?add`);
  const agency = { code: "THU-NGHIEM", nameVi: "Cục Thử nghiệm", nameEn: "Trial Authority", abbreviation: "CTN" };
  await send(page, "section form", { ...agency, kind: "department", parentId: String(behind.agencyId("BKHCN")) });
  await page.waitForURL(/saved=THU-NGHIEM/);
  const renamed = { nameVi: "Cục Thử nghiệm số", nameEn: "Digital Trial Authority" };
  await page.goto(`${portal.url}/office/agencies?edit=THU-NGHIEM`);
  await send(page, "#rename-agency form", { ...renamed, from: `${nextYear}-06-02` });
  await page.waitForURL(/saved=/);

  await page.goto(`${portal.url}/office/calendar`);
  const day = {
    date: `${nextYear}-06-01`,
    kind: "off",
    nameVi: "Nghỉ bù",
    nameEn: "Day in lieu",
    basis: "Thông báo 12/TB",
  };
  await send(page, "#calendar-day form", day);
  await page.waitForURL(/done=drafted/);
  await send(page, "form:has(input[value=force])", { reason: "Theo thông báo nghỉ bù." });
  await page.waitForURL(/done=saved/);
});
