import { createConnection, createServer, type Server, type Socket } from "node:net";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_FILE_BYTES, PIECE_BYTES } from "../../app/domain/attachments.ts";
import { languages } from "../../app/domain/case-kind.ts";
import { buildMp4 } from "../files/build-mp4.ts";
import { axeFindings, sidewaysOverflow } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { proceed } from "./citizen.ts";
import { enterOffice } from "./office.ts";
import { invite } from "./people.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

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

const content = "Đường vào thôn bị sạt từ tuần trước, xe máy không qua được. Xin cho sửa sớm.";
const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3 as const, background: "#3a7" } });
const gps = { GPSLatitudeRef: "N", GPSLatitude: "21/1 1/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "105/1 50/1 0/1" };

/** A photo as phones make them: larger than officers need, with place and maker inside. */
async function photo() {
  const exif = { IFD0: { Artist: "CANARY-ARTIST", Make: "CANARY-MAKE" }, IFD3: gps };
  const buffer = await canvas(2600, 1500).jpeg().withExif(exif).toBuffer();
  return { name: "ảnh đường.jpg", mimeType: "image/jpeg", buffer };
}
const program = { name: "virus.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") };
const page404 = { name: "giả.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html></html>".repeat(50)) };

/** Writes the first step and goes to the files from there. */
async function toFiles(page: Page, lang: string, base = portal.url): Promise<void> {
  await page.goto(`${base}/${lang}/submit/feedback`);
  await page.locator("[name=content]").fill(content);
  await page.locator("button[name=to][value=files]").click();
  await page.waitForURL(/\/files\?after=content$/);
}

/** Fills in the steps that are left and sends; gives the code. */
async function sendRest(page: Page, lang: string, base = portal.url): Promise<string> {
  await page.goto(`${base}/${lang}/submit/feedback?step=who`);
  await page.locator("input[name=reporterType][value=anonymous]").check();
  await page.locator("input[name=publishConsent][value=no]").check();
  await proceed(page);
  await page.waitForURL(/step=(check|similar)/);
  if (!page.url().includes("check")) await page.goto(`${base}/${lang}/submit/feedback?step=check`);
  await proceed(page);
  await page.waitForURL(/\/receipt/);
  return ((await page.locator("[data-code]").first().textContent()) ?? "").trim();
}

const names = (page: Page) => page.locator("#files li strong").allTextContents();

describe.each(languages)("without scripts, in %s", (lang) => {
  test("files come by the form; each refused one is told by name while the others stay; nothing is taken unasked", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await toFiles(page, lang);
    await page.locator("[name=attachments]").setInputFiles([await photo(), program, page404]);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.locator("button[name=files]").click();
    expect((await answered).status()).toBe(422);
    const refused = page.locator("#loi li");
    // The answer's head is here before its page is.
    await refused.nth(1).waitFor();
    await page.waitForLoadState("load");
    const said = await refused.allTextContents();
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^virus\.exe: .*JPG, PNG/);
    expect(said[1]).toMatch(/^giả\.pdf: /);
    expect(await names(page)).toEqual(["ảnh đường.jpg", "giả.pdf"]);
    await page.locator("li[data-state=refused] button[name=remove]").click();
    await expect.poll(() => names(page), { timeout: 30_000 }).toEqual(["ảnh đường.jpg"]);
    await page.locator("button[name=place]").first().click();
    await page.locator("#place button[value=none]").waitFor();
    await proceed(page);
    await page.waitForURL(/step=where/);
    const code = await sendRest(page, lang);
    expect(code).toMatch(/^PA-/);
    await page.goto(`${portal.url}/${lang}/track`);
    await page.locator("#sent-files strong").getByText("ảnh đường.jpg").waitFor();
    await context.close();
  });
});

test("the page has no fault for anybody, empty, full and refused", async () => {
  const found: string[] = [];
  for (const lang of languages) {
    const schemes = lang === "en" ? [{}] : [{}, { colorScheme: "dark" } as const, { forcedColors: "active" } as const];
    for (const scheme of schemes) {
      const context = await browser.newContext(scheme);
      const page = await context.newPage();
      await toFiles(page, lang);
      await page.locator("[name=attachments]").setInputFiles([await photo(), page404]);
      await page.locator("#files .field__error").waitFor();
      await page.locator("#place button").first().waitFor();
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        found.push(...(await axeFindings(page)));
        if ((await sidewaysOverflow(page)) > 0) found.push(`too wide at ${width}`);
      }
      await page.reload();
      found.push(...(await axeFindings(page)));
      await context.close();
    }
  }
  expect(found).toEqual([]);
});

