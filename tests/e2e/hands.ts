import { expect } from "vitest";
import type { FileChooser, Page } from "playwright-core";

/**
 * How somebody uses a page. `pointer` clicks, as on a page without scripts;
 * `keyboard` touches nothing but keys, and fails where the focus gets lost.
 */
export interface Hands {
  press(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  /** Picks one radio button or check box. */
  pick(selector: string): Promise<void>;
  attach(selector: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
}

export function pointer(page: Page): Hands {
  return {
    press: (selector) => page.locator(selector).first().click(),
    type: (selector, text) => page.locator(selector).first().fill(text),
    pick: (selector) => page.locator(selector).first().check(),
    attach: (selector, file) => page.locator(selector).first().setInputFiles(file),
  };
}

/** More stops than any page of the portal has. */
const MOST_STOPS = 250;

export function keyboard(page: Page): Hands {
  // From the first listener on the browser hands file choosers over; one added together with
  // the key press comes too late on a busy machine.
  const chosen: FileChooser[] = [];
  page.on("filechooser", (chooser) => chosen.push(chooser));
  const isOn = (selector: string) =>
    page.evaluate((wanted) => {
      const focused = document.activeElement;
      const [first] = document.querySelectorAll(wanted);
      return focused !== null && focused === first;
    }, selector);
  /** Goes on with Tab until the focus is there, and sees a ring on it. */
  const reach = async (selector: string) => {
    await page.locator(selector).first().waitFor({ state: "attached" });
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await isOn(selector)) return seen(page, selector);
      await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  };
  return {
    async press(selector) {
      await reach(selector);
      await page.keyboard.press("Enter");
    },
    async type(selector, text) {
      await reach(selector);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.insertText(text);
    },
    async pick(selector) {
      const target = page.locator(selector).first();
      const name = (await target.getAttribute("name")) ?? "";
      const group = `input[name="${name}"]`;
      const radios = page.locator(group);
      // One stop per group of radio buttons: the chosen one, else the first.
      const checked = page.locator(`${group}:checked`);
      const stop = (await checked.count()) > 0 ? `${group}:checked` : group;
      await reach(stop);
      for (let turn = await radios.count(); turn > 0 && !(await isOn(selector)); turn--)
        await page.keyboard.press("ArrowDown");
      if (!(await target.isChecked())) await page.keyboard.press("Space");
      if (!(await target.isChecked())) throw new Error(`the keyboard does not choose ${selector}`);
    },
    async attach(selector, file) {
      await reach(selector);
      await page.keyboard.press("Enter");
      await expect.poll(() => chosen.length, { timeout: 30_000 }).toBe(1);
      await chosen.pop()?.setFiles(file);
    },
  };
}

/** Whoever uses the keyboard must see where they are. */
async function seen(page: Page, selector: string): Promise<void> {
  const visible = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return false;
    const marked = (element: Element) => {
      const style = getComputedStyle(element);
      return style.outlineStyle !== "none" || style.boxShadow !== "none";
    };
    const label = focused.closest("label, .choice");
    return marked(focused) || (label !== null && marked(label));
  });
  if (!visible) throw new Error(`nothing shows that ${selector} has the focus`);
}
