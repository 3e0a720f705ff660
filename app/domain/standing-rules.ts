import type { MaskReason, Range } from "./mask.ts";

/** Words that are masked wherever a new proposal has them. */
export interface StandingRule {
  readonly id: number;
  /** As they stand in texts; `*` is any letters and digits within a word, `#` one digit. */
  readonly words: string;
  readonly reason: MaskReason;
}

/** True when the words hold more than placeholders: a rule of `*` alone would mask every text. */
export function isRule(words: string): boolean {
  return words.replace(/[^\p{L}\p{N}]/gu, "").length + words.split("#").length - 1 >= 3;
}

/** Where a rule applies: whole words, in capitals or not, accents as they are written. */
export function findByRule(text: string, { words }: StandingRule): Range[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(words)}(?![\\p{L}\\p{N}])`, "giu");
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The whole words of a rule, by which texts that may hold it are searched; "" where each has a placeholder. */
export function searchedWords(words: string): string {
  return words
    .split(/\s+/u)
    .filter((word) => !/[*#]/.test(word))
    .join(" ");
}

/** Each placeholder takes a bounded stretch, so that no text makes the search long. */
function patternOf(words: string): string {
  return [...words.normalize("NFC")]
    .map((letter) => {
      if (letter === "*") return "[\\p{L}\\p{N}]{0,40}";
      if (letter === "#") return "\\d";
      return /\s/u.test(letter) ? "\\s{1,3}" : letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    })
    .join("");
}
