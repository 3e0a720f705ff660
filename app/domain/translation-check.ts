import type { Lang } from "./case-kind.ts";
import { missingTerms, type Term } from "./glossary.ts";
import { MASK } from "./mask.ts";
import { findIn } from "./publishing.ts";
import type { StandingRule } from "./standing-rules.ts";
import { foldText } from "./text.ts";

/** What a translation seems to have left out or to have added; its translator mends it or says that it is meant. */
export type TranslationWarning =
  | { readonly kind: "term"; readonly source: string; readonly expected: readonly string[] }
  | { readonly kind: "fact"; readonly source: string }
  | { readonly kind: "masks" }
  /** In the translation, and not in the source as the public reads it. */
  | { readonly kind: "personal"; readonly words: string };

/** Against what a translation is held. */
export interface TranslationMeasure {
  readonly terms: readonly Term[];
  /** What is known of the sender, for finding only. */
  readonly names: readonly string[];
  readonly rules: readonly StandingRule[];
}

/**
 * What a translation brings before the public that its source does not, another
 * number of masks, a glossary term without its wording, and every number, date
 * and document code that is not in it.
 */
export function checkTranslation(
  source: string,
  lang: Lang,
  translation: string,
  { terms, names, rules }: TranslationMeasure,
): TranslationWarning[] {
  const into: Lang = lang === "vi" ? "en" : "vi";
  const masks = (text: string) => text.split(MASK).length;
  return [
    ...addedPersonal(source, translation, names, rules).map((words) => ({ kind: "personal" as const, words })),
    ...(masks(source) === masks(translation) ? [] : [{ kind: "masks" as const }]),
    ...missingTerms(source, lang, translation, terms).map((term) => ({
      kind: "term" as const,
      source: term[lang][0] ?? "",
      expected: term[into],
    })),
    ...missingFacts(source, translation).map((fact) => ({ kind: "fact" as const, source: fact })),
  ];
}

/** What detectors and standing rules find in a translation and what does not stand in its source, which is public. */
export function addedPersonal(
  source: string,
  translation: string,
  names: readonly string[],
  rules: readonly StandingRule[],
): string[] {
  const told = plain(source);
  const found = findIn(new Map([["translation", translation]]), names, rules);
  const words = found.map(({ start, end }) => translation.slice(start, end));
  return [...new Set(words)].filter((one) => !told.includes(plain(one)));
}

const months = "january february march april may june july august september october november december".split(" ");
/** `66.22/2026/NQ-CP`, `05/11/2026`, `1.500.000`, `87,7`, `24`. */
const fact = /\p{N}[\p{L}\p{N}]*(?:[.,:/\-–][\p{L}\p{N}]+)*/gu;

/** The numbers, dates and codes of a source, as it writes them, that its translation does not have. */
export function missingFacts(source: string, translation: string): string[] {
  const theirs = new Set((translation.match(fact) ?? []).map(plain));
  const words = foldText(translation);
  const missing = (source.match(fact) ?? []).filter((one) => !theirs.has(plain(one)) && !isDateIn(one, words));
  return [...new Set(missing)];
}

/** Without the marks between digits, which each language sets in its own way; a code keeps its letters. */
function plain(one: string): string {
  return foldText(one).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** True for a date whose day, month and year the words name, the month by its number or its English name. */
function isDateIn(one: string, words: string): boolean {
  const date = /^(?<day>\d{1,2})[/\-.](?<month>\d{1,2})[/\-.](?<year>\d{4})$/u.exec(one)?.groups;
  if (!date) return false;
  const said = words.split(" ");
  const has = (value: string | undefined) => said.some((word) => Number(word) === Number(value));
  const named = said.includes(months[Number(date["month"]) - 1] ?? "-") || has(date["month"]);
  return has(date["day"]) && has(date["year"]) && named;
}
