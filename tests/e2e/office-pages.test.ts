import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../app/domain/case-kind.ts";
import { type Role, roles } from "../../app/domain/actor.ts";
import { matrix } from "../../app/domain/permissions.ts";
import { faults } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { enterOffice } from "./office.ts";
import { activate, invite, post, signIn } from "./people.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** Cases that are looked at for each role, the first of each view. What another language changes shows on a few. */
const MOST_CASES = { vi: 5, en: 2 };

let portal: PortalProcess;
let browser: Browser;

beforeAll(async () => {
  portal = await startPortal();
  await portal.cli("seed", "--cases", "80", "--seed", "3");
  browser = await launchChromium();
  await keepRulesAndTemplate();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** A draft of routing rules and a template, so that their pages have something to show. */
async function keepRulesAndTemplate(): Promise<void> {
  const cookie = await signIn(portal, await activate(portal, await invite(portal, "triage", "BKHCN")));
  const words = {
    purpose: "ask",
    title: "Hỏi thêm về ngày nộp hồ sơ",
    bodyVi: "Ông/bà cho biết ngày nộp hồ sơ và mã hồ sơ trên giấy hẹn.",
    bodyEn: "Tell us the day on which you sent the papers, and their number.",
  };
  const begun = await post(portal, "/office/rules", new URLSearchParams({ _act: "begin" }), cookie);
  const kept = await post(portal, "/office/templates/new", new URLSearchParams(words), cookie);
  if (begun.status !== 303 || kept.status !== 303) throw new Error(`not kept: ${begun.status} ${kept.status}`);
}

/** What only some roles work with; where several do, one of them looks. The first page below each is looked at too. */
const ownPages: Partial<Record<Role, readonly string[]>> = {
  triage: [
    "/office/desk",
    "/office/desk?kind=barrier",
    "/office/templates",
    "/office/templates/new",
    "/office/rules",
    "/office/provisions",
    "/office/bulk?all=yes&query=view%3Dnew&act=assign",
  ],
  officer: ["/office/desk?kind=initiative", "/office/consults"],
  leader: [
    "/office/approvals",
    "/office/commitments",
    "/office/extensions",
    "/office/amendments",
    "/office/differences",
  ],
  editor: ["/office/translations", "/office/notifications", "/office/views", "/office/redaction-rules"],
  monitor: ["/office/audit", "/office/standard-answers"],
  custodian: ["/office/identity-requests", "/office/absences"],
  admin: [
    "/office/people",
    "/office/agencies",
    "/office/agencies?edit=BKHCN",
    "/office/calendar",
    "/office/clock-rules",
    "/office/laws",
    "/office/outbox",
    "/office/systems",
  ],
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
    await page.goto(`${portal.url}/office/nowhere`);
    expect(await faults(page, `${role} nowhere`)).toEqual([]);
    for (const path of ["/office", "/office/account", ...(ownPages[role] ?? [])]) {
      for (let next: string | null = path; next; next = await below(page, next)) {
        const answer = await page.goto(`${portal.url}${next}`);
        expect(`${role} ${next} ${answer?.status()}`).toBe(`${role} ${next} 200`);
        expect(await faults(page, `${role} ${next}`)).toEqual([]);
      }
    }
    const cases = await casesOf(page);
    // Whoever has a queue finds cases in it.
    expect(cases.length > 0).toBe(matrix["see-queue"].includes(role));
    for (const href of cases) {
      await page.goto(`${portal.url}${href}`, { waitUntil: "networkidle" });
      expect(await faults(page, `${role} ${href}`)).toEqual([]);
      await sendSomethingEmpty(page);
      expect(await faults(page, `${role} ${href} with errors`)).toEqual([]);
    }
    await context.close();
  });

  /** The first page below one that is open: of the list of templates, a template. */
  async function below(page: Page, path: string): Promise<string | null> {
    const links = page.locator(`main a[href^="${path}/"]:not([href$="/new"])`);
    return path === "/office" || (await links.count()) === 0 ? null : links.first().getAttribute("href");
  }

  /** The first case of every view that the person has, as many as differ enough to be looked at. */
  async function casesOf(page: Page): Promise<string[]> {
    const hrefs = new Set<string>();
    await page.goto(`${portal.url}/office`);
    const views = await page
      .locator("a[href*='view=']")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const view of new Set(["/office", ...views.filter((href) => href.startsWith("/office?"))])) {
      if (hrefs.size === MOST_CASES[lang]) break;
      await page.goto(`${portal.url}${view}`);
      const first = page.locator("main a[href^='/office/cases/']").first();
      if ((await first.count()) > 0) hrefs.add(((await first.getAttribute("href")) ?? "").replace(/\?.*/, ""));
    }
    return [...hrefs];
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