test("the office gets the clean copy as a download from a sandboxed address, and nobody else gets anything", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await toFiles(page, "vi");
  await page.locator("[name=attachments]").setInputFiles([await photo()]);
  await page.locator("#place button").first().waitFor();
  const code = await sendRest(page, "vi");

  const office = await browser.newContext();
  const desk = await enterOffice(office, portal.url, await invite(portal, "triage"));
  await desk.goto(`${portal.url}/office/cases/${code}`);
  const link = desk.locator("a[href*='/files/']").first();
  const address = `${portal.url}${await link.getAttribute("href")}`;
  const file = await desk.request.get(address, { headers: { Range: "bytes=0-9" } });
  expect(file.status()).toBe(200);
  expect(file.headers()).toMatchObject({
    "content-disposition":
      "attachment; filename=\"anh duong.jpg\"; filename*=UTF-8''%E1%BA%A3nh%20%C4%91%C6%B0%E1%BB%9Dng.jpg",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "content-type": "image/jpeg",
  });
  const bytes = await file.body();
  expect(bytes.toString("latin1")).not.toMatch(/CANARY|Exif|GPS/);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 2000 });

  const stranger = await browser.newContext();
  expect((await stranger.request.get(address, { maxRedirects: 0 })).status()).not.toBe(200);
  const own = address.replace(/\/office\/cases\/[^/]+\/files\/(.+)$/, "/uploads/$1/file");
  expect((await page.request.get(own)).status()).toBe(200);
  expect((await stranger.request.get(own)).status()).toBe(404);
  const other = await enterOffice(await browser.newContext(), portal.url, await invite(portal, "officer"));
  expect((await other.request.get(address)).status()).toBe(404);
  await Promise.all([context, office, stranger, other.context()].map((each) => each.close()));
});

/**
 * A line of 280 kbit/s would take ten minutes for 20 MB, so it is emulated
 * around the cut only: what is resent depends on the cut, not on the rest. The
 * bytes are counted on the socket, by a relay between the browser and the portal,
 * which is the line as well: the browser's own emulation holds a request back
 * whole and so never loses half a piece.
 */
test("20 MB cut at 60 % on a line of 280 kbit/s go on without sending more than one piece again, over a restart and a reload", async () => {
  const relay = await openRelay();
  const base = `http://127.0.0.1:${relay.port}`;
  const own = await startPortal({ env: { PUBLIC_URL: base } });
  relay.leadTo(own.env.PORT ?? "");
  const context = await browser.newContext();
  const page = await context.newPage();
  await toFiles(page, "vi", base);
  const film = wholeFilm();
  await page.locator("[name=attachments]").setInputFiles({ name: "phim.mp4", mimeType: "video/mp4", buffer: film });
  await relay.passed(0.57 * film.length);
  relay.weak();
  // In the middle of a piece: a cut between two would cost nothing.
  await relay.passed(0.6 * film.length + PIECE_BYTES / 2);
  relay.cut();
  await page
    .locator("#files")
    .getByText(/Mất kết nối/)
    .waitFor({ timeout: 120_000 });

  // The portal is stopped without warning meanwhile, and the page is loaded anew.
  await own.kill();
  await own.start();
  relay.weak();
  await page.reload();
  await relay.passed(0.62 * film.length);
  relay.good();
  await page.locator("#files").getByText("Đã nhận", { exact: true }).waitFor({ timeout: 120_000 });

  const again = relay.pieces() - film.length;
  expect(again).toBeGreaterThan(0);
  expect(again).toBeLessThanOrEqual(PIECE_BYTES);
  await context.close();
  await relay.close();
  await own.stop();
});

/** A film of exactly as many bytes as a file may have. */
function wholeFilm(): Buffer {
  const shortest = buildMp4({ gap: Buffer.alloc(8) }).length - 8;
  const film = buildMp4({ gap: Buffer.alloc(MAX_FILE_BYTES - shortest) });
  expect(film).toHaveLength(MAX_FILE_BYTES);
  return film;
}

/** A line to the portal: good, 280 kbit/s, or cut. Counts the bytes of pieces that pass, whole or cut off. */
async function openRelay() {
  const WEAK = 280_000 / 8;
  let line: "good" | "weak" | "cut" = "good";
  let pieces = 0;
  let port = "";
  const waiting: { bytes: number; resolve: () => void }[] = [];
  const sockets = new Set<Socket>();
  const counter = () => {
    let head = "";
    let left = 0;
    let isPiece = false;
    return (chunk: Buffer): void => {
      for (let at = 0; at < chunk.length;) {
        if (left > 0) {
          const part = Math.min(left, chunk.length - at);
          if (isPiece) pieces += part;
          left -= part;
          at += part;
          continue;
        }
        head += chunk.toString("latin1", at, (at += 1));
        if (!head.endsWith("\r\n\r\n")) continue;
        left = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
        isPiece = head.startsWith("PATCH ");
        head = "";
      }
      for (const { bytes, resolve } of waiting) if (pieces >= bytes) resolve();
    };
  };
  const server: Server = createServer((browserSide) => {
    if (line === "cut") {
      browserSide.destroy();
      return;
    }
    const portalSide = createConnection(Number(port), "127.0.0.1");
    const count = counter();
    sockets.add(browserSide);
    browserSide.on("data", (chunk) => {
      portalSide.write(chunk);
      count(chunk);
      if (line !== "weak") return;
      browserSide.pause();
      setTimeout(() => browserSide.resume(), (chunk.length / WEAK) * 1000);
    });
    portalSide.pipe(browserSide);
    for (const side of [browserSide, portalSide]) {
      const end = () => {
        browserSide.destroy();
        portalSide.destroy();
        sockets.delete(browserSide);
      };
      side.on("error", end);
      side.on("close", end);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    leadTo: (portalPort: string) => {
      port = portalPort;
    },
    good: () => {
      line = "good";
    },
    weak: () => {
      line = "weak";
    },
    cut: () => {
      line = "cut";
      for (const socket of sockets) socket.destroy();
    },
    pieces: () => pieces,
    passed: (bytes: number) => new Promise<void>((resolve) => waiting.push({ bytes, resolve })),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  };
}
