import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type Lang, languages } from "../../app/domain/case-kind.ts";
import { faults } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { answerQuestions, letterOf, proceed, sendLetter, track } from "./citizen.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** The most that a first view of a public page may weigh on the wire, fonts included, and how much of it may be script. */
const FIRST_VIEW = 35 * 1024;
const SCRIPT = 8_000;

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

async function firstPublished(page: Page, lang: Lang): Promise<string> {
  await page.goto(`${portal.url}/${lang}/cases`);
  return (await page.locator(`a[href^="/${lang}/cases/"]`).first().getAttribute("href")) ?? "";
}

test("decomposed Vietnamese is drawn as whole letters", async () => {
  const page = await browser.newPage();
  await page.goto(`${portal.url}/vi/help`);
  const heading = page.locator("h1");
  const drawn = async (text: string) => {
    await heading.evaluate((element, words) => {
      element.textContent = words;
    }, text);
    return heading.screenshot();
  };
  const words = "Ở đâu vướng mắc? Cơ quan giải quyết thế nào, bao nhiêu người được hỗ trợ?";
  const whole = await drawn(words.normalize("NFC"));
  expect((await drawn(words.normalize("NFD"))).equals(whole)).toBe(true);
  expect((await drawn(words.normalize("NFD").replace(/\p{M}/gu, ""))).equals(whole)).toBe(false);
  await page.close();
});

