import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { proceed } from "./citizen.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

let portal: PortalProcess;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

const written = "Trạm y tế xã không nhận thẻ bảo hiểm điện tử, tôi phải về nhà lấy thẻ giấy hai lần.";

/** What the browser keeps of a draft; run inside the page. */
async function keptAnswer(name: string): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("cau-noi", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("draft");
    opening.onsuccess = () => resolve(opening.result);
  });
  const draft = await new Promise<{ values: Record<string, string> } | undefined>((resolve) => {
    const reading = database.transaction("draft").objectStore("draft").get("feedback");
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  return draft?.values[name] ?? "";
}

test("a draft survives a reload without a network and is sent later, by its writer", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${portal.url}/vi/submit/feedback`);
  await page.waitForFunction(async () => (await caches.match("/vi/submit/feedback")) !== undefined);

  await page.locator("[name=content]").fill(written);
  await expect.poll(() => page.evaluate(keptAnswer, "content"), { timeout: 60_000 }).toBe(written);
  await context.setOffline(true);
  await page.reload();
  await expect.poll(() => page.locator("[name=content]").inputValue(), { timeout: 60_000 }).toBe(written);
  await page.locator("draft-keeper [role=status]", { hasText: "Không có mạng" }).waitFor();

  await page.locator("input[name=reporterType][value=anonymous]").check();
  await page.locator("input[name=publishConsent][value=no]").check();
  await proceed(page);
  expect(page.url()).toContain("/vi/submit/feedback");
  await expect.poll(() => page.evaluate(keptAnswer, "reporterType"), { timeout: 60_000 }).toBe("anonymous");
  await page.reload();
  await expect.poll(() => page.locator("[name=content]").inputValue(), { timeout: 60_000 }).toBe(written);
  await page.locator("input[name=reporterType][value=anonymous]:checked").waitFor({ state: "attached" });

  await context.setOffline(false);
  await page.locator("draft-keeper [role=status]", { hasText: "Đã có mạng" }).waitFor();
  await proceed(page);
  await page.waitForURL(`${portal.url}/vi/receipt`);
  const secret = ((await page.locator("[data-secret]").textContent()) ?? "").trim();
  const code = ((await page.locator("[data-code]").first().textContent()) ?? "").trim();
  const found = await context.request.post(`${portal.url}/api/v1/cases/lookup`, { data: { code, secret } });
  expect(await found.json()).toMatchObject({ content: written });
  await expect.poll(() => page.evaluate(keptAnswer, "content"), { timeout: 60_000 }).toBe("");
  await context.close();
});

test("on a shared machine nothing is kept", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${portal.url}/en/submit/feedback`);
  await page.locator("draft-keeper input[type=checkbox]").check();
  await page.locator("[name=content]").fill(written);
  await page.waitForFunction(async () => (await caches.match("/en/submit/feedback")) !== undefined);
  expect(await page.evaluate(keptAnswer, "content")).toBe("");
  await page.reload();
  expect(await page.locator("[name=content]").inputValue()).toBe("");
  await context.close();
});
