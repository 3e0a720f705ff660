import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { dateWords } from "../app/components/date-words.ts";
import type { Lang } from "../app/domain/case-kind.ts";
import { getI18n } from "../app/i18n.ts";

/**
 * What a mail may tell. Nothing here is personal data or text of a case, and
 * only `token`, a one-time link, is secret. `system` is the name of a connected
 * system, `systemId` its public id.
 */
export type MailParam =
  | "code"
  | "followCode"
  | "leadCode"
  | "agency"
  | "dueOn"
  | "replyBy"
  | "decideBy"
  | "closesOn"
  | "promisedOn"
  | "consultBy"
  | "amendment"
  | "inForceOn"
  | "codes"
  | "system"
  | "systemId"
  | "token"
  | "until";

/** Those that are days. */
const days: readonly MailParam[] = ["dueOn", "replyBy", "decideBy", "closesOn", "promisedOn", "consultBy", "inForceOn"];

/** What a mail is made from while it is rendered. */
export interface Letter<P extends MailParam = never> {
  readonly lang: Lang;
  readonly subject: string;
  /** Another system sent the case for its sender, who was shown no tracking secret. */
  readonly keyless: boolean;
  /** The parameters as people read them: dates in words, the agency's name in the language of the mail. */
  readonly words: Readonly<Record<P, string>>;
  /** The mail's own words, `emails:<name>.<key>`; without a tracking secret `<key>Keyless`, where there is one. */
  say(key: string): string;
  /** Words that mails share, `emails:shared.<key>`. */
  shared(key: string): string;
  /** The label of a parameter, `emails:fact.<name>`. */
  label(name: P): string;
  /** The full address of a path of the portal. */
  link(path: string): string;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Whom a mail is written for. */
export type MailTo = "reporter" | "staff" | "link" | "follower" | "list-follower" | "co-author";

interface MailParts<P extends MailParam> {
  readonly to: MailTo;
  readonly params: readonly P[];
  /** What it tells besides, when there is any: an empty word otherwise. */
  readonly optional?: readonly P[];
  readonly Html: FunctionComponent<{ letter: Letter<P> }>;
  readonly text: (letter: Letter<P>) => string;
}

export interface Mail<P extends MailParam = MailParam> {
  readonly to: MailTo;
  /** What the mail cannot do without. */
  readonly params: readonly P[];
  /** Throws when a parameter or a word is missing. */
  render(lang: Lang, params: Readonly<Record<string, string>>, publicUrl: string): RenderedMail;
}

/** A mail from its HTML component and its hand-written text; both take their words from `locales/<lang>/emails.json` under `name`. */
export function defineMail<P extends MailParam>(name: string, parts: MailParts<P>): Mail<P> {
  return {
    to: parts.to,
    params: parts.params,
    render(lang, params, publicUrl) {
      const words = {
        ...wordsOf(name, parts.params, params, lang),
        ...optionalWords(parts.optional ?? [], params, lang),
      };
      const keyless = params["channel"] === "open311";
      const say = (key: string) => translate(lang, keyFor(lang, `${name}.${key}`, keyless), words);
      const letter: Letter<P> = {
        lang,
        subject: say("subject"),
        keyless,
        words,
        say,
        shared: (key) => translate(lang, `shared.${key}`),
        label: (param) => translate(lang, `fact.${param}`),
        link: (path) => `${publicUrl}${path}`,
      };
      const html = `<!doctype html>${renderToStaticMarkup(createElement(parts.Html, { letter }))}`;
      return { subject: letter.subject, text: parts.text(letter), html };
    },
  };
}

const keyFor = (lang: Lang, key: string, keyless: boolean): string =>
  keyless && getI18n(lang).exists(`emails:${key}Keyless`) ? `${key}Keyless` : key;

function translate(lang: Lang, key: string, words: Readonly<Record<string, string>> = {}): string {
  const i18n = getI18n(lang);
  if (!i18n.exists(`emails:${key}`)) throw new Error(`locales/${lang}/emails.json has no ${key}`);
  return i18n.t(`emails:${key}`, { ...words, interpolation: { escapeValue: false } });
}

function wordsOf<P extends MailParam>(
  name: string,
  wanted: readonly P[],
  params: Readonly<Record<string, string>>,
  lang: Lang,
): Record<P, string> {
  const words = wanted.map((param) => {
    const raw = params[param === "agency" ? (lang === "vi" ? "agencyVi" : "agencyEn") : param];
    if (!raw) throw new Error(`the mail ${name} needs ${param}`);
    return [param, inWords(param, raw, lang)];
  });
  return Object.fromEntries(words);
}

function optionalWords(wanted: readonly MailParam[], params: Readonly<Record<string, string>>, lang: Lang) {
  return Object.fromEntries(wanted.map((param) => [param, params[param] ? inWords(param, params[param], lang) : ""]));
}

function inWords(param: MailParam, raw: string, lang: Lang): string {
  const t = getI18n(lang).getFixedT(lang, "furniture");
  if (days.includes(param)) return dateWords(raw, "long", t);
  if (param === "until") return dateWords(raw, "time", t);
  return raw;
}
