import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { languages } from "../../app/domain/case-kind.ts";
import { axeFindings, sidewaysOverflow } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { doTasks, letterOf, proceed } from "./citizen.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

const SHOTS = process.env.SHOTS ?? "";

let portal: PortalProcess;
let browser: Browser;

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

async function faults(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  // Elements are there before their styles are.
  await page.waitForLoadState("load");
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await sidewaysOverflow(page);
    if (overflow > 0) found.push(`${name} at ${width} px is ${overflow} px too wide`);
    for (const finding of await axeFindings(page)) found.push(`${name} at ${width} px: ${finding}`);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
  }
  return found;
}

test.each(languages)(
  "an initiative is written in tasks, shared, printed and sent without scripts, in %s",
  async (lang) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const list = `${portal.url}/${lang}/submit/initiative`;
    await page.goto(list);
    expect(await page.locator("ol.tasks .badge--quiet").count()).toBe(7);

    await page.goto(`${list}?step=benefit`);
    await page.locator("[name=measureBefore]").fill("khoảng mười");
    await page.locator("[name=costOnce]").fill("40 triệu");
    await proceed(page);
    await page.locator("#loi").waitFor();
    expect(await page.locator("[name=measureBefore]").inputValue()).toBe("khoảng mười");
    await page.locator("[name=measureBefore]").fill("12,5");
    await proceed(page);
    await expect.poll(() => page.locator("ol.tasks .badge--soon").count(), { timeout: 30_000 }).toBe(1);

    await page.goto(`${list}?step=who`);
    await page.locator("input[name=reporterType][value=individual]").check();
    await page.locator("[name=coAuthorName]").fill("Người Đồng Hành");
    await page.locator("[name=coAuthorShare]").fill("100");
    await page.locator("button[value=invite]").click();
    await page.locator("#loi").waitFor();
    await page.locator("[name=coAuthorShare]").fill("30 %");
    await page.locator("button[value=invite]").click();
    const code = ((await page.locator("#co-authors [data-secret]").textContent()) ?? "").trim();

    await page.goto(`${list}?step=check`);
    expect(await page.locator("main .notice--warning a").count()).toBeGreaterThan(10);
    expect(await page.locator("form#submission button:not([name]):not([tabindex])").count()).toBe(0);

    const other = await browser.newPage();
    await other.goto(`${portal.url}/${lang}/submit/join#${code}`);
    await other.locator("main form button").click();
    await other.locator("input[name=answer][value=accepted]").check();
    await other.locator("[name=ownName]").fill("Người Đồng Hành Thật");
    await proceed(other, "#answer-form");
    await other.waitForURL(/done=accepted/);
    expect(other.url()).not.toContain(code);
    await other.close();

    await page.goto(list);
    await doTasks(page, letterOf("initiative", lang));
    await page.goto(`${list}/dossier`);
    const dossier = (await page.locator(".dossier").textContent()) ?? "";
    for (const text of [
      "Người Đồng Hành Thật",
      "30%",
      "70%",
      lang === "vi" ? "12,5" : "12.5",
      lang === "vi" ? "40.000.000 đồng" : "40,000,000 VND",
    ])
      expect(dossier).toContain(text);
    const pdf = await context.request.get(`${list}/dossier.pdf`);
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);

    await page.goto(`${list}?step=check`);
    await proceed(page);
    await page.waitForURL(/\/receipt$/);
    await context.close();
  },
);

test.each(languages)("no page of it has a fault for anybody, in %s", async (lang) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const list = `${portal.url}/${lang}/submit/initiative`;
  const look = async (name: string) => expect(await faults(page, `${lang}-${name}`)).toEqual([]);
  await page.goto(list);
  await look("tasks-empty");
  for (const step of ["content", "solution", "evidence", "benefit", "where", "who", "rights"]) {
    await page.goto(`${list}?step=${step}`);
    await look(step);
  }
  await page.goto(`${list}?step=content`);
  await page.locator("[name=content]").fill("ngắn");
  await proceed(page);
  await page.locator("#loi").waitFor();
  await look("content-wrong");
  await page.goto(`${list}?step=who`);
  await page.locator("[name=coAuthorName]").fill("Người Đồng Hành");
  await page.locator("[name=coAuthorShare]").fill("0");
  await page.locator("button[value=invite]").click();
  await page.locator("#loi").waitFor();
  await look("who-wrong");
  await page.locator("[name=coAuthorShare]").fill("25");
  await page.locator("button[value=invite]").click();
  const code = ((await page.locator("#co-authors [data-secret]").first().textContent()) ?? "").trim();
  await look("who-invited");
  await page.goto(`${list}?step=check`);
  await look("check-left");
  await page.goto(list);
  await doTasks(page, letterOf("initiative", lang));
  await look("check");
  await page.goto(list);
  await look("tasks-done");
  await page.goto(`${list}/dossier`);
  await look("dossier");
  await page.goto(`${portal.url}/${lang}/submit/join`);
  await proceed(page, "main form");
  await page.locator("#loi").waitFor();
  await look("join-wrong");
  await page.locator("[name=inviteCode]").fill(code);
  await proceed(page, "main form");
  await page.locator("#answer-form").waitFor();
  await look("join-open");
  await context.close();
});
