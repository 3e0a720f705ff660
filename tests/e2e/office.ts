import type { BrowserContext, Page } from "playwright-core";
import { PASSWORD, type Person } from "./people.ts";

/** Sets the password behind the one-time link and signs in, as a new colleague does. */
export async function enterOffice(context: BrowserContext, base: string, person: Person): Promise<Page> {
  // The stream of news never ends, and a page that holds it open is never idle.
  await context.route(/\/office\/cases\/[^/]+\/news$/, (route) => route.fulfill({ status: 204 }));
  const page = await context.newPage();
  await page.goto(person.activationUrl);
  await page.locator("[name=password]").fill(PASSWORD);
  await page.locator("[name=again]").fill(PASSWORD);
  await page.locator("main form button").last().click();
  await page.waitForURL(/sign-in/);
  await page.locator("[name=email]").fill(person.email);
  await page.locator("[name=password]").fill(PASSWORD);
  await page.locator("main form button").last().click();
  await page.waitForURL(`${base}/office**`);
  return page;
}

/** Opens a case from its address and waits until the page is ready for use. */
export async function openCase(page: Page, base: string, code: string): Promise<void> {
  await page.goto(`${base}/office/cases/${code}`);
  await page.getByText(code).first().waitFor();
  // Scripts, where they run, may replace fields: wait for them so that nothing typed is lost.
  await page.waitForLoadState("networkidle");
}

/** Makes one act on the case that is open: unfolds its form, fills it in, presses its button. */
export async function act(
  page: Page,
  name: string,
  fill: Record<string, string> = {},
  then?: (form: Page) => Promise<void>,
): Promise<void> {
  const form = page
    .locator(`form:has(input[name=_act][value=${name}]), form:has(button[name=_act][value=${name}])`)
    .first();
  // What is counted below has to be there.
  await form.waitFor({ state: "attached" });
  await page.waitForLoadState("load");
  const folded = page.locator(`details#act-${name}:not([open]) > summary`);
  if ((await folded.count()) > 0) await folded.click();
  for (const [field, value] of Object.entries(fill)) {
    const control = form.locator(`[name="${field}"]`);
    if ((await control.first().getAttribute("type")) === "radio")
      await form.locator(`[name="${field}"][value="${value}"]`).check();
    else if ((await control.first().evaluate((element) => element.tagName)) === "SELECT")
      await control.selectOption(value);
    else await control.fill(value);
  }
  if (then) await then(page);
  const before = page.url();
  const own = form.locator(`button[name=_act][value=${name}]`);
  // A button with a name shows or inserts something; the one that does the act has none.
  await ((await own.count()) > 0 ? own.last() : form.locator("button:not([name])").last()).click();
  await page.waitForURL((url) => url.href !== before && url.searchParams.get("done") === name);
}

/** Chooses the agency of an assignment by unaccented typing where scripts run, from the list where they do not. */
export async function assignTo(page: Page, typed: string, label: RegExp): Promise<void> {
  await act(page, "assign", {}, async () => {
    const list = page.locator("form:has(input[name=_act][value=assign]) select[name=agencyId]");
    if ((await list.count()) > 0) {
      const option = list.locator("option").filter({ hasText: label }).first();
      await list.selectOption((await option.getAttribute("value")) ?? "");
      return;
    }
    const box = page.locator("form:has(input[name=_act][value=assign]) [role=combobox]");
    await box.fill(typed);
    await page.getByRole("option").filter({ hasText: label }).first().click();
  });
}
