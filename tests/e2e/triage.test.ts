import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { axeFindings, sidewaysOverflow } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { act, enterOffice } from "./office.ts";
import { invite } from "./people.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** Fifty cases are triaged by keyboard alone; what was done is taken back; all of it works as plain forms too. */
let portal: PortalProcess;
let browser: Browser;
let office: BrowserContext;
let page: Page;

type Plan =
  | { readonly do: "assign"; readonly typed: string; readonly agency: RegExp }
  | { readonly do: "decline"; readonly reason: string }
  | { readonly do: "snooze" }
  | { readonly do: "ask" }
  | { readonly do: "merge" };

const agencies: readonly [string, RegExp][] = [
  ["byt", /Bộ Y tế/],
  ["bxd", /Bộ Xây dựng/],
  ["btc", /Bộ Tài chính/],
  ["bct", /Bộ Công Thương/],
  ["y te", /Bộ Y tế/],
];

/** The decision on each of the fifty cases, mixed as they come. */
function planOf(index: number): Plan {
  if (index % 10 === 3) return { do: "decline", reason: String(1 + (index % 3)) };
  if (index % 10 === 6) return { do: "snooze" };
  if (index % 25 === 8) return { do: "ask" };
  if (index % 25 === 19) return { do: "merge" };
  const [typed, agency] = agencies[index % agencies.length] ?? agencies[0]!;
  return { do: "assign", typed, agency };
}

const plans = new Map<string, Plan>();
let lead = "";

const sender = { reporterType: "individual", name: "Người Gửi Thử Nghiệm", email: "nguoi.gui@example.com" };
async function file(content: string): Promise<string> {
  const answer = await fetch(`${portal.url}/api/v1/cases`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ kind: "feedback", content, publishConsent: "no", hideIdentity: "yes", ...sender }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { code: string }).code;
}

const matters = [
  "đường truyền chập chờn",
  "biểu mẫu báo lỗi",
  "phần mềm không mở được",
  "hồ sơ bị trả lại",
  "chữ ký số không nhận",
];

