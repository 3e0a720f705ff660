import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openSmtp, type SmtpSink } from "../smtp.ts";
import { axeFindings, sidewaysOverflow } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/**
 * A person and their data without an account of their own making: confirm, come
 * in by a mailed link, see, write, move to another address, erase. Without
 * scripts, on a phone.
 */
const OLD = "hop.thu.cu@example.com";
const NEW = "hop.thu.moi@example.com";
const NAME = "Người Gửi Thử Nghiệm";
const ADDRESS = "203.0.113.77";
const PATIENT = { timeout: 60_000, interval: 200 };

let portal: PortalProcess;
let smtp: SmtpSink;
let browser: Browser;
let phone: BrowserContext;
let page: Page;
/** The same phone with scripts on, for axe, which is one. */
let looker: BrowserContext;

beforeAll(async () => {
  smtp = await openSmtp();
  const env = { SMTP_URL: smtp.url, MAIL_FROM: "Cầu Nối <no-reply@example.com>", TRUSTED_PROXIES: "127.0.0.1" };
  portal = await startPortal({ env });
  browser = await launchChromium();
  phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  looker = await browser.newContext({ viewport: { width: 320, height: 640 } });
  page = await phone.newPage();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
  await smtp.close();
});

async function file(sender: Record<string, string>): Promise<{ code: string; secret: string }> {
  const content = "Xã tôi có ba thôn chưa có sóng điện thoại, nộp hồ sơ trực tuyến rất khó.";
  const answer = await fetch(`${portal.url}/api/v1/cases`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": ADDRESS },
    body: JSON.stringify({ kind: "feedback", content, publishConsent: "no", hideIdentity: "yes", ...sender }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { code: string; secret: string };
}

/** The link in the newest mail to an address whose subject is this one. */
async function linkTo(address: string, subject: RegExp): Promise<string> {
  const newest = () =>
    smtp.mails.findLast((mail) => mail.envelope.to.includes(address) && subject.test(mail.subject ?? ""));
  await expect.poll(() => newest() !== undefined, PATIENT).toBe(true);
  const found = /https?:\/\/\S+\/confirm\/[0-9a-f]{64}/.exec(newest()?.text ?? "")?.[0];
  if (!found) throw new Error("the mail has no link");
  return found;
}

/** Opens a mailed link and presses its button. */
async function press(link: string): Promise<void> {
  await page.goto(link);
  await pressOnly("main form button");
}

/** Presses a button and waits until the page that comes is whole. */
async function pressOnly(button: string): Promise<void> {
  await page.locator(button).click();
  await page.waitForLoadState("load");
}

/** The page as it stands, in both languages: nothing for axe to find, nothing beside the phone's screen. */
async function holds(): Promise<void> {
  await looker.clearCookies();
  await looker.addCookies(await phone.cookies());
  const seen = await looker.newPage();
  for (const lang of ["en", "vi"]) {
    await seen.goto(page.url().replace(/\/(vi|en)\//, `/${lang}/`));
    expect(await axeFindings(seen), seen.url()).toEqual([]);
    expect(await sidewaysOverflow(seen), seen.url()).toBe(0);
  }
  await seen.close();
}

/** The page that is coming has this heading. */
const headed = (words: string) => expect.poll(() => page.locator("h1").first().textContent(), PATIENT).toBe(words);
/** The page that is coming says this. */
const says = (words: string) => expect.poll(() => page.locator("main").textContent(), PATIENT).toContain(words);

async function enter(address: string): Promise<void> {
  await page.goto(`${portal.url}/vi/me`);
  await page.locator("[name=email]").fill(address);
  const before = smtp.mails.length;
  await pressOnly("main form button");
  await headed("Xem hộp thư của ông/bà");
  await expect.poll(() => smtp.mails.length > before, PATIENT).toBe(true);
  await press(await linkTo(address, /Liên kết để xem/));
  await page.waitForURL(`${portal.url}/vi/me`);
}

test("a person confirms, comes in by a link, writes, moves to another address and is erased", async () => {
  const sender = { reporterType: "individual", name: NAME, email: OLD };
  const one = await file(sender);
  const confirm = await linkTo(OLD, /nhận/);

  // Programs that open links before people do, by every method that reads.
  for (const method of ["GET", "HEAD", "GET"]) expect((await fetch(confirm, { method })).status).toBe(200);
  await page.goto(confirm);
  await holds();
  await press(confirm);
  await headed("Đã xác nhận địa chỉ");
  expect((await fetch(confirm)).status).toBe(410);
  const two = await file(sender);

  await page.goto(`${portal.url}/vi/me`);
  await holds();
  await page.locator("[name=email]").fill("không phải địa chỉ");
  await pressOnly("main form button");
  await page.locator(".error-summary, [role=alert]").first().waitFor();
  expect(await page.locator("[name=email]").inputValue()).toBe("không phải địa chỉ");

  await enter(OLD);
  const list = await page.locator("main").textContent();
  for (const { code } of [one, two]) expect(list).toContain(code);
  await holds();

  await page.locator(`main a[href$="/me/cases/${one.code}"]`).first().click();
  await page.waitForURL(`${portal.url}/vi/track`);
  await page.locator("summary", { hasText: "Bổ sung thông tin" }).click();
  await page.locator("[name=message]").fill("Hôm nay vẫn chưa có sóng.");
  await page
    .locator("form", { has: page.locator("[name=message]") })
    .locator("button:not([name])")
    .click();
  await says("Hôm nay vẫn chưa có sóng.");
  await holds();

  const cookie = (await phone.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const data = await fetch(`${portal.url}/vi/me/data?format=json`, { headers: { cookie } });
  expect(data.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(await data.json()).toMatchObject({
    account: { email: OLD },
    cases: [{ code: one.code, identity: { name: NAME } }, { code: two.code }],
  });

  await page.goto(`${portal.url}/vi/me/details`);
  await holds();
  await page.locator("[name=email]").fill(NEW);
  await page
    .locator("form", { has: page.locator("[name=email]") })
    .locator("button")
    .click();
  await says(`Đang đổi sang ${NEW}`);
  await press(await linkTo(NEW, /Xác nhận/));
  await headed("Đã xác nhận địa chỉ mới");
  await press(await linkTo(OLD, /Đồng ý/));
  await headed("Đã đổi địa chỉ");
  await page.goto(`${portal.url}/vi/me`);
  await headed("Xem các hồ sơ của tôi");

  await enter(NEW);
  await page.goto(`${portal.url}/vi/me/erase`);
  await holds();
  await page.locator("main form button").click();
  await says("Chọn ô này nếu ông/bà muốn xóa");
  await page.locator("input[name=sure]").check();
  await page.locator("main form button").click();
  await says("Đã xóa tài khoản");

  await page.goto(`${portal.url}/vi/track`);
  await page.locator("[name=code]").fill(two.code);
  await page.locator("[name=secret]").fill(two.secret);
  await page.locator("main form button").first().click();
  await says("đã được xóa khỏi hồ sơ này");
});

test("an anonymous submission leaves no network address in any file of the portal, nor in its log", async () => {
  await file({ reporterType: "anonymous" });
  const files = readdirSync(portal.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(1);
  for (const { parentPath, name } of files) {
    const found = path.join(parentPath, name);
    // The portal replaces files of its own meanwhile.
    if (existsSync(found)) expect(readFileSync(found).includes(ADDRESS), name).toBe(false);
  }
  expect(portal.log()).not.toContain(ADDRESS);
});