describe.each(languages)("public pages in %s", (lang) => {
  const plain = [
    "",
    "/submit",
    "/submit/elsewhere",
    "/submit/feedback",
    "/submit/proposal",
    "/submit/barrier",
    "/submit/initiative",
    "/submit/feedback?step=all",
    "/submit/barrier?step=all",
    "/submit/feedback/files",
    "/submit/resume",
    "/submit/join",
    "/submit/barrier/table",
    "/verify",
    "/ledger",
    "/me",
    "/followed",
    "/track",
    "/cases",
    "/cases?q=zzzz",
    "/cases?kind=nonsense",
    "/cases?q=ho+so&outcome=solved",
    "/follow?kind=feedback",
    "/follow/nobodys",
    "/following",
    "/lists/nobodys",
    "/cases/removed",
    "/barriers",
    "/barriers?state=nonsense&sort=reports",
    "/barriers/changes",
    "/initiatives",
    "/help",
    "/privacy",
    "/accessibility",
    "/sitemap",
    "/open-data",
    "/statistics",
    "/statistics/provinces/01",
    "/statistics/agencies/BKHCN",
    "/api",
    "/receipt",
    "/nowhere",
  ];

  test.each(plain)("/%s has no fault for anybody", async (path) => {
    const page = await browser.newPage();
    await page.goto(`${portal.url}/${lang}${path}`);
    expect(await faults(page, path)).toEqual([]);
    await page.close();
  });

  test("a published case, and the same in the dark and in forced colours", async () => {
    for (const scheme of [{}, { colorScheme: "dark" }, { forcedColors: "active" }] as const) {
      const context = await browser.newContext(scheme);
      const page = await context.newPage();
      await page.goto(`${portal.url}${await firstPublished(page, lang)}`);
      expect(await faults(page, JSON.stringify(scheme))).toEqual([]);
      await context.close();
    }
  });

  test("every step of a submission, right and wrong, the receipt and the own case", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${portal.url}/${lang}/submit/barrier`);
    await page.locator("[name=content]").fill("ngắn");
    await proceed(page);
    await page.locator("#loi").waitFor();
    expect(await page.title()).toMatch(/^(Lỗi|Error): /);
    expect(await page.locator("[name=content]").inputValue()).toBe("ngắn");
    expect(await faults(page, "content with errors")).toEqual([]);
    const letter = letterOf("barrier", lang);
    await answerQuestions(page, letter);
    expect(await faults(page, "where")).toEqual([]);
    await page.locator("[name=place]").fill("ben nghe");
    await proceed(page);
    expect(await faults(page, "place")).toEqual([]);
    await page.locator("input[name=communeCode]").first().check();
    await proceed(page);
    await proceed(page);
    await page.locator("#loi").waitFor();
    expect(await faults(page, "who with errors")).toEqual([]);
    await context.close();

    const own = await browser.newContext();
    const sender = await own.newPage();
    const sent = await sendLetter(sender, portal.url, letter);
    expect(await faults(sender, "receipt")).toEqual([]);
    const stranger = await browser.newPage();
    await stranger.goto(`${portal.url}/${lang}/track`);
    await stranger.locator("[name=code]").fill(sent.code);
    await stranger.locator("[name=secret]").fill("WRONG-WRONG-WRONG");
    await proceed(stranger, "main form");
    expect(await faults(stranger, "track with errors")).toEqual([]);
    await stranger.close();
    await track(sender, portal.url, lang, sent);
    expect(await faults(sender, "own case")).toEqual([]);
    await own.close();
  });

  test("a case kept in the browser tells there what has changed; without scripts the page says how else to follow", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const path = await firstPublished(page, lang);
    await page.goto(`${portal.url}${path}/follow`);
    await page.locator("keep-case button").click();
    expect(await faults(page, "follow")).toEqual([]);
    const list = page.locator("kept-cases");
    await page.goto(`${portal.url}/${lang}/following`);
    await list.locator(".card").waitFor();
    expect(await list.locator(".card").innerText()).toContain(path.split("/").at(-1));
    // As if the last look had been before anything was answered.
    await page.evaluate((key) => {
      const [kept] = JSON.parse(localStorage.getItem(key) ?? "[]");
      localStorage.setItem(key, JSON.stringify([{ ...kept, print: "submitted|none|" }]));
    }, "cau-noi-following");
    await page.reload();
    await list.locator(".strong").waitFor();
    expect(await faults(page, "following")).toEqual([]);
    await list.locator(".cluster .button--secondary").click();
    await list.locator(".strong").waitFor({ state: "detached" });
    await list.locator(".cluster .button--quiet").click();
    await list.locator(".card").waitFor({ state: "detached" });
    await context.close();

    const still = await browser.newContext({ javaScriptEnabled: false });
    const bare = await still.newPage();
    await bare.goto(`${portal.url}/${lang}/following`);
    expect((await bare.locator("kept-cases").innerText()).length).toBeGreaterThan(40);
    expect(await bare.locator(`main a[href="/${lang}/cases.atom"]`).count()).toBe(1);
    await still.close();
  });

  test("the first view of every public page is light and carries no framework", async () => {
    const found: string[] = [];
    for (const path of [...plain, await published(lang)]) {
      const context = await browser.newContext();
      found.push(...(await weightFaults(context, `/${lang}${path}`)));
      await context.close();
    }
    expect(found).toEqual([]);
  });

  test("so are the check page and the receipt, each seen for the first time", async () => {
    const writer = await browser.newContext();
    const page = await writer.newPage();
    await page.goto(`${portal.url}/${lang}/submit/feedback`);
    await page.locator("[name=content]").fill(letterOf("feedback", lang).texts.content ?? "");
    await proceed(page);
    const check = `/${lang}/submit/feedback?step=check`;
    expect(await weightFaults(await freshWith(writer), check)).toEqual([]);
    const sender = await browser.newContext();
    await sendLetter(await sender.newPage(), portal.url, letterOf("feedback", lang));
    expect(await weightFaults(await freshWith(sender), `/${lang}/receipt`)).toEqual([]);
    await Promise.all([writer.close(), sender.close()]);
  });

  /** A browser that holds the same cookies and nothing in its cache. */
  async function freshWith(known: BrowserContext): Promise<BrowserContext> {
    const context = await browser.newContext();
    await context.addCookies(await known.cookies());
    return context;
  }

  /** What is too much in a first view of a page: bytes, script, requests, requests to others. */
  async function weightFaults(context: BrowserContext, path: string): Promise<string[]> {
    const page = await context.newPage();
    const sizes: Promise<{ url: string; bytes: number }>[] = [];
    page.on("requestfinished", (request) => {
      const size = request.sizes();
      sizes.push(
        size.then(({ responseBodySize, responseHeadersSize }) => ({
          url: request.url(),
          bytes: responseBodySize + responseHeadersSize,
        })),
      );
    });
    await page.goto(`${portal.url}${path}`, { waitUntil: "networkidle" });
    const loaded = (await Promise.all(sizes)).filter(({ url }) => !isForLater(url));
    await page.close();
    const sum = (items: { bytes: number }[]) => items.reduce((total, { bytes }) => total + bytes, 0);
    const bytes = sum(loaded);
    const script = sum(loaded.filter(({ url }) => url.endsWith(".js")));
    const elsewhere = loaded.filter(({ url }) => !url.startsWith(portal.url)).map(({ url }) => url);
    return [
      ...(bytes > FIRST_VIEW ? [`${path} weighs ${bytes} bytes`] : []),
      ...(script > SCRIPT ? [`${path} carries ${script} bytes of script`] : []),
      ...(loaded.length > 8 ? [`${path} makes ${loaded.length} requests`] : []),
      ...elsewhere.map((url) => `${path} asks ${url}`),
    ];
  }

  /** What a page keeps for the time without a network, after it is shown: no part of the view. */
  const isForLater = (url: string): boolean => url.endsWith("/sw.js");

  async function published(language: Lang): Promise<string> {
    const page = await browser.newPage();
    const href = await firstPublished(page, language);
    await page.close();
    return href.replace(`/${language}`, "");
  }
});
