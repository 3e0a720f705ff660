import { foldText } from "./text.ts";

/** A stretch of a text, and whether the search found it. */
export interface Stretch {
  readonly text: string;
  readonly found: boolean;
}

/**
 * A text cut where searched words stand in it, with or without accents; whole
 * words, as the search itself finds. Joined again the stretches are the text,
 * character by character.
 */
export function highlight(text: string, words: readonly string[]): Stretch[] {
  if (words.length === 0) return [{ text, found: false }];
  const whole = new Set(words);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const token of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!whole.has(foldText(token[0]))) continue;
    if (token.index > at) stretches.push({ text: text.slice(at, token.index), found: false });
    stretches.push({ text: token[0], found: true });
    at = token.index + token[0].length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), found: false });
  return stretches;
}
