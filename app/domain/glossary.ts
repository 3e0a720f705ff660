import type { Lang } from "./case-kind.ts";

/** A term of the portal with its spellings in both languages; any of them will do. */
export interface Term {
  readonly vi: readonly string[];
  readonly en: readonly string[];
  /** An everyday word too: shown to the translator, but not missed in a translation. */
  readonly broad?: boolean;
}

/** A term in a text, from `start` to before `end`. */
export interface FoundTerm {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

/** The terms of a text in its order; of terms within each other, the longest. */
export function findTerms(text: string, lang: Lang, terms: readonly Term[]): FoundTerm[] {
  const found = terms
    .flatMap((term) =>
      term[lang].flatMap((wording) => placesOf(text, wording, lang).map((range) => ({ ...range, term }))),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: FoundTerm[] = [];
  for (const one of found) {
    if (!kept.some((other) => one.start < other.end && one.end > other.start)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The terms of a source that its translation does not have in any of their wordings. */
export function missingTerms(source: string, lang: Lang, translation: string, terms: readonly Term[]): Term[] {
  const into: Lang = lang === "vi" ? "en" : "vi";
  const used = new Set(findTerms(source, lang, terms).map(({ term }) => term));
  return [...used].filter(
    (term) => !term.broad && !term[into].some((wording) => placesOf(translation, wording, into).length > 0),
  );
}

/** Where a wording stands in a text as whole words; English words may be inflected. */
function placesOf(text: string, wording: string, lang: Lang): { start: number; end: number }[] {
  const words = wording.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  const pattern = words.map((word) => (lang === "en" && /\p{L}/u.test(word) ? inflected(word) : escaped(word)));
  const found = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern.join("\\s*")}(?![\\p{L}\\p{N}])`, "giu"));
  return [...found].map(({ 0: said, index }) => ({ start: index, end: index + said.length }));
}

/** An English word with the endings that a sentence may give it: `merge` is in `merged` and `merging`. */
function inflected(word: string): string {
  if (word.length < 4) return escaped(word);
  return `${escaped(word.replace(/(?:e|y)$/u, ""))}(?:e|y|s|es|ies|ed|ied|d|ing|tion|ten)*`;
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}