beforeAll(async () => {
  portal = await startPortal();
  for (let index = 0; index < 50; index += 1) {
    const code = await file(
      `Trường hợp thử số ${index}: ${matters[index % matters.length]} tại xã thử nghiệm, đã báo ${index} lần.`,
    );
    plans.set(code, planOf(index));
    if (index === 0) lead = code;
  }
  browser = await launchChromium();
  office = await browser.newContext({ viewport: { width: 1366, height: 800 } });
  office.setDefaultTimeout(60_000);
  page = await enterOffice(office, portal.url, await invite(portal, "triage"));
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

let keys = 0;
async function press(...pressed: string[]): Promise<void> {
  for (const key of pressed) {
    await page.keyboard.press(key);
    keys += 1;
  }
}

/** The code of the case that is open, or null in the queue. */
const openCode = (): string | null => /\/office\/cases\/([^/?]+)/.exec(page.url())?.[1] ?? null;

/** Waits until the strip of a decision has the focus. */
const inStrip = (): Promise<unknown> => page.waitForFunction(() => document.activeElement?.closest(".strip") != null);

async function decide(code: string): Promise<void> {
  const plan = plans.get(code) ?? { do: "snooze" };
  const digit = { assign: "1", merge: "2", decline: "3", ask: "4", snooze: "5" }[plan.do];
  await press(digit);
  await inStrip();
  if (plan.do === "assign") await press(...plan.typed, "Enter", "Enter");
  if (plan.do === "decline") await press(plan.reason, "Enter");
  if (plan.do === "snooze") await press("Enter");
  if (plan.do === "merge") await press(...lead, "Enter");
  if (plan.do === "ask")
    await press(..."Xin cho biết ngày nộp hồ sơ.".normalize("NFD").replace(/\p{M}/gu, ""), "Enter");
  await page.waitForURL((url) => !url.pathname.endsWith(code));
  if (plan.do === "assign") await page.locator(".notice--success").getByText(plan.agency).waitFor();
}

test("fifty mixed cases are triaged by keyboard alone with at most six keys each at the median", async () => {
  await page.goto(`${portal.url}/office?view=new`);
  const counts: number[] = [];
  while (counts.length < 50) {
    keys = 0;
    if (openCode() === null) {
      await page.locator("[data-keys=ready]:not(.console)").waitFor();
      await page.locator('main a[href^="/office/cases/"]').first().waitFor();
      await press("o");
      await page.waitForURL(/\/office\/cases\//);
    }
    const code = openCode() ?? "";
    await page.locator(".decide-bar").waitFor();
    await page.locator(".case-head").getByText(code).waitFor();
    await decide(code);
    counts.push(keys);
  }
  counts.sort((one, other) => one - other);
  expect(counts[25]).toBeLessThanOrEqual(6);
  // Every decision was made, and nothing else: what is left is what was put aside.
  await page.goto(`${portal.url}/office?view=new`);
  expect(await page.locator('main a[href^="/office/cases/"]').count()).toBe(0);
});

/** Files a case that nobody has decided on and opens it beside its view. */
async function openFresh(where: Page, content: string): Promise<string> {
  const code = await file(content);
  await where.goto(`${portal.url}/office/cases/${code}?view=new`);
  return code;
}

/** The status that the page of a case shows. */
const statusOf = (where: Page): Promise<string> => where.locator(".case-head .badge").first().innerText();

test("what was done is undone by one key, and every part of the console is free of findings", async () => {
  const code = await openFresh(page, "Trang tra cứu của xã thử nghiệm mở không được từ sáng.");
  await file("Máy chủ của huyện thử nghiệm tắt suốt ngày lễ.");
  await page.reload();
  await page.locator(".decide-bar").waitFor();
  const before = await statusOf(page);
  await press("1");
  await inStrip();
  await press(..."byt", "Enter");
  await page.locator(".leaving__letter").first().waitFor();
  expect(await page.locator(".leaving__letter").first().innerText()).toContain(code);
  expect(await axeFindings(page)).toEqual([]);
  await press("Enter");
  await page.waitForURL((url) => !url.pathname.endsWith(code));
  await page.locator(".notice--success").waitFor();
  await press("z");
  await page.waitForURL((url) => url.pathname.endsWith(code));
  await page.locator(".case-head").getByText(code).waitFor();
  expect(await statusOf(page)).toBe(before);
  await press("?");
  await page.locator("dialog[open]").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("chuyen bo xd");
  await page.getByRole("option", { name: /Chuyển đến Bộ Xây dựng/ }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await press("Enter");
  await inStrip();
  expect(await page.locator(".strip [role=combobox]").inputValue()).toBe("Bộ Xây dựng");
  await press("Escape");
  await page.locator(".strip").waitFor({ state: "detached" });
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 1366, height: 800 });
});

test("the palette leads to acts without a key and to pages, by words without accents", async () => {
  const code = await openFresh(page, "Bảng chỉ đường ở bến xe thử nghiệm ghi sai tên xã.");
  await page.locator(".decide-bar").waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("phan loai");
  await page.getByRole("option", { name: /^Phân loại/ }).waitFor();
  await press("Enter");
  await page.waitForFunction(() => {
    const form = document.activeElement?.closest("form");
    return form?.querySelector('[name="_act"][value="classify"]') != null;
  });
  expect(openCode()).toBe(code);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("tai khoan");
  await page.getByRole("option", { name: /Tài khoản của tôi/ }).waitFor();
  await press("Enter");
  await page.waitForURL((url) => url.pathname === "/office/account");
});

test("a key pressed before the server has answered is the next case's", async () => {
  const code = await openFresh(page, "Đường dây nóng của xã thử nghiệm không có người nghe máy.");
  await page.locator(".decide-bar").waitFor();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/decide", async (route) => {
    if (!route.request().postData()?.includes("_preview")) await answered;
    await route.continue();
  });
  await press("5");
  await inStrip();
  await press("Enter", "3", "x");
  answer();
  await page.waitForURL((url) => !url.pathname.endsWith(code));
  await page.locator(".strip input[name=_act][value=decline]").waitFor({ state: "attached" });
  await page.unroute("**/decide");
  await press("Escape");
  await page.locator(".strip").waitFor({ state: "detached" });
});

