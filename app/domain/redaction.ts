import { MASK } from "./mask.ts";
import { readTaxCode } from "./tax-code.ts";
import { foldText } from "./text.ts";

/** What detectors find; `rule`: a standing rule of the editors; `chosen`: words that an editor chose. */
export type FindingKind = Finding["kind"] | "rule" | "chosen";

/** Something in a text that may name a person. */
export interface Finding {
  readonly kind: "phone" | "email" | "identity-number" | "tax-code" | "plate" | "name";
  readonly start: number;
  readonly end: number;
}

/** The words before a number that say that it is a tax code. */
const taxWords = /(?:mã số (?:thuế|doanh nghiệp)|mst|msdn|tax (?:code|number|id))[^\p{L}\p{N}]{0,6}$/iu;
const isTaxCode = (digits: string) => readTaxCode(digits) !== null;
/** Ten digits that begin like a mobile number are one, unless the words before them say otherwise. */
const isNoPhone = (digits: string, before: string) => !/^0[35789]/.test(digits) || taxWords.test(before);

/** The words before nine digits in groups that say that they are an identity number, and no sum of money. */
const identityWords = /(?:cmnd|cmt|cccd|căn cước|chứng minh|identity|\bid\b)[^\p{N}]{0,25}$/iu;

/**
 * Personal numbers begin with a province code below 100; sums of money do not
 * begin with 0; a tax code has a check digit. After a point, a comma or a slash
 * nine digits and more are the next number of a list.
 */
const patterns: readonly [Finding["kind"], RegExp, ((found: string, before: string) => boolean)?][] = [
  ["email", /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g],
  ["plate", /(?<![\dA-ZĐ]|[A-Z]{2}-)\d{2}[-\s]?[A-ZĐ]{1,2}\d?[-\s.]?\d{3}\.?\d{1,2}(?!\d)/g],
  // In small letters, in which words stand too: nothing between province and series, and five digits after a space.
  ["plate", /(?<![\p{L}\d]|\p{L}{2}-)\d{2}-?[a-zđ]{1,2}\d?(?:[-.]?\d{3}\.?\d{1,2}|\s\d{3}\.?\d{2})(?![\p{L}\d])/giu],
  ["identity-number", /(?<!\d)(?<!(?<!\d{8})\d[./])0\d{2}(?:[\s.-]?\d{3}){3}(?!\d)(?![./]\d{1,8}(?!\d))/g],
  ["identity-number", /(?<!\d)(?<!(?<!\d{8})\d[.,/])(?:\d{12}|\d{9})(?!\d)(?![.,/]\d{1,8}(?!\d))/g],
  [
    "identity-number",
    /(?<!\d|\d[.,])\d{3}([\s.-])\d{3}\1\d{3}(?!\d|[.,]\d)/g,
    (_found, before) => identityWords.test(before),
  ],
  ["tax-code", /(?<!\d|\d[.,/-])\d{10}-?\d{3}(?![\d.,/-]\d|\d)/g, isTaxCode],
  [
    "tax-code",
    /(?<!\d|\d[.,/-])\d{10}(?![\d.,/-]\d|\d)/g,
    (found, before) => isTaxCode(found) && isNoPhone(found, before),
  ],
  ["phone", /(?<!\d|\d\.)(?:(?:\+|00)?84|\(?0)(?:[\s().-]{0,2}\d){8,10}(?!\d)/g],
];

/**
 * Finds telephone and identity numbers, tax codes, addresses, number plates and
 * what is known of the sender, without overlaps. `known` are names, and tax
 * codes, which are found even where their check digit is wrong.
 */
export function findPersonal(text: string, known: readonly string[]): Finding[] {
  const found: Finding[] = [];
  for (const one of known) {
    const own = /^\d{9,}$/.test(one) ? findDigits(text, one) : findName(text, one);
    for (const finding of own) if (!overlaps(found, finding)) found.push(finding);
  }
  const typed = inPlainDigits(text);
  for (const [kind, pattern, fits] of patterns) {
    for (const match of typed.matchAll(pattern)) {
      if (fits && !fits(match[0], typed.slice(Math.max(0, match.index - 40), match.index).normalize("NFC"))) continue;
      const finding = { kind, start: match.index, end: match.index + match[0].length };
      if (!overlaps(found, finding)) found.push(finding);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with every finding masked. */
export function maskPersonal(text: string, names: readonly string[] = []): string {
  let masked = "";
  let from = 0;
  for (const { start, end } of findPersonal(text, names)) {
    masked += `${text.slice(from, start)}${MASK}`;
    from = end;
  }
  return masked + text.slice(from);
}

/** Wide digits and signs of Asian keyboards as everybody else types them, each in its place. */
function inPlainDigits(text: string): string {
  return text.replace(/[０-９＠．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfe_e0));
}

function overlaps(found: readonly Finding[], { start, end }: Finding): boolean {
  return found.some((other) => start < other.end && end > other.start);
}

/** Where a number of the sender stands, with or without spaces between its digits. */
function findDigits(text: string, digits: string): Finding[] {
  const pattern = new RegExp(`(?<!\\d)${[...digits].join("[\\s.-]?")}(?!\\d)`, "g");
  return [...text.matchAll(pattern)].map((match) => ({
    kind: "tax-code",
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Where a full name stands, in any case and with or without its accents; single words name too many things. */
function findName(text: string, name: string): Finding[] {
  const words = foldText(name).split(" ");
  if (words.length < 2) return [];
  const { folded, places } = foldInPlace(text);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`, "gu");
  return [...folded.matchAll(pattern)].map((match) => ({
    kind: "name",
    start: places[match.index] ?? 0,
    end: places[match.index + match[0].length] ?? text.length,
  }));
}

/** The text letter by letter as `foldText` has it, with the place in the text of each of its characters. */
function foldInPlace(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = /[\p{L}\p{N}\p{M}]/u.test(letter) ? foldText(letter) : letter;
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    folded += plain;
    at += letter.length;
  }
  return { folded, places };
}
