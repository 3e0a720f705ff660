import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import type { Role } from "../../app/domain/actor.ts";
import { type Backstage, backstage } from "./answered.ts";
import { launchChromium } from "./chromium.ts";
import { act, enterOffice, openCase } from "./office.ts";
import { invite } from "./people.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** The main acts of every role, by plain forms in a browser that runs no scripts. */
const REASON = "Việc này thuộc cơ quan khác theo phân công hiện hành.";

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

/** Somebody of a role, signed in without scripts. */
async function enter(role: Role, agency = "VPTW"): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  return enterOffice(context, portal.url, await invite(portal, role, agency, "en"));
}

/** Chooses the first agency of the list that has this name. */
async function chooseAgency(page: Page, form: string, field: string, name: RegExp): Promise<void> {
  const list = page.locator(`form:has(input[name=_act][value=${form}]) select[name=${field}]`);
  const value = await list.locator("option").filter({ hasText: name }).first().getAttribute("value");
  await list.selectOption(value ?? "");
}

async function idOf(code: string): Promise<number> {
  const answer = await fetch(`${portal.url}/api/v1/agencies`);
  const { items } = z
    .object({ items: z.array(z.object({ id: z.number(), code: z.string() })) })
    .parse(await answer.json());
  return items.find((agency) => agency.code === code)?.id ?? 0;
}

const filed = async (words: string) => (await behind.file(`${words}: cổng dịch vụ công báo lỗi khi nộp hồ sơ.`)).code;

test("triage ranks, asks, merges, takes and declines", async () => {
  const page = await enter("triage");
  const [asked, lead, other, taken, declined] = [
    await filed("Một"),
    await filed("Hai"),
    await filed("Ba"),
    await filed("Bốn"),
    await filed("Năm"),
  ];
  await openCase(page, portal.url, asked);
  await act(page, "level", { level: "urgent" });
  await act(page, "ask", { question: "Ông/bà gặp lỗi này vào ngày nào?" });
  await openCase(page, portal.url, other);
  await act(page, "merge", { leadCode: lead });
  await openCase(page, portal.url, taken);
  await act(page, "claim");
  await openCase(page, portal.url, declined);
  await act(page, "decline", { reasonCode: "complaint", reason: "Ông/bà gửi khiếu nại đến cơ quan ra quyết định." });
  await openCase(page, portal.url, declined);
  expect(await page.locator("form:has(input[name=_act][value=assign])").count()).toBe(0);
});

test("an officer accepts, asks for more time and refuses; the leader signs; the arbiter decides", async () => {
  const officer = await enter("officer", "BKHCN");
  const leader = await enter("leader", "BKHCN");
  const arbiter = await enter("arbiter");
  const [kept, refused] = [await filed("Sáu"), await filed("Bảy")];
  const assign = async (code: string) => behind.act("triage", code, "assign", { agencyId: await idOf("BKHCN") });
  await assign(kept);
  await openCase(officer, portal.url, kept);
  await act(officer, "accept");
  await act(officer, "ask-extension", { days: "3", reason: "Cần thêm thời gian để đo kiểm tại ba thôn." });
  await openCase(leader, portal.url, kept);
  await act(leader, "extend");
  await act(leader, "note", { note: "Báo cáo kết quả đo kiểm trước thứ sáu." });

  await assign(refused);
  await openCase(officer, portal.url, refused);
  await act(officer, "refuse", { reason: REASON, ground: "Điều 12 Nghị định 13/2023/NĐ-CP" }, (form) =>
    chooseAgency(form, "refuse", "competentId", /Ministry of Justice/),
  );
  // Back to a body that has refused: the arbiter's.
  await assign(refused);
  await openCase(arbiter, portal.url, refused);
  await act(arbiter, "arbitrate", { reason: "Bộ Khoa học và Công nghệ quản lý cổng này." }, (form) =>
    chooseAgency(form, "arbitrate", "agencyId", /Ministry of Science and Technology/),
  );
  await openCase(officer, portal.url, refused);
  await act(officer, "accept");
});