test("somebody else was faster: both versions are shown and what was typed stays", async () => {
  const code = await openFresh(page, "Cổng thông tin của tỉnh thử nghiệm không nhận tệp đính kèm.");
  await page.locator(".decide-bar").waitFor();
  await press("4");
  await inStrip();
  await page.keyboard.type("Xin cho biết tên tệp và dung lượng của tệp.");
  const other = await office.newPage();
  await other.goto(`${portal.url}/office/cases/${code}`, { waitUntil: "networkidle" });
  await other.locator("details#act-note > summary").click();
  await other.locator("details#act-note textarea").fill("Đã gọi cho phòng kỹ thuật.");
  await other.locator("details#act-note button").first().click();
  await other.waitForURL(/done=note/);
  await other.close();
  await press("Enter");
  await page.locator(".versions").getByText("Đã gọi cho phòng kỹ thuật.").waitFor();
  expect(await page.locator(".versions").innerText()).toContain("Xin cho biết tên tệp");
  expect(await page.locator(".strip textarea").inputValue()).toBe("Xin cho biết tên tệp và dung lượng của tệp.");
});

test("what was typed into a strip waits through Escape, another case and an undo, and the undo is seen", async () => {
  await file("Bảng tin điện tử của phường thử nghiệm tối đen.");
  const code = await openFresh(page, "Máy lấy số của xã thử nghiệm in ra giấy trắng.");
  const question = "Xin cho biết máy hỏng từ ngày nào.";
  const typed = () => page.locator(".strip textarea").inputValue();
  await page.locator(".decide-bar").waitFor();
  await press("4");
  await inStrip();
  await page.keyboard.type(question);
  await press("Escape");
  await page.locator(".strip").waitFor({ state: "detached" });
  await press("k");
  await page.waitForURL((url) => !url.pathname.endsWith(code));
  await press("j");
  await page.waitForURL((url) => url.pathname.endsWith(code));
  await press("4");
  await inStrip();
  expect(await typed()).toBe(question);
  await press("Enter");
  await page.waitForURL((url) => !url.pathname.endsWith(code));
  await page.locator(".notice--success button").waitFor();
  await press("z");
  await page.waitForURL((url) => url.pathname.endsWith(code));
  await page.locator(".notice--success").getByText(code).waitFor();
  await press("4");
  await inStrip();
  expect(await typed()).toBe(question);
  await press("Escape");
});

test("what was typed into one form stands there again after another was sent, done or refused", async () => {
  await openFresh(page, "Bảng giờ xe của bến thử nghiệm không ai cập nhật.");
  const note = page.locator("details#act-note textarea");
  const noted = "Đã hỏi bến xe, chờ họ gọi lại.";
  const stands = () =>
    page.waitForFunction(
      (typed) => [...document.querySelectorAll("textarea")].some((one) => one.value === typed),
      noted,
    );
  await page.locator(".decide-bar").waitFor();
  await page.locator("details#act-note > summary").click();
  await note.fill(noted);
  await page.locator("form:has(input[name=_act][value=watch]) button").click();
  await page.waitForURL(/done=watch/);
  await stands();
  expect([await note.inputValue(), await note.isVisible()]).toEqual([noted, true]);
  await page.locator("details#act-decline > summary").click();
  const decline = page.locator("form:has(input[name=_act][value=decline])");
  await decline.locator("button:not([name])").first().click();
  await page.locator(".error-summary").waitFor();
  await stands();
  expect(await note.inputValue()).toBe(noted);
  // Once it is sent itself it is nowhere kept.
  await page.locator("form:has(input[name=_act][value=note]) button").first().click();
  await page.waitForURL(/done=note/);
  await page.reload();
  await page.locator(".decide-bar").waitFor();
  expect(await note.inputValue()).toBe("");
});

