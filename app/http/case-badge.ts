import type { TFunction } from "i18next";
import { dateWords } from "../components/date-words.ts";
import type { Lang } from "../domain/case-kind.ts";
import { lastDay } from "../domain/deadlines.ts";
import { answerStands } from "../domain/published-answer.ts";
import { spokenTitle } from "../domain/spoken.ts";
import type { Agency } from "../../db/agencies.ts";
import type { Publication } from "../../db/publications.ts";
import { getI18n } from "../i18n.ts";

/** What a badge tells of a published case, in the language of its address. */
interface BadgeWords {
  readonly portal: string;
  readonly code: string;
  readonly title: { readonly text: string; readonly lang: Lang };
  /** Where the title is in another language, that it is not translated. */
  readonly untranslated: string;
  readonly status: string;
  readonly agency: string;
  readonly date: string;
  readonly updated: string;
  readonly open: string;
}

/** The longest title that a small frame shows. */
const TITLE = 110;

function wordsOf(item: Publication, agency: Agency | null, lang: Lang): BadgeWords {
  const i18n = getI18n(lang);
  const t = i18n.getFixedT(lang, "badge");
  const furniture = i18n.getFixedT(lang, "furniture") as TFunction<"furniture">;
  const domain = i18n.getFixedT(lang, "domain");
  const status = domain(`status.${item.status}`);
  const ended = item.outcomeKind !== null && answerStands(item) ? domain(`outcome.${item.outcomeKind}`) : null;
  const day = (value: Date | string) => dateWords(value, "short", furniture);
  const title = spokenTitle(item, lang);
  return {
    portal: furniture("portal.name"),
    code: item.code,
    title: { ...title, text: title.text.length > TITLE ? `${title.text.slice(0, TITLE).trimEnd()}…` : title.text },
    untranslated: title.lang === lang ? "" : i18n.getFixedT(lang, "translation")("mark.untranslated"),
    status: ended ? t("ended", { status, ended }) : status,
    agency: (lang === "en" ? agency?.nameEn : agency?.nameVi) ?? "",
    date: item.answeredAt
      ? t("answered", { date: day(item.answeredAt) })
      : t("due", { date: day(lastDay(item.dueAt)) }),
    updated: t("updated", { date: day(item.changedAt) }),
    open: t("open"),
  };
}

/** A badge as a page for a frame on any site: no script, one style sheet. */
export function badgePage(item: Publication, agency: Agency | null, lang: Lang, publicUrl: string): string {
  const words = wordsOf(item, agency, lang);
  const address = `${publicUrl}/${lang}/cases/${item.code}`;
  const { title } = words;
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeText(`${words.code}: ${words.status}`)}</title><link rel="stylesheet" href="/badge.css"></head><body><main>`,
    `<p class="quiet">${escapeText(words.portal)} · ${escapeText(words.code)}</p>`,
    `<p${title.lang === lang ? "" : ` lang="${title.lang}"`}>${escapeText(title.text)}</p>`,
    words.untranslated && `<p class="quiet">${escapeText(words.untranslated)}</p>`,
    `<p class="status">${escapeText(words.status)}</p>`,
    `<p class="quiet">${[words.agency, words.date, words.updated].filter(Boolean).map(escapeText).join(" · ")}</p>`,
    `<p><a href="${escapeText(address)}" target="_blank" rel="noopener">${escapeText(words.open)}</a></p>`,
    "</main></body></html>\n",
  ].join("");
}

const CHARACTER = 7.4;
const EDGE = 10;

/** A badge as a picture: the code and the state, with both as its text alternative. */
export function badgePicture(item: Publication, agency: Agency | null, lang: Lang): string {
  const { portal, code, status } = wordsOf(item, agency, lang);
  const left = Math.ceil(code.length * CHARACTER + 2 * EDGE);
  const right = Math.ceil(status.length * CHARACTER + 2 * EDGE);
  const text = (x: number, colour: string, words: string) =>
    `<text x="${x}" y="18.5" fill="${colour}">${escapeText(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="28" viewBox="0 0 ${left + right} 28" role="img" lang="${lang}"`,
    ' font-family="system-ui, sans-serif" font-size="13">',
    `<title>${escapeText(`${portal}. ${code}: ${status}`)}</title>`,
    `<rect width="${left}" height="28" fill="#0b3d66"/><rect x="${left}" width="${right}" height="28" fill="#e7eef4"/>`,
    text(EDGE, "#ffffff", code),
    text(left + EDGE, "#16212b", status),
    "</svg>\n",
  ].join("");
}

function escapeText(text: string): string {
  const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
