import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Lang, languages } from "../../app/domain/case-kind.ts";
import { isMailName, type MailName, mails, renderMail } from "../../emails/list.ts";
import type { RenderedMail } from "../../emails/mail.tsx";
import en from "../../locales/en/emails.json";
import vi from "../../locales/vi/emails.json";

const publicUrl = "https://portal.example.vn";
const params = {
  code: "PA-7K3M-92QX",
  followCode: "TD-7K3M-92QX",
  leadCode: "KN-7K3M-92QX",
  agencyVi: "Bộ Thử nghiệm & Đo lường <Một>",
  agencyEn: "Ministry of Tests & Measures <One>",
  dueOn: "2026-12-04",
  replyBy: "2026-11-20",
  decideBy: "2026-12-11",
  closesOn: "2026-12-25",
  promisedOn: "2027-03-31",
  consultBy: "2026-11-27",
  amendment: "12",
  inForceOn: "2027-01-01",
  codes: "PA-7K3M-92QX KN-7K3M-92QX",
  system: "Hệ thống <Thử nghiệm>",
  systemId: "5b1f1f0a",
  token: "t0ken",
  until: "2026-11-12T01:05:00.000Z",
};
const names = Object.keys(mails).filter(isMailName);
const all = names.flatMap((name) => languages.map((lang) => [name, lang] satisfies [MailName, Lang]));
const render = (name: MailName, lang: Lang): RenderedMail => renderMail(name, lang, params, publicUrl);