test("keys can be switched off, and without scripts preview, act and undo are plain forms", async () => {
  await page.goto(`${portal.url}/office/account`);
  await page.locator("input[name=shortcuts][value=off]").check();
  await page.locator("form:has(input[name=shortcuts]) button").click();
  await page.waitForURL(/done=shortcuts/);
  const code = await openFresh(page, "Ứng dụng của sở thử nghiệm không mở được trên điện thoại cũ.");
  await page.locator(".decide-bar").waitFor();
  await page.keyboard.press("1");
  expect(await page.locator(".strip").count()).toBe(0);

  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await office.storageState() });
  plain.setDefaultTimeout(60_000);
  const bare = await plain.newPage();
  await bare.goto(`${portal.url}/office/cases/${code}?view=new`);
  const before = await statusOf(bare);
  const form = bare.locator("form:has(input[name=_act][value=decline])");
  await bare.locator("details#act-decline > summary").click();
  await form.locator("[name=reasonCode][value=out-of-scope]").check();
  await form.locator("[name=reason]").fill("Việc này nằm ngoài phạm vi của cổng thử nghiệm.");
  await form.locator("button[name=_preview]").click();
  await bare.locator(".leaving__letter").first().waitFor();
  expect(await bare.locator(".leaving").innerText()).toContain("Việc này nằm ngoài phạm vi");
  expect(await form.locator("[name=reason]").inputValue()).toBe("Việc này nằm ngoài phạm vi của cổng thử nghiệm.");
  await form.locator("button:not([name])").first().click();
  await bare.waitForURL(/done=decline/);
  // Whoever has only keys goes on from what was done.
  expect(await bare.locator(".notice--success:focus").count()).toBe(1);
  await bare.locator("form[action='/office/undo'] button").click();
  await bare.waitForURL(/done=undo/);
  expect(await statusOf(bare)).toBe(before);
  await plain.close();
});

test("an answer keeps itself while it is written, and its button keeps it after that", async () => {
  const desk = await browser.newContext();
  desk.setDefaultTimeout(60_000);
  const officer = await enterOffice(desk, portal.url, await invite(portal, "officer", "BYT"));
  await officer.goto(`${portal.url}/office?view=desk`);
  await officer.locator("a[href*='/office/cases/']").first().click();
  await officer.waitForURL(/\/office\/cases\//);
  await act(officer, "accept");
  // Scripts hear what is typed only once they run.
  await officer.waitForLoadState("networkidle");
  const form = officer.locator("form:has(button[value=draft])");
  await form.locator("[name=body]").fill("Bộ đã kiểm tra đường truyền tại xã thử nghiệm.");
  await form.getByText(/Đã tự lưu/).waitFor();
  // The button is pressed while the server has kept the next words and its answer is still on the way.
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const kept = officer.waitForRequest((request) => request.postData()?.includes("_auto") ?? false);
  await officer.route("**/*.data*", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const response = await route.fetch();
    await released;
    return route.fulfill({ response }).catch(() => {});
  });
  await form.locator("[name=body]").press("End");
  await officer.keyboard.type(" Nhà mạng sẽ sửa trong tuần.");
  await kept;
  await form.locator("button[value=draft]").click();
  release();
  await officer.waitForURL(/done=draft/);
  expect(await form.locator("[name=body]").inputValue()).toContain("Nhà mạng sẽ sửa trong tuần.");
  await desk.close();
});
