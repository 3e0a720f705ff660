import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { z } from "zod";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const widths = [320, 1280] as const;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const results = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()), html: z.string() })) }),
  ),
});

/** What axe finds on a page, one line per place; nothing is the only good answer. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated through the debugging protocol, which the page's content security policy does not bind.
  await page.evaluate(source);
  const raw = await page.evaluate(`axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(tags)} } })`);
  return results
    .parse(raw)
    .violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.html.slice(0, 160)}`),
    );
}

/** How many pixels a page is wider than its window; 0 is right. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
}

/** What sticks out of the window on the right, the last of it. */
function stickingOut(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(-5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}#${element.id}`)
      .join(" "),
  );
}

/** Looks at the page that is open, narrow and wide; says what is wrong with it. */
export async function faults(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  // Elements are there before their styles are.
  await page.waitForLoadState("load");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await sidewaysOverflow(page);
    if (overflow > 0) found.push(`${name} at ${width} px is ${overflow} px too wide: ${await stickingOut(page)}`);
    for (const finding of await axeFindings(page)) found.push(`${name} at ${width} px: ${finding}`);
  }
  return found;
}
