import { comparedWords, weightOf, type WordWeights } from "./similarity.ts";
import { foldText } from "./text.ts";

/**
 * By what cases about the same matter find each other: the most telling words
 * and pairs of words of each, as numbers that an index can hold. Only the few
 * that say most are kept, so the work is the same for any number of cases.
 */
export interface CaseKey {
  /** A hash of the words. */
  readonly key: number;
  /** How telling it is, above 0 and at most 1. */
  readonly weight: number;
  /** The words as they stand in the text; empty where the text has them in another form. */
  readonly words: string;
}

/** The keys by which a case is asked about, and those of them that are stored for others to find it by. */
export const ASKED_KEYS = 24;
export const KEPT_KEYS = 16;
/** How many of the latest cases are looked at under each key. */
export const PER_KEY = 16;
/** Characters of a text that are looked at; what a letter is about stands there. */
const MOST_TEXT = 3000;
/** What no other text is known to hold may be this text's own. */
const UNKNOWN = 0.5;

/** The keys of a case, the most telling first: of its words, and of the documents that it cites (as `documentKey` makes them). Whoever only stores them leaves the written forms out. */
export function caseKeys(
  text: string,
  documents: readonly string[],
  weights: WordWeights,
  asWritten: ReadonlyMap<string, string> = writtenForms(text),
): CaseKey[] {
  const looked = text.slice(0, MOST_TEXT);
  const words = comparedWords(looked);
  const found = new Map<string, CaseKey & { telling: number }>();
  const add = (part: string) => {
    if (found.has(part)) return;
    const weight = weightOf(part, weights);
    if (weight <= 0) return;
    const telling = weight * (weights.counts.size === 0 || weights.counts.has(part) ? 1 : UNKNOWN);
    found.set(part, { key: hashOf(part), weight, telling, words: asWritten.get(part) ?? "" });
  };
  for (const [at, word] of words.entries()) {
    add(word);
    const next = words[at + 1];
    if (next !== undefined && next !== word) add(`${word} ${next}`);
  }
  const ranked = [...found.values()].sort((one, other) => other.telling - one.telling);
  const cited = documents.filter((document) => document !== "").map(citedKey);
  return [...cited, ...ranked]
    .slice(0, ASKED_KEYS)
    .map(({ key, weight, words: said }) => ({ key, weight, words: said }));
}

const citedKey = (document: string) => ({ key: hashOf(`§ ${document}`), weight: 1, telling: 1, words: document });

/** Each folded word and pair of words of a text with its first form in the text. */
function writtenForms(text: string): Map<string, string> {
  const written =
    text
      .slice(0, MOST_TEXT)
      .normalize("NFC")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const forms = new Map<string, string>();
  for (const [at, word] of written.entries()) {
    const folded = foldText(word);
    if (!forms.has(folded)) forms.set(folded, word.toLowerCase());
    const next = written[at + 1];
    if (next === undefined) continue;
    const pair = `${folded} ${foldText(next)}`;
    if (!forms.has(pair)) forms.set(pair, `${word} ${next}`.toLowerCase());
  }
  return forms;
}

/** A hash of 52 bits. */
function hashOf(words: string): number {
  let high = 0x811c9dc5;
  let low = 0x2c1b3c6d;
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ (unit + 0x9e), 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 6) * 0x4000000 + (low >>> 6);
}
