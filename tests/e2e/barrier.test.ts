import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings, sidewaysOverflow } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { proceed } from "./citizen.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

let portal: PortalProcess;
let browser: Browser;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

const ROWS = [
  "Điều khoản;Cản trở thế nào;Money per year",
  "đ5 NĐ 13/2023;Phải nộp hai giấy có nội dung trùng nhau.;40 triệu",
  "Điều 7 NĐ 13/2023;Phải nộp bản sao có chứng thực cho mỗi hồ sơ.;1,5 tỷ",
];

async function pageAt(path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${portal.url}${path}`);
  return page;
}

async function lookRight(page: Page): Promise<void> {
  // Elements are there before their styles are.
  await page.waitForLoadState("load");
  expect(await axeFindings(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
}

async function sayWho(page: Page): Promise<void> {
  await page.locator("[name=reporterType][value=organisation]").check();
  await page.locator("[name=name]").fill("Hiệp hội Thử Nghiệm");
  await page.locator("[name=email]").fill("hiep.hoi@example.vn");
  await page.locator("[name=publishConsent][value=yes]").check();
}

test.each([true, false])(
  "provisions are listed, taken out and shown again on the check page; scripts: %s",
  async (scripts) => {
    const page = await pageAt("/vi/submit/barrier", scripts);
    await page.locator("[name=legalDocument]").fill("đ12 k2 NĐ 13/2023; Điều 5, 6 Luật Doanh nghiệp 2020");
    await page.locator("button[value=list]").click();
    await page.locator("button[name=drop]").nth(2).waitFor();
    await page.locator("button[name=drop]").nth(1).click();
    await page.locator("button[name=drop]").nth(2).waitFor({ state: "detached" });
    await page.locator("[name=content]").fill("Doanh nghiệp phải nộp hai giấy xác nhận có nội dung trùng nhau.");
    if (scripts) await lookRight(page);
    await proceed(page);
    await page.locator("[name=moneyPerYear]").fill("1,5 tỷ");
    await page.locator("[name=hoursPerYear]").fill("lâu lắm");
    await proceed(page);
    await page.locator("#hoursPerYear[aria-invalid=true]").waitFor();
    if (scripts) await lookRight(page);
    await page.locator("[name=hoursPerYear]").fill("60 ngày");
    await proceed(page);
    await page.locator("[name=place]").waitFor();
    await page.goto(`${portal.url}/en/submit/barrier?step=check`);
    const text = await page.locator("main").innerText();
    expect(text).toContain("clause 2, Article 12 of Decree 13/2023/NĐ-CP");
    expect(text).not.toContain("Article 5");
    expect(text).toContain("480 working hours a year");
    expect(text).toContain("1,500,000,000 dong a year");
  },
);

test.each([true, false])(
  "a table is checked, refused with its places, and filed at one press; scripts: %s",
  async (scripts) => {
    const page = await pageAt("/vi/submit/barrier/table", scripts);
    await page.locator("[name=pasted]").fill(`${ROWS.join("\n")}\nđ9 NĐ 13/2023;ngắn;nhiều`);
    await sayWho(page);
    const check = page.locator("main form.column button");
    await check.click();
    await page.locator("#problems tbody tr").nth(1).waitFor();
    await page.waitForLoadState("load");
    const problems = await page.locator("#problems tbody tr").allInnerTexts();
    expect(problems.map((line) => line.split(/\s/)[0])).toEqual(["4", "4"]);
    if (scripts) await lookRight(page);
    const file = { name: "bảng.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${ROWS.join("\r\n")}`) };
    await page.locator("[name=pasted]").fill("");
    await page.locator("[name=file]").setInputFiles(file);
    await check.click();
    await page.waitForURL(/step=check/);
    if (scripts) await lookRight(page);
    await page.locator("button[value=file]").click();
    await page.waitForURL(/step=done/);
    if (scripts) await lookRight(page);
    expect(await page.locator("[data-code]").first().innerText()).toMatch(/^HS-/);
    expect(await page.locator("tbody tr").count()).toBe(2);
    const csv = await (await page.request.get(`${portal.url}/vi/submit/barrier/table/codes.csv`)).text();
    expect(csv.trim().split("\r\n")).toHaveLength(3);
    const stranger = await pageAt("/vi/submit/barrier/table?step=done", scripts);
    expect(stranger.url()).toBe(`${portal.url}/vi/submit/barrier/table`);
  },
);

test("two colleagues change one answer: the second sees both versions and nothing is lost", async () => {
  const mine = await pageAt("/vi/submit/barrier");
  await mine.locator("[name=legalDocument]").fill("NĐ 13/2023");
  await mine.locator("[name=content]").fill("Bản đầu tiên của người viết, đủ dài.");
  await mine.locator("button[value=later]").click();
  await mine.locator("[data-secret]").waitFor();
  await mine.goto(`${portal.url}/vi/submit/barrier/share`);
  await mine.locator("[name=memberName]").fill("Đồng nghiệp Thử Nghiệm");
  await mine.locator("[name=role][value=write]").check();
  await mine.locator("main form.column button").click();
  const code = await mine.locator("main li .code").innerText();
  await lookRight(mine);
  const theirs = await pageAt("/vi/submit/resume");
  await theirs.locator("[name=resumeCode]").fill(code);
  await theirs.locator("main form button").click();
  await mine.goto(`${portal.url}/vi/submit/barrier`);
  await theirs.locator("[name=content]").fill("Bản của đồng nghiệp, viết lại cả đoạn.");
  await proceed(theirs);
  await theirs.waitForURL(/step=cost/);
  await mine.locator("[name=content]").fill("Bản của tôi, cũng viết lại cả đoạn.");
  await proceed(mine);
  await mine.locator("blockquote").waitFor();
  expect(await mine.locator("blockquote").innerText()).toBe("Bản của đồng nghiệp, viết lại cả đoạn.");
  expect(await mine.locator("[name=content]").inputValue()).toBe("Bản của tôi, cũng viết lại cả đoạn.");
  await lookRight(mine);
  await proceed(mine);
  await mine.waitForURL(/step=cost/);
  await theirs.goto(`${portal.url}/vi/submit/barrier?step=check`);
  expect(await theirs.locator("main").innerText()).toContain("Bản của tôi, cũng viết lại cả đoạn.");
  // Who may write does not send.
  expect(await theirs.locator("form#submission .cluster button").count()).toBe(0);
});
