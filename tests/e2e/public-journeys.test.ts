import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type Backstage, backstage, type Filed } from "./answered.ts";
import { launchChromium } from "./chromium.ts";
import { type Hands, keyboard, pointer } from "./hands.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/**
 * What the public comes for, nine ways: once without scripts, once with scripts
 * and by keyboard alone.
 */
const content = "Trạm y tế xã không nhận thẻ bảo hiểm điện tử, tôi phải về nhà lấy thẻ giấy hai lần.";
const next = "form#submission .cluster button:not([name])";
const onwards = "form#submission button:not([name]):not([tabindex])";

let portal: PortalProcess;
let browser: Browser;
let behind: Backstage;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), launchChromium()]);
  behind = await backstage(portal);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

const ways: [string, boolean, (page: Page) => Hands][] = [
  ["without scripts", false, pointer],
  ["with scripts, by keyboard alone", true, keyboard],
];

describe.each(ways)("%s", (_name, javaScriptEnabled, handsOf) => {
  interface Visit extends AsyncDisposable {
    readonly page: Page;
    readonly hands: Hands;
    readonly context: BrowserContext;
    open(path: string): Promise<void>;
    at(path: string): Promise<void>;
  }
  const visit = async (): Promise<Visit> => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    return {
      page,
      context,
      hands: handsOf(page),
      open: async (path) => void (await page.goto(`${portal.url}${path}`)),
      at: (path) => page.waitForURL((url) => `${url.pathname}${url.search}` === path),
      [Symbol.asyncDispose]: () => context.close(),
    };
  };
  const write = async ({ hands, open }: Visit) => {
    await open("/vi/submit/feedback");
    await hands.type("[name=content]", content);
  };
  const openCase = async ({ hands, open, page }: Visit, { code, secret }: Filed) => {
    await open("/vi/track");
    await hands.type("[name=code]", code);
    await hands.type("[name=secret]", secret);
    await hands.press("main form button");
    await page.locator("main [data-code]").first().waitFor();
    await page.waitForLoadState("load");
  };

  test("send", async () => {
    await using visitor = await visit();
    const { hands, at, page, open } = visitor;
    await open("/vi");
    await hands.press('main a[href="/vi/submit"], a[href="/vi/submit"]');
    await at("/vi/submit");
    await hands.pick("input[name=kind][value=feedback]");
    await hands.press("main form button");
    await at("/vi/submit/feedback");
    await hands.type("[name=content]", content);
    await hands.press(next);
    await at("/vi/submit/feedback?step=where");
    await hands.pick("input[name=extent][value=place]");
    await hands.type("[name=place]", "ba dinh");
    await hands.pick("input[name=occurredOn][value=yesterday]");
    await hands.press(next);
    await at("/vi/submit/feedback?step=place");
    await hands.pick("input[name=communeCode]");
    await hands.press(onwards);
    await at("/vi/submit/feedback?step=who");
    await hands.pick("input[name=reporterType][value=anonymous]");
    await hands.pick("input[name=publishConsent][value=yes]");
    await hands.press(next);
    await goOnToCheck(visitor);
    await hands.press(next);
    await at("/vi/receipt");
    expect(await page.locator("[data-secret]").first().textContent()).toMatch(/[0-9A-Z-]{30}/);
  });

  /** The page of similar cases stands before the check page where there are any. */
  const goOnToCheck = async ({ hands, page, at }: Visit) => {
    await page.waitForURL(/\/similar|step=check/);
    if (page.url().includes("/similar")) await hands.press("main a.button[href$='step=check']");
    await at("/vi/submit/feedback?step=check");
  };

  test("upload", async () => {
    await using visitor = await visit();
    const { hands, page, open, at } = visitor;
    await write(visitor);
    await hands.press(next);
    await at("/vi/submit/feedback?step=where");
    await open("/vi/submit/feedback/files");
    const file = { name: "bien-nhan.png", mimeType: "image/png", buffer: Buffer.from(PIXEL, "base64") };
    await hands.attach("input[name=attachments]", file);
    if (!javaScriptEnabled) await hands.press("button[value=upload]");
    const received = page
      .locator("#files li", { hasText: "bien-nhan.png" })
      .filter({ hasText: /Đã nhận|Đang kiểm tra/ });
    await received.waitFor();
    const script = { name: "thu.html", mimeType: "text/html", buffer: Buffer.from("<script>1</script>") };
    await hands.attach("input[name=attachments]", script);
    if (!javaScriptEnabled) await hands.press("button[value=upload]");
    await page.getByText("Cổng chỉ nhận tệp JPG").first().waitFor();
    await page.waitForLoadState("load");
    await expect.poll(() => received.count(), { timeout: 30_000 }).toBe(1);
  });

  test("resume a draft on another device", async () => {
    await using first = await visit();
    await write(first);
    await first.hands.press("form#submission button[value=later]");
    const code = ((await first.page.locator("[data-secret]").textContent()) ?? "").trim();
    await using second = await visit();
    await second.open("/vi/submit/resume");
    await second.hands.type("[name=resumeCode]", code.toLowerCase());
    await second.hands.press("main form button");
    await second.at("/vi/submit/feedback");
    expect(await second.page.locator("[name=content]").inputValue()).toBe(content);
  });

  test("track", async () => {
    await using visitor = await visit();
    const sent = await behind.file(content);
    await openCase(visitor, sent);
    expect(await visitor.page.locator("main [data-code]").first().textContent()).toContain(sent.code);
    expect(await visitor.page.locator("time").count()).toBeGreaterThan(0);
  });

  test("supplement", async () => {
    await using visitor = await visit();
    const { hands, page } = visitor;
    await openCase(visitor, await behind.file(content));
    const more = "Việc này xảy ra thêm một lần vào thứ Sáu tuần trước.";
    const folded = "details:has([name=act][value=supplement]):not([open]) > summary";
    if ((await page.locator(folded).count()) > 0) await hands.press(folded);
    await hands.type("form:has([name=act][value=supplement]) textarea", more);
    await hands.press("form:has([name=act][value=supplement]) button:not([name])");
    await page.getByText(more).first().waitFor();
  });

  test("rate", async () => {
    await using visitor = await visit();
    const { hands, page } = visitor;
    await openCase(visitor, await behind.answered(content));
    await hands.pick("input[name=level][value='4']");
    await hands.pick("input[name=solved][value=yes]");
    await hands.press("#rate form button");
    await page.waitForURL(/done=rate/);
    expect(await page.locator("#rate").count()).toBe(0);
  });

  test("search", async () => {
    const { code } = await behind.answered(content);
    await using visitor = await visit();
    const { hands, page, open, at } = visitor;
    await open("/vi/cases");
    await hands.type("[name=q]", `the bao hiem dien tu ${code}`);
    await hands.press("form:has([name=q]) button[type=submit], form:has([name=q]) button");
    // The list before the search may show the case too: a key pressed there would be lost with it.
    await page.waitForURL(/[?&]q=/);
    await hands.press(`a[href="/vi/cases/${code}"]`);
    await at(`/vi/cases/${code}`);
    await page.getByText(content).first().waitFor();
  });

  test("add a voice, see it counted at once, and take it back", async () => {
    const { code } = await behind.answered(content);
    await using visitor = await visit();
    const { hands, page, open } = visitor;
    const counted = page.getByText("1 lượt đồng tình");
    await open(`/vi/cases/${code}`);
    expect(await counted.count()).toBe(0);
    await hands.press(`a[href="/vi/cases/${code}/follow"]`);
    await page.waitForURL(/follow$/);
    await hands.press("main form button");
    await page.waitForURL(/followed/);
    const [voice = "", secret = ""] = await page.locator("main [data-code], main [data-secret]").allTextContents();
    await hands.press(`a[href="/vi/cases/${code}"]`);
    await counted.waitFor();
    await openCase(visitor, { code: voice, secret });
    await hands.press("main details:has([value=stop-following]) summary");
    await hands.press("form:has([value=stop-following]) button");
    await page.waitForURL(/unfollow/);
    await open(`/vi/cases/${code}`);
    expect(await counted.count()).toBe(0);
  });

  test("switch the language in the middle of a form", async () => {
    await using visitor = await visit();
    const { hands, page, at } = visitor;
    await write(visitor);
    await hands.press("button[name=switch][value=en]");
    await at("/en/submit/feedback");
    expect(await page.locator("[name=content]").inputValue()).toBe(content);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  test("print", async () => {
    await using visitor = await visit();
    const { page } = visitor;
    const sent = await behind.file(content);
    await openCase(visitor, sent);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav:visible, main button:visible").count()).toBe(0);
    expect(await page.locator("main [data-code]:visible").first().textContent()).toContain(sent.code);
    expect((await page.pdf({ format: "A4", tagged: true })).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

/** The smallest picture there is. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
