import { foldText } from "./text.ts";

/** A stretch of a text, and whether the search found it. */
export interface Stretch {
  readonly text: string;
  readonly found: boolean;
}

/**
 * A text cut where searched words stand in it, with or without accents. As in
 * the search itself, the last word also counts as the beginning of a word.
 * Joined again the stretches are the text, character by character.
 */
export function highlight(text: string, words: readonly string[]): Stretch[] {
  const last = words.at(-1);
  if (last === undefined) return [{ text, found: false }];
  const whole = new Set(words);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const token of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = foldText(token[0]);
    if (!whole.has(folded) && !folded.startsWith(last)) continue;
    if (token.index > at) stretches.push({ text: text.slice(at, token.index), found: false });
    stretches.push({ text: token[0], found: true });
    at = token.index + token[0].length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), found: false });
  return stretches;
}
