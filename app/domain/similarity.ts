import type { Kind } from "./case-kind.ts";
import { commonWords, inOneWording, stopWords } from "./similar-words.ts";
import { foldText } from "./text.ts";

/**
 * How near two texts are in meaning and place. Words are compared folded, with
 * and without accents alike, singly and in pairs; rare ones count more.
 */

/** From this score on a case is shown as similar; its figures stand in docs/similar.md. */
export const SIMILAR = 0.15;

/** How rare words are, learned from texts of the portal; without any, only what similar-words.ts knows. */
export interface WordWeights {
  readonly texts: number;
  /** In how many of the texts a word stands. */
  readonly counts: ReadonlyMap<string, number>;
}
export const noWeights: WordWeights = { texts: 0, counts: new Map() };
/** Fewer texts say too little about what is rare. */
const FEWEST_TEXTS = 100;

/** What is compared of a text: its words and pairs of words with their weights. */
export interface Meaning {
  readonly parts: ReadonlyMap<string, number>;
  /** The length of the vector. */
  readonly size: number;
}

export interface Place {
  readonly provinceCode: string | null;
  readonly communeCode: string | null;
}

export interface Likeness {
  /** 0 nothing in common … 1 the same. */
  readonly score: number;
  /** The words that count most in both, folded, the heaviest first. */
  readonly shared: readonly string[];
  readonly place: PlaceNearness;
}
export type PlaceNearness = "same-commune" | "same-province" | "other-commune" | "other-province" | "unknown";

const PAIR_WEIGHT = 1;
const WORD_WEIGHT = 0.7;
const COMMON_WEIGHT = 0.35;
/** A word that alone says nothing still makes a pair with its neighbour: "điện tử" without "từ" is only half a word. */
const STOP_IN_PAIR = 0.2;
const LEAST_WEIGHT = 0.1;
const RARE_SHARE = 0.03;
/** What is added to both lengths, so that two texts that say little are not alike for sharing it. */
const SILENCE = 1.5;

/** Learns how rare words and pairs are from texts. */
export function learnWeights(textsToLearn: Iterable<string>): WordWeights {
  const learner = makeLearner();
  for (const text of textsToLearn) learner.learn(text);
  return learner.weights();
}

/** Learns text by text, for whoever has other things to do between two. */
export function makeLearner() {
  const counts = new Map<string, number>();
  let texts = 0;
  return {
    learn(text: string): void {
      texts += 1;
      for (const part of new Set(partsOf(comparedWords(text)))) counts.set(part, (counts.get(part) ?? 0) + 1);
    },
    /** What stands in one text alone is as good as unknown, and forgotten. */
    weights: (): WordWeights => ({ texts, counts: new Map([...counts].filter(([, count]) => count > 1)) }),
  };
}

/** Words and pairs of neighbours. */
function* partsOf(words: readonly string[]): Generator<string> {
  for (const [at, word] of words.entries()) {
    yield word;
    const next = words[at + 1];
    if (next !== undefined) yield `${word} ${next}`;
  }
}

/** The weight of a word or of a pair of words, 0 to 1. */
export function weightOf(part: string, weights: WordWeights): number {
  const [word = "", next] = part.split(" ");
  const known = next === undefined ? WORD_WEIGHT * alone(word) : PAIR_WEIGHT * Math.sqrt(paired(word) * paired(next));
  const says = next === undefined ? alone(word) > 0 : alone(word) + alone(next) > 0;
  if (!says || known === 0) return 0;
  return known * rarity(part, weights);
}

const alone = (word: string): number =>
  stopWords.has(word) || /^\d+$/.test(word) ? 0 : commonWords.has(word) ? COMMON_WEIGHT : 1;
const paired = (word: string): number => (/^\d+$/.test(word) ? 0 : Math.max(alone(word), STOP_IN_PAIR));

/** A part that stands in three texts of a hundred or fewer is as rare as any; one that stands in most says little. */
function rarity(part: string, { texts, counts }: WordWeights): number {
  if (texts < FEWEST_TEXTS) return 1;
  const share = Math.max((counts.get(part) ?? 0) / texts, RARE_SHARE);
  return Math.max(Math.log(share) / Math.log(RARE_SHARE), LEAST_WEIGHT);
}

/** The words of a text as they are compared. */
export function comparedWords(text: string): string[] {
  const folded = foldText(text);
  return folded === "" ? [] : inOneWording(folded.split(" ")).map(stem);
}

