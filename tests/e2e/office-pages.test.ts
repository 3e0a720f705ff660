import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../app/domain/case-kind.ts";
import { type Role, roles } from "../../app/domain/actor.ts";
import { faults } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { enterOffice } from "./office.ts";
import { invite } from "./people.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** Cases that are looked at for each role, the first of each view. */
const MOST_CASES = 5;

let portal: PortalProcess;
let browser: Browser;

beforeAll(async () => {
  portal = await startPortal();
  await portal.cli("seed", "--cases", "80", "--seed", "3");
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** What only some roles work with. */
const ownPages: Partial<Record<Role, readonly string[]>> = {
  triage: ["/office/desk", "/office/desk?kind=barrier"],
  officer: ["/office/desk?kind=initiative"],
  leader: ["/office/extensions"],
  monitor: ["/office/audit"],
  custodian: ["/office/identity-requests", "/office/audit"],
  admin: ["/office/people", "/office/agencies", "/office/outbox", "/office/clock-rules", "/office/laws"],
};

describe.each(languages)("office pages in %s", (lang) => {
  test("before signing in, right and wrong", async () => {
    const context = await browser.newContext({ locale: lang === "vi" ? "vi-VN" : "en-GB" });
    const page = await context.newPage();
    await page.goto(`${portal.url}/office/sign-in`);
    expect(await faults(page, "sign-in")).toEqual([]);
    await page.locator("main form button").last().click();
    await page.locator("#loi").waitFor();
    expect(await faults(page, "sign-in with errors")).toEqual([]);
    await context.close();
  });

  test.each(roles)("what %s works with", async (role: Role) => {
    const context = await browser.newContext({ locale: lang === "vi" ? "vi-VN" : "en-GB" });
    const agency = role === "officer" || role === "leader" ? "BKHCN" : "VPTW";
    const page = await enterOffice(context, portal.url, await invite(portal, role, agency, lang));
    const paths = ["/office", "/office/account", "/office/absences", "/office/nowhere", ...(ownPages[role] ?? [])];
    for (const path of paths) {
      await page.goto(`${portal.url}${path}`);
      expect(await faults(page, `${role} ${path}`)).toEqual([]);
    }
    for (const href of await casesOf(page)) {
      await page.goto(`${portal.url}${href}`, { waitUntil: "networkidle" });
      expect(await faults(page, `${role} ${href}`)).toEqual([]);
      await sendSomethingEmpty(page);
      expect(await faults(page, `${role} ${href} with errors`)).toEqual([]);
    }
    await context.close();
  });

  /** The first case of every view that the person has, as many as differ enough to be looked at. */
  async function casesOf(page: Page): Promise<string[]> {
    const hrefs = new Set<string>();
    await page.goto(`${portal.url}/office`);
    const views = await page
      .locator("a[href*='view=']")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const view of new Set(["/office", ...views.filter((href) => href.startsWith("/office?"))])) {
      await page.goto(`${portal.url}${view}`);
      const first = page.locator("main a[href^='/office/cases/']").first();
      if ((await first.count()) > 0) hrefs.add(((await first.getAttribute("href")) ?? "").replace(/\?.*/, ""));
    }
    return [...hrefs].slice(0, MOST_CASES);
  }

  /** Sends the first form of the page that has a field to fill in, as it is; the answer names what is missing. */
  async function sendSomethingEmpty(page: Page): Promise<void> {
    // These take nothing for an answer.
    const others = "input[name=_act]:not([value=mark-points], [value=declare-conflict])";
    const form = page.locator(`form:has(${others}):has(textarea)`).first();
    if ((await form.count()) === 0) return;
    const folded = form.locator("xpath=ancestor::details[not(@open)]").first();
    if ((await folded.count()) > 0) await folded.locator("summary").first().click();
    await form.locator("textarea").first().fill("");
    // A button with a name previews, or inserts; the one without does the act.
    await form.locator("button:not([name])").last().click();
    await page.locator("#loi").waitFor();
  }
});
