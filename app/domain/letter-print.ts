import { foldText } from "./text.ts";

/**
 * The print of a letter's text, by which letters written from one template are
 * told apart from letters in a person's own words. Two texts are compared by
 * the runs of three words that they share: names, numbers, greetings, accents,
 * capitals and the order of sentences do not count, so changing those changes
 * the print little or not at all.
 */
export interface LetterPrint {
  /** The smallest hashes of the text's runs of words, ascending: a fair sample of all of them. */
  readonly sketch: readonly number[];
  /** The smallest hash under each of a few orders: texts that share most runs share one of these almost surely. */
  readonly keys: readonly number[];
}

/** From this share of common runs on, one text stands behind both letters. */
export const NEAR = 0.25;

const RUN = 3;
const SKETCH_SIZE = 64;
/** Fewer runs say too little: two people may write the same short sentence. */
const FEWEST_RUNS = 12;
const ORDERS = [0x2c1b3c6d, 0x297a2d39, 0x85ebca6b, 0x5bd1e995];

/** Openings of the sentences that tell who writes and to whom, folded. */
const greetings =
  /^(kinh (gui|thua|chao)|toi ten|ten toi|em ten|chau ten|toi la|em la|nguoi (viet|gui|lam) don|dia chi|hien (o|dang|cu tru)|thuong tru|cu tru|ho ten|ho va ten|so dien thoai|dien thoai|tran trong|xin (chan thanh )?cam on|toi xin (chan thanh )?cam on|ky ten|dear|my name|to whom|yours|sincerely|kind regards|best regards)( |$)/;

/** The print of a text; null when it is too short to have one. */
export function letterPrint(text: string): LetterPrint | null {
  const all: number[] = [];
  for (const sentence of foldSentences(text).split("\n")) addRuns(sentence.trim(), all);
  const hashes = Uint32Array.from(all).sort();
  const runs = hashes.filter((hash, at) => hash !== hashes[at - 1]);
  if (runs.length < FEWEST_RUNS) return null;
  const keys = ORDERS.map((order) => {
    let least = 0xffffffff;
    for (const hash of runs) least = Math.min(least, mix(hash ^ order));
    return least;
  });
  return { sketch: [...runs.subarray(0, SKETCH_SIZE)], keys };
}

/** The estimated share, 0 to 1, of the runs of words of two texts that stand in both, from their sketches. */
export function nearness(one: readonly number[], other: readonly number[]): number {
  const inOther = new Set(other);
  const union = [...new Set([...one, ...other])].sort((a, b) => a - b);
  // Beyond the shorter sketch's reach it is not known what its text holds.
  const sample = union.slice(0, Math.max(Math.min(SKETCH_SIZE, union.length), 1));
  const known = new Set(one);
  const shared = sample.filter((hash) => known.has(hash) && inOther.has(hash)).length;
  return shared / sample.length;
}

/** True when one text stands behind both letters. */
export const isNear = (one: readonly number[], other: readonly number[]): boolean => nearness(one, other) >= NEAR;

/** Adds the hash of each run of words of a folded sentence. Runs do not cross sentences, so their order does not count. */
function addRuns(sentence: string, runs: number[]): void {
  if (greetings.test(sentence)) return;
  let [first, second] = [0, 0];
  let words = 0;
  for (const word of sentence.split(" ")) {
    if (word === "" || /\d/.test(word)) continue;
    const third = hashOf(word);
    words += 1;
    if (words >= RUN) runs.push(mix(Math.imul(Math.imul(first, 31) + second, 31) + third));
    [first, second] = [second, third];
  }
}

/** Folded letters and digits, spaces between words and a line feed after each sentence. */
function foldSentences(text: string): string {
  let folded = "";
  for (const letter of text) folded += foldedLetters.get(letter) ?? learn(letter);
  return folded;
}

/** Letters as `foldText` folds them, kept once known: every submission is folded here, on the way of its sender. */
const foldedLetters = new Map<string, string>();
const MOST_LETTERS = 5000;

function learn(letter: string): string {
  const ends = /[.!?;:\n]/.test(letter);
  const folded = ends ? "\n" : /\p{M}/u.test(letter) ? "" : foldText(letter) || " ";
  if (foldedLetters.size < MOST_LETTERS) foldedLetters.set(letter, folded);
  return folded;
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

function mix(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
