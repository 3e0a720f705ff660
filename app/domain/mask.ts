/** Why words of a published text are masked. */
export const maskReasons = ["personal-data", "trade-secret", "defamation", "safety", "other"] as const;
export type MaskReason = (typeof maskReasons)[number];

/** What stands in a public text where words are masked. */
export const MASK = "[…]";

/** A stretch of a text, from the first character to the one after the last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Masked extends Range {
  readonly reason: MaskReason;
}

/** The reasons of the masks of a text, in their order; null where `[…]` stood in the text itself. */
export type MaskReasons = readonly (MaskReason | null)[];

/** A text with ranges masked, and the reason of every `[…]` that is then in it. Ranges that overlap become one mask, by the reason of the first. */
export function maskText(
  text: string,
  ranges: readonly Masked[],
): { readonly text: string; readonly reasons: MaskReasons } {
  let masked = "";
  const reasons: (MaskReason | null)[] = [];
  let from = 0;
  const keep = (stretch: string) => {
    masked += stretch;
    for (let found = stretch.split(MASK).length - 1; found > 0; found -= 1) reasons.push(null);
  };
  for (const { start, end, reason } of joined(ranges)) {
    keep(text.slice(from, start));
    masked += MASK;
    reasons.push(reason);
    from = Math.min(end, text.length);
  }
  keep(text.slice(from));
  return { text: masked, reasons };
}

/** Ranges in order without overlaps: those that share a character become one. */
function joined(ranges: readonly Masked[]): Masked[] {
  const found: Masked[] = [];
  for (const range of [...ranges].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = found.at(-1);
    if (last && range.start < last.end) found[found.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else found.push(range);
  }
  return found;
}

/** Where these words stand in a text: every occurrence, or the one with this number (from 0). */
export function occurrences(text: string, words: string, nth?: number): Range[] {
  const found: Range[] = [];
  if (words === "") return found;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    found.push({ start: at, end: at + words.length });
  }
  return nth === undefined ? found : found.slice(nth, nth + 1);
}

/** Which occurrence of its own words a range is. */
export function ordinalOf(text: string, { start, end }: Range): number {
  const words = text.slice(start, end);
  return occurrences(text, words).findIndex((range) => range.start === start);
}

/** The text around a range, so that somebody can judge it: a few words before and after. */
export function around(text: string, { start, end }: Range, reach = 60) {
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  return {
    before: (from > 0 ? "…" : "") + text.slice(from, start),
    words: text.slice(start, end),
    after: text.slice(end, to) + (to < text.length ? "…" : ""),
  };
}
