import type { AccountData, CaseData, Subject } from "../../db/personal-data.ts";
import { accountData, eachCaseData } from "../../db/personal-data.ts";
import type { Db } from "../../db/store.server.ts";
import { dateWords } from "../components/date-words.ts";
import type { Lang } from "../domain/case-kind.ts";
import { detailFields } from "../domain/forms.ts";
import { spokenTitle } from "../domain/spoken.ts";
import { toldInOrder } from "../domain/told-events.ts";
import { getI18n } from "../i18n.ts";

type Words = (key: string, options?: Record<string, string>) => string;
interface Speech {
  readonly lang: Lang;
  /** Words of the file, `me:file.<key>`. */
  readonly t: Words;
  readonly any: Words;
  readonly time: (at: Date) => string;
  readonly day: (date: string) => string;
}

const style =
  "body{font:1rem/1.6 'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;max-width:44rem;margin:1rem auto;padding:0 1rem}" +
  "h2{border-top:2px solid;padding-top:1rem;margin-top:2rem}dt{font-weight:700}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}";

/** The same data as a page that opens in any browser without the portal, piece by piece. */
export async function* personalPage(db: Db, subject: Subject, lang: Lang, now: Date): AsyncGenerator<string> {
  const i18n = getI18n(lang);
  const file = i18n.getFixedT(lang, "me");
  const furniture = i18n.getFixedT(lang, "furniture");
  const speech: Speech = {
    lang,
    t: (key, options = {}) => file(`file.${key}`, options),
    any: (key) => i18n.t(key),
    time: (at) => dateWords(at, "time", furniture),
    day: (date) => dateWords(date, "long", furniture),
  };
  const title = escape(speech.t("title"));
  yield `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${escape(speech.t("made", { date: speech.time(now) }))}</p>`;
  const account = await accountData(db, subject, now);
  if (account) yield accountHtml(account, speech);
  for await (const item of eachCaseData(db, subject, now)) yield caseHtml(item, speech);
  yield "</main></body></html>\n";
}

type Row = readonly [label: string, value: string | null | undefined];

function accountHtml(account: AccountData, speech: Speech): string {
  const { t, any, time } = speech;
  const rows: Row[] = [
    [t("email"), account.email],
    [t("wish"), any(`me:wish.${account.wish}`)],
    [t("confirmedAt"), time(account.confirmedAt)],
    [t("change"), account.changingTo],
  ];
  return `<h2>${escape(t("account"))}</h2>${list(rows)}${followingHtml(account.following, speech)}`;
}

/** What is followed; a title in another language than the file's says so, as on the pages. */
function followingHtml(following: AccountData["following"], { any, lang }: Speech): string {
  if (following.length === 0) return "";
  const lines = following.map((item) => {
    const title = spokenTitle(item, lang);
    const own = title.lang === lang;
    const words = own ? escape(title.text) : `<bdi lang="${title.lang}">${escape(title.text)}</bdi>`;
    return `${escape(item.code)} ${words}${own ? "" : ` (${escape(any("translation:mark.untranslated"))})`}`;
  });
  return `<dl><dt>${escape(any("me:followed"))}</dt><dd>${lines.join("\n")}</dd></dl>`;
}

function caseHtml({ identity, view, files }: CaseData, speech: Speech): string {
  const { t, any, time, day, lang } = speech;
  const { row, agency, answer, rating } = view;
  const inLang = (vi: string | undefined, en: string | undefined) => (lang === "en" ? en : vi) ?? "";
  const details: Row[] = detailFields[row.kind].map((name) => [any(`forms:fields.${name}.label`), row.details[name]]);
  const rows: Row[] = [
    [t("kind"), any(`domain:kind.${row.kind}`)],
    [t("status"), any(`domain:status.${row.status}`)],
    [t("receivedAt"), time(row.receivedAt)],
    [t("dueOn"), day(view.clock.dueOn)],
    [t("agency"), inLang(agency?.nameVi, agency?.nameEn)],
    [t("name"), identity?.name],
    [t("email"), identity?.email],
    [t("phone"), identity?.phone],
    [t("taxCode"), identity?.taxCode],
    [t("hidden"), any(`domain:yesNo.${row.identityHidden ? "yes" : "no"}`)],
    [t("consent"), any(`domain:yesNo.${row.publishConsent ? "yes" : "no"}`)],
    [t("place"), row.address],
    [t("content"), row.content],
    ...details,
    [t("answer"), answer?.body],
    [t("rating"), rating && [any(`domain:rating.${rating.level}`), rating.comment].filter(Boolean).join("\n")],
    [t("messages"), view.messages.map((said) => messageText(said, speech)).join("\n\n")],
    [t("history"), historyLines(view.timeline, speech).join("\n")],
    [t("files"), files.map((file) => `${file.name} (${file.type}, ${file.size} B, ${time(file.sentAt)})`).join("\n")],
  ];
  return `<h2>${escape(row.code)} ${escape(row.title)}</h2>${list(rows)}`;
}

function historyLines(timeline: CaseData["view"]["timeline"], { any, time, lang }: Speech): string[] {
  return toldInOrder(timeline).map((entry) => {
    const agency = lang === "en" ? entry.agencyEn : entry.agencyVi;
    return `${time(entry.at)}: ${any(`domain:event.${entry.told}`)}${agency && ` (${agency})`}`;
  });
}

function messageText(said: CaseData["view"]["messages"][number], { t, time, lang }: Speech): string {
  const agency = lang === "en" ? said.agencyEn : said.agencyVi;
  return `${time(said.at)}, ${agency || t("by.you")}:\n${said.body}`;
}

function list(rows: readonly Row[]): string {
  const shown = rows.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return `<dl>${shown.map(([label, value]) => `<dt>${escape(label)}</dt><dd>${escape(value ?? "")}</dd>`).join("")}</dl>`;
}

function escape(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