/** The meaning of a text, as far as words tell it. */
export function meaningOf(text: string, weights: WordWeights = noWeights): Meaning {
  const parts = new Map<string, number>();
  for (const part of partsOf(comparedWords(text))) {
    const weight = weightOf(part, weights);
    if (weight > 0) parts.set(part, weight);
  }
  let square = SILENCE;
  for (const weight of parts.values()) square += weight * weight;
  return { parts, size: Math.sqrt(square) };
}

/** How near two cases are; the text decides, the place raises or lowers. */
export function likeness(
  one: { readonly meaning: Meaning; readonly place: Place; readonly kind: Kind },
  other: { readonly meaning: Meaning; readonly place: Place },
): Likeness {
  const place = placeNearness(one.place, other.place);
  const { score, shared } = textLikeness(one.meaning, other.meaning);
  return { score: Math.min(1, score * placeFactor(place, one.kind)), shared, place };
}

/** The cosine of the angle between two texts, and what they share. */
export function textLikeness(one: Meaning, other: Meaning): { score: number; shared: string[] } {
  const [small, large] = one.parts.size <= other.parts.size ? [one, other] : [other, one];
  const common: [string, number][] = [];
  let product = 0;
  for (const [part, weight] of small.parts) {
    const match = large.parts.get(part);
    if (match === undefined) continue;
    product += weight * match;
    common.push([part, weight * match]);
  }
  const score = product === 0 ? 0 : product / (one.size * other.size);
  const heaviest = common.sort(([, a], [, b]) => b - a).map(([part]) => part);
  return { score, shared: heaviest.slice(0, 6) };
}

export function placeNearness(one: Place, other: Place): PlaceNearness {
  if (one.provinceCode === null || other.provinceCode === null) return "unknown";
  if (one.provinceCode !== other.provinceCode) return "other-province";
  if (one.communeCode === null || other.communeCode === null) return "same-province";
  return one.communeCode === other.communeCode ? "same-commune" : "other-commune";
}

/** A rule is the same everywhere; a broken lamp in another province is another lamp. */
function placeFactor(place: PlaceNearness, kind: Kind): number {
  if (kind === "barrier" || kind === "initiative") return 1;
  if (place === "other-province") return 0.15;
  if (place === "other-commune") return 0.45;
  return place === "same-commune" ? 1.15 : 1;
}

/** English words without their commonest endings; Vietnamese syllables are never long enough to be touched. */
function stem(word: string): string {
  if (word.length < 7) return word.length > 4 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
  return word.replace(/(ations?|ments?|ingly|ings?|edly|ed|es|s)$/, "");
}

/** The folded words of a text that belong together in a search. */
export type SearchPart = readonly string[];
const MOST_PARTS = 10;
/** A folded syllable of Vietnamese. What is none is a word of another language, and tells enough alone. */
const SYLLABLE = /^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?$/;

/**
 * What other texts about the same matter are found by, the most telling first:
 * pairs of syllables and foreign words, as they stand in the text. Those that
 * other texts are known to hold come before those that may be this text's own.
 */
export function searchParts(text: string, weights: WordWeights): SearchPart[] {
  const folded = foldText(text);
  const words = folded === "" ? [] : folded.split(" ");
  const found = new Map<string, { part: SearchPart; telling: number }>();
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    const single = !SYLLABLE.test(word);
    if (!single && (next === undefined || next === word || !SYLLABLE.test(next))) continue;
    const part = single || next === undefined ? [word] : [word, next];
    const known = inOneWording(part).map(stem).slice(0, 2).join(" ");
    const weight = weightOf(known, weights);
    if (weight > 0) found.set(part.join(" "), { part, telling: weight * (weights.counts.has(known) ? 1 : 0.5) });
  }
  const ranked = [...found.values()].sort((one, other) => other.telling - one.telling);
  return ranked.slice(0, MOST_PARTS).map(({ part }) => part);
}

/** The conditions of the search: any two of the parts together; one alone when there is no other. */
export function searchClauses(parts: readonly SearchPart[]): string[][] {
  const [only, second] = parts;
  if (!only) return [];
  if (!second) return [[...new Set(only)]];
  return parts.flatMap((part, at) => parts.slice(at + 1).map((other) => [...new Set([...part, ...other])]));
}
