import type { Page } from "playwright-core";
import type { Kind, Lang } from "../../app/domain/case-kind.ts";

/** What a person of the tests writes, by field name. No real person, no real place of events. */
export interface Letter {
  readonly kind: Kind;
  readonly lang: Lang;
  readonly texts: Readonly<Record<string, string>>;
  readonly name: string;
  readonly email: string;
}

const words: Record<Kind, Record<string, string>> = {
  feedback: {
    content: "Xã tôi có ba thôn chưa có sóng điện thoại. Nộp hồ sơ trực tuyến phải đi bộ bốn cây số ra đường lớn.",
  },
  proposal: {
    content: "Mỗi lần làm thủ tục tôi lại phải nộp bản sao giấy khai sinh dù xã đã có dữ liệu hộ tịch điện tử.",
    suggestion: "Cho cán bộ xã tra cứu dữ liệu hộ tịch thay cho bản sao giấy.",
  },
  barrier: {
    legalDocument: "điểm a khoản 2 Điều 12 Nghị định 13/2023/NĐ-CP",
    content:
      "Quy định về hồ sơ thử nghiệm yêu cầu hai giấy phép có nội dung trùng nhau, doanh nghiệp mất thêm hai tháng.",
    burden: "Mỗi năm mất khoảng 60 ngày và 40 triệu đồng.",
    suggestion: "Bỏ giấy phép thứ hai khi đã có giấy phép thứ nhất.",
  },
  initiative: {
    content: "Nước mặn vào đồng tôm mà các hộ không biết trước, mỗi vụ thiệt hại lớn.",
    solution: "Đặt cảm biến đo mặn giá rẻ ở đầu kênh, dữ liệu gửi về trạm của xã và nhắn tin cho các hộ.",
    novelty: "Hiện nay các hộ nếm nước hoặc gọi điện hỏi nhau; cảm biến báo trước hai giờ.",
    trials: "Chạy thử một vụ ở hai kênh, báo đúng chín trong mười lần.",
    benefit: "Giảm thiệt hại mỗi vụ cho khoảng 200 hộ, chi phí 15 triệu đồng một trạm.",
  },
};

export function letterOf(kind: Kind, lang: Lang): Letter {
  return { kind, lang, texts: words[kind], name: "Người Gửi Thử Nghiệm", email: `${kind}.${lang}@example.com` };
}

export interface Sent {
  readonly code: string;
  readonly secret: string;
}

/** Fills in the steps from the home page to the receipt, as a person does, and gives what the receipt shows. */
export async function sendLetter(page: Page, base: string, letter: Letter): Promise<Sent> {
  const { kind, lang, texts } = letter;
  await page.goto(`${base}/${lang}`);
  await page.locator(`a[href="/${lang}/submit"]`).first().click();
  await page.locator(`input[name=kind][value=${kind}]`).check();
  await proceed(page, "main form");

  if ((await page.locator("ol.tasks").count()) > 0) await doTasks(page, letter);
  else await answerPages(page, letter);
  await page
    .getByText(texts.content ?? "")
    .first()
    .waitFor();
  await proceed(page);

  await page.waitForURL(`${base}/${lang}/receipt`);
  const text = async (selector: string) => ((await page.locator(selector).first().textContent()) ?? "").trim();
  return { code: await text("[data-code]"), secret: await text("[data-secret]") };
}

/** Answers one page of questions after the other, until the one about the place. */
export async function answerQuestions(page: Page, { texts }: Letter): Promise<void> {
  while ((await page.locator("[name=place]").count()) === 0) {
    for (const [name, text] of Object.entries(texts)) {
      const field = page.locator(`[name=${name}]`);
      if ((await field.count()) > 0) await field.fill(text);
    }
    await proceed(page);
  }
}

/** Answers page after page, up to the check page. */
async function answerPages(page: Page, letter: Letter): Promise<void> {
  await answerQuestions(page, letter);
  await page.locator("[name=place]").fill("ba dinh");
  await proceed(page);
  await page.locator("input[name=communeCode]").first().check();
  await proceed(page);
  await page.locator("input[name=reporterType][value=individual]").check();
  await page.locator("[name=name]").fill(letter.name);
  await page.locator("[name=email]").fill(letter.email);
  await page.locator("input[name=publishConsent][value=yes]").check();
  await proceed(page);
  // Where others have sent the like, the page says so first.
  if (page.url().includes("/similar")) await page.locator("main a[href$='step=check']").last().click();
}

/** What a task asks to choose, by name. */
const chosen: Readonly<Record<string, string>> = {
  readiness: "6",
  reach: "province",
  reporterType: "individual",
  owner: "authors",
  disclosure: "unpublished",
  publishConsent: "yes",
  pledgeTruth: "yes",
  pledgeNoSecrets: "yes",
};

/** Does the tasks of the list, the last one first, and opens the check page. */
export async function doTasks(page: Page, letter: Letter): Promise<void> {
  const given = { ...letter.texts, name: letter.name, email: letter.email };
  const count = await page.locator("ol.tasks a").count();
  for (let task = count - 1; task >= 0; task -= 1) {
    await page.locator("ol.tasks a").nth(task).click();
    await page.locator("form#submission [name=step]").waitFor({ state: "attached" });
    await page.waitForLoadState("load");
    for (const [name, text] of Object.entries(given)) {
      const field = page.locator(`[name=${name}]`);
      if ((await field.count()) > 0) await field.fill(text);
    }
    for (const [name, value] of Object.entries(chosen)) {
      const field = page.locator(`input[name="${name}"][value="${value}"]`);
      if ((await field.count()) > 0) await field.check();
    }
    if ((await page.locator("[name=place]").count()) > 0) {
      await page.locator("[name=place]").fill("ba dinh");
      await proceed(page);
      await page.locator("input[name=communeCode]").first().check();
    }
    await proceed(page);
    await page.locator("ol.tasks").waitFor();
  }
  await page.locator("main a[href$='step=check']").click();
  await page.waitForURL(/step=check/);
}

/** Presses the one button of a step that goes on, and waits until the page that comes is whole. */
export async function proceed(page: Page, form = "form#submission"): Promise<void> {
  await page.locator(`${form} button[type=submit]:not([name]), ${form} button:not([type]):not([name])`).last().click();
  await page.waitForLoadState("load");
}

/** Opens the tracking page with code and secret. */
export async function track(page: Page, base: string, lang: Lang, { code, secret }: Sent): Promise<void> {
  await page.goto(`${base}/${lang}/track`);
  if ((await page.locator("[name=secret]").count()) > 0) {
    await page.locator("[name=code]").fill(code.toLowerCase());
    await page.locator("[name=secret]").fill(secret);
    await proceed(page, "main form");
  }
  await page.locator("[data-code]").first().waitFor();
  await page.waitForLoadState("load");
}

/** Posts one of the forms on the tracking page. */
export async function doOnCase(
  page: Page,
  act: "reply" | "rate" | "withdraw",
  fill: (page: Page) => Promise<void>,
): Promise<void> {
  await fill(page);
  await page.locator(`form:has(input[name=act][value=${act}]) button:not([name])`).click();
  await page.waitForURL(/done=/);
}
