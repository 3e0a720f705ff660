import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../../app/domain/case-kind.ts";
import { readPdf } from "../pdf-text.ts";
import { axeFindings, sidewaysOverflow } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { letterOf, sendLetter } from "./citizen.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

let portal: PortalProcess;
let browser: Browser;

beforeAll(async () => {
  portal = await startPortal({ env: { RATE_LIMITS: "on" } });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** Sends a case without scripts or work, as a robot does, and gives the status. */
async function sendBare(turn: number): Promise<number> {
  const answer = await fetch(`${portal.url}/vi/submit/feedback`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: portal.url, "X-Forwarded-For": `198.51.100.${turn}`, "X-Real-IP": `198.51.100.${turn}` },
    body: new URLSearchParams({
      content: `Đường dây nóng số ${turn} không có ai trả lời trong ba ngày liền.`,
      reporterType: "anonymous",
      publishConsent: "no",
    }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function download(page: Page, ending: string): Promise<string> {
  const link = page.locator(`a[href*="receipt.${ending}?"]`);
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const kept = path.join(portal.dataDir, file.suggestedFilename());
  await file.saveAs(kept);
  return kept;
}

/** Has the page check what is filled in, and gives what it says first. */
async function check(page: Page): Promise<string> {
  await page.locator("main form button.button").click();
  await page.waitForLoadState("load");
  return (await page.locator(".notice__title, .error-summary li").first().innerText()).trim();
}

test("beside a robot on the same address a person with scripts gets through, and the receipt proves it without scripts", async () => {
  const flood = await Promise.all(Array.from({ length: 40 }, (_none, turn) => sendBare(turn)));
  expect(flood.filter((status) => status !== 429).length).toBeLessThanOrEqual(10);
  const person = await browser.newContext({ acceptDownloads: true });
  const page = await person.newPage();
  const { code, secret } = await sendLetter(page, portal.url, letterOf("feedback", "vi"));
  const files = { pdf: "", txt: "", sig: "", json: "" };
  for (const ending of ["pdf", "txt", "sig", "json"] as const) files[ending] = await download(page, ending);
  await person.close();

  const pdf = await readPdf(readFileSync(files.pdf));
  expect(pdf).toMatchObject({ tagged: true, fontsEmbedded: true, lang: "vi-VN" });
  expect(pdf.text).toContain(code);
  for (const hidden of [secret, "Người Gửi Thử Nghiệm", "feedback.vi@example.com"])
    expect(pdf.text).not.toContain(hidden);

  const bare = await browser.newContext({ javaScriptEnabled: false });
  const other = await bare.newPage();
  for (const file of ["pdf", "json", "txt"] as const) {
    await other.goto(`${portal.url}/en/verify`);
    await other.setInputFiles("#receiptFile", files[file]);
    if (file === "txt") await other.setInputFiles("#signatureFile", files.sig);
    expect(await check(other)).toBe("The receipt is genuine and unaltered");
    expect(await other.locator("main dl").first().innerText()).toContain(code);
  }
  const text = readFileSync(files.txt, "utf8");
  await other.goto(`${portal.url}/en/verify`);
  await other.fill("#receipt", text.replace("Files: 0", "Files: 1"));
  await other.fill("#signature", readFileSync(files.sig).toString("base64"));
  expect(await check(other)).toContain("was altered");
  await bare.close();
});

test.each(languages)("the page that checks receipts has no fault in %s, before and after a check", async (lang) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const typed of [null, "", "Kính gửi cổng"]) {
    await page.goto(`${portal.url}/${lang}/verify`);
    if (typed !== null) {
      await page.fill("#receipt", typed);
      await check(page);
    }
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await axeFindings(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
    }
  }
  await context.close();
});
