import path from "node:path";
import { launchChromium } from "../tests/e2e/chromium.ts";
import { percentile } from "./load.ts";
import type { Report } from "./office.ts";
import type { Env } from "./on-postgres.ts";
import { startSubject } from "./processes.ts";

/** A case is looked at this long before the next one is asked for: time enough to fetch what comes next. */
const READING_MS = 500;
/** Down a list of twenty lines and up again. */
const STEPS = 36;

/**
 * What an officer waits for in the browser from a key to the next case of the
 * list: from the key press until the first frame that shows it is drawn whole,
 * its layout and painting included. On the cases that
 * `officeTimes` has loaded.
 */
export async function consoleTimes(program: string, env: Env, cases: number, report: Report): Promise<void> {
  const folder = path.join(import.meta.dirname, ".data", `office-${cases}`);
  const onSqlite = { ...env, DATA_DIR: folder, DATABASE_URL: `file:${folder}/portal.db` };
  const portal = await startSubject(program, onSqlite);
  const browser = await launchChromium();
  try {
    const { cookie } = await portal.ask<{ cookie: string }>({ do: "sign-in", role: "triage" });
    const [name = "", value = ""] = cookie.split("=");
    const url = `http://localhost:${portal.port}`;
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    await page.goto(`${url}/office?view=new`);
    await page.locator("[data-keys=ready]").waitFor();
    await page.keyboard.press("o");
    await page.locator(".decide-bar").waitFor();
    await page.evaluate(watchForCases);
    const times: number[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      await page.waitForTimeout(READING_MS);
      await page.keyboard.press(step < STEPS / 2 ? "j" : "k");
      await page.waitForFunction((count) => (window as Watched).shownAfter.length > count, step);
    }
    times.push(...(await page.evaluate(() => (window as Watched).shownAfter)));
    times.sort((one, other) => one - other);
    const p95 = percentile(times, 0.95);
    report(
      `console, key to next case in Chromium at ${cases.toLocaleString("en")} cases, p95`,
      `${p95.toFixed(0)} ms (median ${percentile(times, 0.5).toFixed(0)})`,
      "< 100 ms",
      p95 < 100,
    );
  } finally {
    await browser.close();
    await portal.stop();
  }
}

type Watched = Window &
  typeof globalThis & {
    shownAfter: number[];
    scheduler: { postTask(task: () => void, options: { priority: "user-blocking" }): Promise<unknown> };
  };

/** Runs in the page: notes for each key how long it takes until another case is drawn. */
function watchForCases(): void {
  const watched = window as Watched;
  watched.shownAfter = [];
  let pressed: number | null = null;
  const shown = () => document.querySelector(".case-head")?.textContent ?? "";
  let before = shown();
  addEventListener(
    "keydown",
    (event) => {
      pressed = event.timeStamp;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    const now = shown();
    if (pressed === null || now === "" || now === before) return;
    before = now;
    const since = pressed;
    pressed = null;
    // Asked for as a frame begins, the most urgent task runs when that frame has been laid out, painted and handed over.
    requestAnimationFrame(() => {
      void watched.scheduler.postTask(() => watched.shownAfter.push(performance.now() - since), {
        priority: "user-blocking",
      });
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
