import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type Kind, type Lang, kinds } from "../../app/domain/case-kind.ts";
import type { Role } from "../../app/domain/actor.ts";
import { openSmtp, type SmtpSink } from "../smtp.ts";
import { launchChromium } from "./chromium.ts";
import { doOnCase, letterOf, sendLetter, track } from "./citizen.ts";
import { emptyDatabase, engines } from "./databases.ts";
import { act, assignTo, enterOffice, openCase } from "./office.ts";
import { invite } from "./people.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/**
 * The main job, end to end, in a real browser: a case of every kind on each
 * engine, in both languages. The public part runs without JavaScript in one
 * language and with it in the other, the office likewise the other way round.
 */
const runs: { kind: Kind; lang: Lang; publicScripts: boolean }[] = kinds.map((kind, index) => ({
  kind,
  lang: index % 2 === 0 ? "vi" : "en",
  publicScripts: index > 1,
}));

const QUESTION = "Ông/bà cho biết việc này xảy ra từ tháng nào?";
const ANSWER = "Cơ quan đã rà soát và hoàn thành việc khắc phục, xin thông báo để ông/bà biết.";

/** Follows the link of the first mail and presses its button: an address that nobody confirmed gets three mails a day. */
async function confirmAddress(page: Page, mail: string): Promise<void> {
  await page.goto(/https?:\S+\/confirm\/\w+/.exec(mail)?.[0] ?? "about:blank");
  await page.locator("main form button").first().click();
  await page.locator("main .notice--success, main h1").first().waitFor();
}

