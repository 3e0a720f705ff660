/** One sentence of a text, with the white space that follows it. */
export interface Segment {
  readonly text: string;
  readonly gap: string;
}

/** Words before a full stop that does not end a sentence, in lower case. */
const abbreviations = new Set(
  [
    "tp q p h tx tt qđ nđ nq ct cv tr đ/c ths ts tskh pgs gs bs ls ks kts cn ubnd hđnd đt stt vd",
    "mr mrs ms dr prof st no nos art arts cl para vs fig sec vol pp ca approx dept gov inc ltd co jr sr e.g i.e",
    "jan feb mar apr jun jul aug sept sep oct nov dec",
  ]
    .join(" ")
    .split(" "),
);

const sentenceEnd = /(?<mark>[.!?…]+)(?<close>["'”’»)\]]*)(?<gap>[^\S\n]+)(?=["'“‘«([\-–—•]*[^\p{Ll}\s])/gu;

/**
 * A text sentence by sentence; a line break always ends one. Numbers, document
 * codes, initials and abbreviations of both languages ("66.22/2026/NQ-CP",
 * "TP. Hồ Chí Minh", "Q. 1") stay whole. Joining the segments gives the text back.
 */
export function splitSegments(text: string): Segment[] {
  return text
    .split(/(?<=\n\s*)(?=\S)/u)
    .flatMap(splitLine)
    .map((piece) => ({ text: piece.trimEnd(), gap: piece.slice(piece.trimEnd().length) }))
    .filter((segment) => segment.text !== "" || segment.gap !== "");
}

export function joinSegments(segments: readonly Segment[]): string {
  return segments.map(({ text, gap }) => text + gap).join("");
}

/** True when there is something in it to translate: words, beyond addresses of pages. */
export function isTranslatable(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/https?:\/\/\S+/giu, ""));
}

function splitLine(line: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const end of line.matchAll(sentenceEnd)) {
    const stop = end.index + end[0].length;
    const before = line.slice(from, end.index);
    if (end.groups?.["mark"] === "." && end.groups["close"] === "" && isAbbreviated(before)) continue;
    pieces.push(line.slice(from, stop));
    from = stop;
  }
  pieces.push(line.slice(from));
  return pieces;
}

/** True when the full stop after these words belongs to the last of them. */
function isAbbreviated(words: string): boolean {
  const trimmed = words.trimStart();
  // The number of a list: "1. …", "IV. …", "a. …".
  if (/^[([]?(?:\d+(?:\.\d+)*|[ivxlc]+|\p{L})$/iu.test(trimmed)) return true;
  const last = (/[^\s("'“‘«[]+$/u.exec(trimmed)?.[0] ?? "").replaceAll(/[.]+$/gu, "");
  return /^\p{Lu}$/u.test(last) || abbreviations.has(last.toLowerCase());
}
