const COMBINING_RUN = /(\p{M}{8})\p{M}+/gu;
// Everything below U+0020 but tab and line feed, plus DEL and the C1 block.
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
const BIDI_OVERRIDE = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Text as it may enter a database: well-formed Unicode, NFC, line feeds only,
 * no NUL and no control character but tab and line feed, at most eight
 * combining marks on one letter. Both databases then store the same bytes.
 */
export function cleanText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(CONTROL, "")
    .normalize("NFC")
    .replace(COMBINING_RUN, "$1")
    .trim();
}

/** One line of text, such as a name or a title: cleaned, without bidirectional overrides, spaces folded. */
export function cleanLine(raw: string): string {
  return cleanText(raw.replace(BIDI_OVERRIDE, "")).replace(/\s+/g, " ");
}

/**
 * The form in which words are compared and searched: lower case, no marks,
 * đ as d, letters and digits joined by single spaces. `hoà` and `hòa`, `Đường`
 * and `duong` meet here.
 */
export function foldText(raw: string): string {
  return raw
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The folded words of a search, at most `limit` of them, without repeats. */
export function searchWords(raw: string, limit = 12): string[] {
  const folded = foldText(raw.slice(0, 400));
  return folded === "" ? [] : [...new Set(folded.split(" "))].slice(0, limit);
}

/** The first sentence or words of a text, cut at a word, at most `max` characters. */
export function openingWords(text: string, max = 90): string {
  const line = cleanLine(text);
  if (line.length <= max) return line;
  const end = Math.max(line.slice(0, max).lastIndexOf(" "), max / 2);
  // The cut may fall inside a surrogate pair.
  return `${line
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}