test.each(all)("%s in %s has a short subject, a text and an HTML part", (name, lang) => {
  const { subject, text, html } = render(name, lang);
  expect([...subject].length).toBeLessThanOrEqual(60);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${lang}">`));
  expect(html).toContain(`<title>${subject}</title>`);
  expect(text).toContain(lang === "vi" ? "Kính gửi ông/bà," : "Dear Sir or Madam,");
  for (const part of [subject, text, html]) {
    expect(part).not.toMatch(/\{\{|undefined|\[object|emails:/);
    expect(part).toBe(part.normalize("NFC"));
    expect(part).not.toMatch(/vui lòng|không hợp lệ|please|invalid/i);
  }
});

test.each(all)("%s in %s tells the same in both parts", (name, lang) => {
  const { text, html } = render(name, lang);
  const seen = wordsIn(visible(html));
  for (const word of wordsIn(text.replace("-- ", ""))) expect(seen).toContain(word);
});

test.each(all)("%s in %s links only to the portal, never with a code or secret in a query", (name, lang) => {
  const { text, html } = render(name, lang);
  const links = [...text.matchAll(/https?:\/\/\S+/g), ...html.matchAll(/(?<=href=")[^"]+/g)].map(([link]) => link);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    expect(link.startsWith(`${publicUrl}/`)).toBe(true);
    if (link.includes("?")) expect([name, link]).toEqual(["activation", `${publicUrl}/office/activate?token=t0ken`]);
  }
  const wanted = {
    reporter: `/${lang}/track`,
    staff: "/office/",
    link: `/${lang}/confirm/t0ken`,
    follower: `/${lang}/unfollow/t0ken`,
    "list-follower": `/${lang}/lists/t0ken`,
    "co-author": `/${lang}/submit/join#t0ken`,
  }[mails[name].to];
  expect(links.some((link) => link.startsWith(publicUrl + wanted))).toBe(true);
});

test.each(all)("%s in %s loads nothing and escapes what it is told", (name, lang) => {
  const { html } = render(name, lang);
  expect(html).not.toMatch(/<(img|link|script|style|table|iframe|object|form)|url\(|@import|src=/i);
  expect(html).not.toMatch(/<(Một|One)>/);
});

test.each(names.filter((name) => mails[name].to === "reporter"))(
  "%s says that the secret was shown once and is never asked for",
  (name) => {
    expect(render(name, "vi").text).toContain("Khóa tra cứu chỉ hiện một lần");
    expect(render(name, "en").text).toContain("The tracking secret was shown once");
  },
);

test.each(names.filter((name) => mails[name].to === "reporter"))(
  "%s tells whom another system has sent a case for to open it by the confirmed address",
  (name) => {
    for (const [lang, secret] of [
      ["vi", "Khóa tra cứu chỉ hiện một lần"],
      ["en", "secret was shown once"],
    ] as const) {
      const { text, html } = renderMail(name, lang, { ...params, channel: "open311" }, publicUrl);
      for (const part of [text, html]) {
        expect(part).toContain(`${publicUrl}/${lang}/me`);
        expect(part).not.toContain(`/${lang}/track`);
        expect(part).not.toContain(secret);
      }
      expect(text).toContain(lang === "vi" ? "không có Khóa tra cứu" : "you have no tracking secret");
    }
  },
);

test("the first mail to whom another system has sent a case for asks to confirm, and to keep no secret", () => {
  const { text } = renderMail("received", "en", { ...params, channel: "open311" }, publicUrl);
  expect(text).toContain(`${publicUrl}/en/confirm/t0ken`);
  expect(text).not.toContain("Keep the case code and the tracking secret");
});

test("a fact that a waiting mail has not been told is left out, label and all", () => {
  const { decideBy: _none, ...earlier } = params;
  for (const lang of ["vi", "en"] as const) {
    const { text, html } = renderMail("dispute-received", lang, earlier, publicUrl);
    for (const part of [text, html]) expect(part).not.toMatch(/Có kết luận chậm nhất|Decided by/);
    expect(text).toContain(params.code);
  }
});

test("dates are days of Viet Nam in words", () => {
  expect(render("question", "vi").text).toContain("thứ Sáu, 20/11/2026");
  expect(render("question", "en").text).toContain("20 November 2026");
  expect(render("dispute-received", "vi").text).toContain("Có kết luận chậm nhất: thứ Sáu, 11/12/2026");
  expect(render("dispute-received", "en").text).toContain("Decided by: Friday, 11 December 2026");
  expect(render("activation", "vi").text).toContain("08:05 ngày 12/11/2026");
});

test.each(names)("%s is refused without what it needs", (name) => {
  expect(() => renderMail(name, "vi", {}, publicUrl)).toThrow(`the mail ${name} needs`);
});

test("a name that is not in the list is refused", () => {
  expect(() => renderMail("toString", "vi", params, publicUrl)).toThrow("has no mail");
});

test("every mail that commands and jobs queue is in the list, and every mail in the list is queued", () => {
  const told = sourcesIn("commands").flatMap((source) =>
    [
      ...source.matchAll(
        /(?<!function )\btell(Submitter|Agency|Followers|Staff)\([^"]*?(?:\[[^\]]*\], )?"([a-z-]+)",/g,
      ),
    ].map(([, who, name]) => ({
      name: name ?? "",
      to: { Submitter: "reporter", Agency: "staff", Staff: "staff", Followers: "follower" }[who ?? ""],
    })),
  );
  for (const { name, to } of told) expect([name, isMailName(name) && mails[name].to]).toEqual([name, to]);
  // Where a mail is queued without a step of its own, its name is written out in the same file.
  const direct = [...sourcesIn("commands"), ...sourcesIn("jobs")]
    .filter((source) => /\b(enqueueMail|mailLink|noteNews)\(tx/.test(source))
    .flatMap((source) => [...source.matchAll(/"([a-z-]+)"/g)].map(([, name]) => name ?? ""))
    .filter(isMailName);
  expect([...new Set([...told.map(({ name }) => name), ...direct])].sort()).toEqual([...names].sort());
});

test("both languages hold the same words for mails, and no others than mails use", () => {
  expect(keysOf(en)).toEqual(keysOf(vi));
  expect(Object.keys(vi).sort()).toEqual([...names, "shared", "fact"].sort());
});

/** What a reader sees of HTML that React wrote. */
function visible(html: string): string {
  const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
  const plain = html.replace(/<title>.*?<\/title>/, "").replace(/<[^>]+>/g, " ");
  return plain.replace(/&[a-z#0-9]+;/g, (entity) => entities[entity] ?? entity);
}

const wordsIn = (text: string): Set<string> => new Set(text.split(/[\s:]+/).filter(Boolean));

function sourcesIn(part: "commands" | "jobs"): string[] {
  const folder = new URL(`../../app/${part}/`, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(new URL(file, folder), "utf8"));
}

function keysOf(words: Record<string, Record<string, string>>): string[] {
  return Object.entries(words)
    .flatMap(([group, inner]) => Object.keys(inner).map((key) => `${group}.${key}`))
    .sort();
}
