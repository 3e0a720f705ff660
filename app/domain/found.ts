import { highlight, type Stretch } from "./highlight.ts";
import { cleanLine, foldText } from "./text.ts";

/** Characters that a list shows of a text in which something was found. */
const LENGTH = 220;
const BEFORE = 70;

/** The words of a search as they were typed, lower case; only those with marks can be told from their folded forms. */
function accented(typed: string): string[] {
  const words =
    typed
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word !== foldText(word));
}

/**
 * Puts first what holds the searched words with the very accents that were
 * typed; the order is kept otherwise. Nothing changes for words without any.
 */
export function exactFirst<T>(items: readonly T[], typed: string, textOf: (item: T) => string): T[] {
  const words = accented(typed);
  if (words.length === 0) return [...items];
  const isExact = (item: T) => {
    const held = new Set(
      textOf(item)
        .normalize("NFC")
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu),
    );
    return words.every((word) => held.has(word));
  };
  const exact = items.map(isExact);
  return [...items.filter((_, place) => exact[place]), ...items.filter((_, place) => !exact[place])];
}

/** A stretch of a text around the first searched word in it, cut at words, with what was found marked; null where none stands in it. */
export function snippet(text: string, words: readonly string[]): readonly Stretch[] | null {
  const line = cleanLine(text);
  const wanted = new Set(words);
  const first = [...line.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].find((token) => wanted.has(foldText(token[0])));
  if (first === undefined) return null;
  const from = first.index <= BEFORE ? 0 : line.indexOf(" ", first.index - BEFORE) + 1;
  const start = from > first.index ? first.index : from;
  const end = line.length - start <= LENGTH ? line.length : line.lastIndexOf(" ", start + LENGTH);
  const shown = line.slice(start, end > first.index ? end : start + LENGTH);
  return highlight(`${start > 0 ? "…" : ""}${shown}${start + shown.length < line.length ? "…" : ""}`, words);
}