describe.each(engines)("on %s", (engine) => {
  let portal: PortalProcess;
  let smtp: SmtpSink;
  let browser: Browser;
  const office: Partial<Record<Role, Page>> = {};
  let secondEditor: Page | null = null;

  beforeAll(async () => {
    smtp = await openSmtp();
    const env = { SMTP_URL: smtp.url, MAIL_FROM: "Cầu Nối <no-reply@example.com>" };
    portal = await startPortal({ databaseUrl: await emptyDatabase(engine), env });
    browser = await launchChromium();
    const javaScriptEnabled = engine === "sqlite";
    for (const role of ["triage", "officer", "leader", "editor"] as const) {
      const agency = role === "officer" || role === "leader" ? "BKHCN" : "VPTW";
      const context = await browser.newContext({ javaScriptEnabled });
      office[role] = await enterOffice(
        context,
        portal.url,
        await invite(portal, role, agency, role === "editor" ? "en" : "vi"),
      );
    }
    const second = await browser.newContext({ javaScriptEnabled });
    secondEditor = await enterOffice(second, portal.url, await invite(portal, "editor", "VPTW", "vi"));
  });
  afterAll(async () => {
    await browser.close();
    await portal.stop();
    await smtp.close();
  });

  const at = async (role: Role, code: string): Promise<Page> => {
    const page = office[role];
    if (!page) throw new Error(`nobody is signed in as ${role}`);
    await openCase(page, portal.url, code);
    return page;
  };

  test.each(runs)(
    "a $kind travels its whole life ($lang, scripts on public pages: $publicScripts)",
    async ({ kind, lang, publicScripts }) => {
      const letter = letterOf(kind, lang);
      const context: BrowserContext = await browser.newContext({ javaScriptEnabled: publicScripts });
      const citizen = await context.newPage();
      const sent = await sendLetter(citizen, portal.url, letter);
      expect(sent.code).toMatch(/^(PA|KN|RC|SK)-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      await citizen.reload();
      expect(await citizen.locator("[data-code]").first().textContent()).toContain(sent.code);

      const mails = () => smtp.mails.filter((mail) => mail.envelope.to.includes(letter.email));
      await expect.poll(() => mails().length, { timeout: 60_000 }).toBe(1);
      await confirmAddress(citizen, mails()[0]?.text ?? "");

      await act(await at("triage", sent.code), "classify", { title: `Tiêu đề đã phân loại cho ${kind}` });
      await assignTo(await at("triage", sent.code), "bo khoa hoc", /Khoa học và Công nghệ|Science and Technology/);
      await act(await at("officer", sent.code), "accept");
      await act(await at("officer", sent.code), "ask", { question: QUESTION });

      await track(citizen, portal.url, lang, sent);
      await citizen.getByText(QUESTION).first().waitFor();
      await doOnCase(citizen, "reply", (page) => page.locator("[name=reply]").fill("Việc này có từ tháng ba năm nay."));

      const drafting = {
        body: ANSWER,
        "outcome.kind": "solved",
        "o-solved.whatChanged": "Đã lắp trạm phát sóng mới cho ba thôn.",
        "o-solved.measure": "Số thôn có sóng",
        "o-solved.unit": "thôn",
        "o-solved.before": "0",
        "o-solved.after": "3",
        "o-solved.evidence": "Biên bản đo kiểm ngày 02/11/2026",
        "o-solved.changedOn": "2026-11-02",
      };
      await act(await at("officer", sent.code), "answer", drafting);
      await act(await at("leader", sent.code), "return", { reason: "Nêu rõ kết quả đo kiểm." });
      await act(await at("officer", sent.code), "answer", { body: `${ANSWER} Kết quả đo kiểm đạt yêu cầu.` });
      await act(await at("leader", sent.code), "approve");
      await act(await at("editor", sent.code), "propose-publication", {
        titleVi: `Kết quả xử lý ${sent.code}`,
        titleEn: `Result of ${sent.code}`,
        questionVi: "Ba thôn chưa có sóng điện thoại.",
        questionEn: "Three hamlets have no phone signal.",
        answerVi: `${ANSWER}`,
        answerEn: "The work has been done.",
        "outcomeEn.whatChanged": "A new mast serves the three hamlets.",
        "outcomeEn.measure": "Hamlets with a signal",
        "outcomeEn.unit": "hamlets",
        "outcomeEn.evidence": "Measurement report of 2 November 2026",
      });
      if (!secondEditor) throw new Error("nobody is the second editor");
      await openCase(secondEditor, portal.url, sent.code);
      await act(secondEditor, "publish");

      await track(citizen, portal.url, lang, sent);
      // Whoever reads English reads the translation that was approved.
      await citizen
        .getByText(lang === "en" ? "The work has been done." : ANSWER)
        .first()
        .waitFor();
      await citizen
        .getByText(lang === "en" ? "A new mast serves the three hamlets." : drafting["o-solved.whatChanged"])
        .first()
        .waitFor();
      await doOnCase(citizen, "rate", async (page) => {
        await page.locator("input[name=level][value='4']").check();
        await page.locator("input[name=solved][value=yes]").check();
      });

      for (const [language, words] of [
        ["vi", "Ba thôn chưa có sóng điện thoại."],
        ["en", "Three hamlets have no phone signal."],
      ] as const) {
        await citizen.goto(`${portal.url}/${language}/cases?q=${sent.code.toLowerCase()}`);
        await citizen.locator(`a[href="/${language}/cases/${sent.code}"]`).first().click();
        await citizen.getByText(words).first().waitFor();
        expect(await citizen.content()).not.toMatch(/example\.com|Người Gửi Thử/);
      }

      // received, assigned, accepted, question, reply-received, awaiting-approval twice, answered, published, closed
      await expect.poll(() => mails().length, { timeout: 60_000 }).toBe(10);
      for (const mail of mails()) {
        expect(mail.subject).toContain(sent.code);
        expect(`${mail.text}${mail.html}`).not.toMatch(
          new RegExp(`${sent.secret}|${QUESTION}|${ANSWER}|${letter.name}`),
        );
        expect(mail.text).toContain(`${portal.url}/${lang}/track`);
      }
      await context.close();
    },
  );

  test("the history of all this verifies", async () => {
    expect(await portal.cli("audit", "verify")).toMatchObject({ ok: true, findings: [] });
  });
});
