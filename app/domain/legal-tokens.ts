import { type DocumentType, lawNames, shortTypes, spellSymbol, typeOfSymbol, typeWords } from "./legal-names.ts";

/** A legal document as it was named. */
export interface LegalDocument {
  readonly type: DocumentType | null;
  /** As in the number: `13`, `66.22`; null for one that is called by name. */
  readonly number: string | null;
  readonly year: number | null;
  /** `NĐ-CP`, `QH14`, `NQ/TW`; null where none was given and none is certain. */
  readonly symbol: string | null;
  /** The Vietnamese name of a law where it was given. */
  readonly name: string | null;
}

/** One number or letter, or the two ends of a range. */
export interface Place {
  readonly from: string;
  readonly to: string | null;
}
export type Level = "point" | "clause" | "article";
export type Token =
  | { readonly kind: "document"; readonly at: number; readonly document: LegalDocument }
  | {
      readonly kind: Level;
      readonly at: number;
      readonly places: readonly Place[];
      /** What was written into the same number: `12.2.a`. */
      readonly within: { readonly clause: string; readonly point: string | null } | null;
    }
  | { readonly kind: "comma" | "and"; readonly at: number };

/** Small letters without marks, one unit for each unit of the text, so that positions stay. */
export function foldSameLength(text: string): string {
  return [...text]
    .map((letter) => {
      const plain = letter.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
      return plain.length === letter.length ? plain : letter;
    })
    .join("")
    .replace(/[–—−]/g, "-")
    .replace(/[\u00a0\t\n]/g, " ");
}

const TO = "(?:\\s*-\\s*|\\s+(?:den|toi|to|through|until)\\s+(?:het\\s+)?)";
const AND = "(?:\\s*[,&]\\s*(?:va\\s+|and\\s+)?|\\s+(?:va|and)\\s+)";
const NUMBER = "\\d{1,3}(?:[a-z]?(?![\\w/]|[.:]\\d|-[a-z]|\\s*/)|(?=[kd]\\.?\\d))";
const LETTER = "[a-z](?![a-z0-9]|\\s*\\.?\\s*\\d|\\s*/)";
const listOf = (one: string, word: string) => `(${one}(?:${TO}(?:${word})?${one})?(?:${AND}${one}(?:${TO}${one})?)*)`;
const ARTICLE_WORD = "(?:dieu|articles?|arts?\\.?|d\\.?)\\s*";
const CLAUSE_WORD = "(?:khoan|clauses?|paragraphs?|paras?\\.?|cl\\.?|k\\.?)\\s*";
const POINT_WORD = "(?:diem|points?|items?|pts?\\.?)\\s+|(?:diem|d)\\.\\s*|(?:diem|d)\\s+";
const sticky = (source: string) => new RegExp(source, "y");
const COMPOSITE = sticky(
  `(?:${ARTICLE_WORD})?(\\d{1,3}[a-z]?)(?:\\.(\\d{1,2}[a-z]?)(?:\\.?([a-z])(?![a-z]))?|\\s*\\((\\d{1,2}[a-z]?)\\)(?:\\s*\\(([a-z])\\))?)(?![\\d./])`,
);
const ARTICLES = sticky(`${ARTICLE_WORD}${listOf(NUMBER, ARTICLE_WORD)}`);
const CLAUSES = sticky(`${CLAUSE_WORD}${listOf(NUMBER, CLAUSE_WORD)}`);
const POINTS = sticky(`(?:${POINT_WORD})\\(?${listOf(LETTER, POINT_WORD)}`);
const ORDINAL = sticky("(?:cac|nhung|the)\\s+(?=dieu|khoan|diem|article|clause|point)");
const DATE = sticky(
  "(?:ngay\\s+|dated?\\s+)?(?:\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*(?:19|20)\\d\\d(?![/\\d])|\\d{1,2}\\s+thang\\s+\\d{1,2}(?:\\s+nam\\s+\\d{4})?)",
);
const NUMBERED = sticky(
  "(?:(?:so|no\\.?|number)\\s*:?\\s*)?(\\d{1,5}(?:\\.\\d{1,3})?[a-z]?)\\s*(?:/\\s*((?:19|20)\\d\\d)(?:\\s*/\\s*([a-z]{2,12}\\d{0,2}(?:[-/][a-z]{1,12}\\d{0,2}(?![a-z])| (?:cp|ttg)(?![a-z]))*))?|/\\s*([a-z]{2,10}(?:-[a-z]{1,12}\\d{0,2})*)|-([a-z]{2,5}/tw))(?![a-z0-9])",
);
const STANDARD = sticky(
  "(qcvn|tcvn)\\s*:?\\s*(\\d{1,5}(?:-\\d{1,3})?)\\s*:\\s*((?:19|20)\\d\\d)(?:\\s*/\\s*([a-z]{2,10}))?(?![a-z0-9])",
);
const WORD = /[\p{L}\p{M}]+|[0-9]+|./uy;

/** What a text says about provisions, token by token; words that say nothing are left out. */
export function legalTokens(typed: string): Token[] {
  const text = foldSameLength(typed);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = readAt(typed, text, at);
    if (found.token) tokens.push(found.token);
    at = found.end;
  }
  return tokens;
}

interface Read {
  readonly token: Token | null;
  readonly end: number;
}

function readAt(typed: string, text: string, at: number): Read {
  const run = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const date = run(DATE) ?? run(ORDINAL);
  if (date) return { token: null, end: at + date[0].length };
  const document = readDocument(typed, text, at);
  if (document) return document;
  const composite = run(COMPOSITE);
  if (composite) {
    const [whole, article = "", dotClause, dotPoint, clause, point] = composite;
    const inner = dotClause ?? clause ?? "";
    const letter = dotPoint ?? point;
    const spelled = letter === undefined ? null : letterAt(typed, text, at + whole.lastIndexOf(letter));
    const places = [{ from: article, to: null }];
    return {
      token: { kind: "article", at, places, within: { clause: inner, point: spelled } },
      end: at + whole.length,
    };
  }
  for (const [kind, pattern] of [
    ["point", POINTS],
    ["article", ARTICLES],
    ["clause", CLAUSES],
  ] as const) {
    const match = run(pattern);
    const list = match?.[1];
    if (!match || list === undefined || !startsWord(text, at, list)) continue;
    const from = at + match[0].length - list.length;
    const places = placesIn(typed.slice(from, from + list.length), list, kind);
    return { token: { kind, at, places, within: null }, end: at + match[0].length };
  }
  const word = run(WORD)?.[0] ?? " ";
  const kind = word === "," || word === ":" ? "comma" : /^(va|and|&)$/.test(word) ? "and" : null;
  return { token: kind && { kind, at }, end: at + word.length };
}

/** A keyword begins where no letter stands before it: `k2` in `d12k2`, not in `block 2`. */
function startsWord(text: string, at: number, list: string): boolean {
  return list !== "" && !/[\p{L}]/u.test(text[at - 1] ?? " ");
}

function placesIn(typed: string, list: string, kind: Level): Place[] {
  const items = [...list.matchAll(kind === "point" ? /(?<![a-z])[a-z](?![a-z])/g : /\d{1,3}[a-z]?/g)];
  const places: Place[] = [];
  let end = 0;
  for (const item of items) {
    const value = kind === "point" ? letterAt(typed, list, item.index) : item[0];
    const between = list.slice(end, item.index);
    const last = places.at(-1);
    if (last && last.to === null && /^\s*(?:-|(?:den|toi|to|through|until)\b)/.test(between)) {
      places[places.length - 1] = { from: last.from, to: value };
    } else places.push({ from: value, to: null });
    end = item.index + item[0].length;
  }
  return places;
}

/** `d` and `đ` are two points: the mark is kept where it was typed. */
const letterAt = (typed: string, text: string, at: number): string =>
  /[đĐ]/.test(typed.charAt(at)) ? "đ" : text.charAt(at);

function readDocument(typed: string, text: string, at: number): Read | null {
  const standard = matchAt(STANDARD, text, at);
  if (standard) {
    const [whole, kind, number = "", year, symbol] = standard;
    const type = kind === "qcvn" ? "technical-regulation" : "standard";
    const spelled = symbol === undefined ? null : symbol.toUpperCase();
    return documentAt(at, whole.length, { type, number, year: Number(year), symbol: spelled, name: null });
  }
  const word = typeAt(text, at);
  const from = word ? word.end : at;
  const numbered = matchAt(NUMBERED, text, from) ?? null;
  if (numbered) {
    const name = word?.type === "code" || word?.type === "law" ? englishBefore(text, at) : null;
    return documentAt(
      at,
      from + numbered[0].length - at,
      numberedDocument(typed, from, numbered, word?.type ?? null, name),
    );
  }
  return word && !word.short ? namedDocument(typed, text, at, word) : null;
}

function documentAt(at: number, length: number, document: LegalDocument): Read {
  return { token: { kind: "document", at, document }, end: at + length };
}

/** Symbols that follow from the type alone. */
const certain: Partial<Record<DocumentType, string>> = { decree: "NĐ-CP" };

function numberedDocument(
  typed: string,
  from: number,
  found: RegExpExecArray,
  said: DocumentType | null,
  name: string | null,
): LegalDocument {
  const [whole, number = "", year, afterYear, withoutYear, party] = found;
  const folded = (afterYear ?? withoutYear ?? party ?? "").replaceAll(" ", "-");
  const start = from + (folded === "" ? 0 : whole.lastIndexOf(afterYear ?? withoutYear ?? party ?? ""));
  const written = typed.slice(start, start + folded.length).replaceAll(" ", "-");
  const tidy = party === undefined ? folded.replaceAll("/", "-") : folded;
  const symbol =
    folded === ""
      ? null
      : spellSymbol(written.replace(/[–—−]/g, "-").replaceAll("/", party === undefined ? "-" : "/"), tidy);
  const head = tidy.split(/[-/]/)[0] ?? "";
  const type = typeOfSymbol[head] ?? said ?? null;
  return {
    type,
    number,
    year: year === undefined ? null : Number(year),
    symbol: symbol ?? (type ? (certain[type] ?? null) : null),
    name,
  };
}

interface TypeWord {
  readonly type: DocumentType;
  readonly end: number;
  readonly short: boolean;
}

const LONG_TYPES = typeWords.map(([word, type]) => [sticky(`${word}(?![a-z])\\s*`), type] as const);
const SHORT_TYPE = sticky(
  "(nd-cp|ndcp|ttlt|vbhn|nd|tt|nq|qd|pl|ct|kl|cv|bl|l)\\s*\\.?\\s*(?=(?:so\\s*|no\\.?\\s*)?\\d)",
);

function typeAt(text: string, at: number): TypeWord | null {
  if (/\p{L}/u.test(text[at - 1] ?? " ")) return null;
  for (const [pattern, type] of LONG_TYPES) {
    const found = matchAt(pattern, text, at);
    if (found) return { type, end: at + found[0].length, short: false };
  }
  const short = matchAt(SHORT_TYPE, text, at);
  const type = short && shortTypes[(short[1] ?? "").replace("-", "")];
  return short && type ? { type, end: at + short[0].length, short: true } : null;
}

const NAME_ENDS =
  /\d|[;:()."“”]|\s(?:cua|quy dinh|ve viec|ngay)\s|(?:,|\s)\s*(?:va\s+|and\s+)?(?:nghi dinh|thong tu|nghi quyet|quyet dinh|bo luat|luat|decree|circular|resolution|decision|law)\s|\s(?:dieu|khoan|article|clause)\s*\d{1,3}(?!\d)|\sdiem\s+[a-z](?![a-z])/;
const YEAR = sticky("\\s*\\(?(?:(?:nam|of|year)\\s+)?((?:19|20)\\d\\d)\\)?(?![\\d/])");

/** A law, a code or the Constitution by its name, with its year and its number where they follow. */
function namedDocument(typed: string, text: string, at: number, word: TypeWord): Read | null {
  if (word.type === "constitution") {
    const year = matchAt(YEAR, text, word.end);
    const document = { type: word.type, number: null, year: year ? Number(year[1]) : null, symbol: null, name: null };
    return documentAt(at, word.end + (year?.[0].length ?? 0) - at, document);
  }
  if (word.type !== "law" && word.type !== "code") return null;
  if (/phap\s$/.test(text.slice(0, at))) return null;
  const on = matchAt(sticky("(?:on|ve)\\s+"), text, word.end);
  const start = word.end + (on?.[0].length ?? 0);
  const rest = text.slice(start);
  const length = Math.max(NAME_ENDS.exec(rest)?.index ?? rest.length, knownNameAt(rest));
  const name = nameWithout(typed.slice(start, start + length).replace(/[\s,(]+$/u, ""));
  const before = on || name.length > 2 ? null : englishBefore(text, at);
  if (before === null && (name.length < 2 || name.length > 120 || !/^\p{L}/u.test(name))) return null;
  // The dot of "No." ends a name like any other, and is still on the way to the number.
  let end = start + length + (/\sno\.\s*\d/y.exec(text.slice(start + length - 3)) ? 1 : 0);
  const year = matchAt(YEAR, text, end);
  const given = matchAt(/[\s,(]*(?:(?:so|no\.?)\s*)?(?=\d)/y, text, end + (year?.[0].length ?? 0));
  const numberAt = end + (year?.[0].length ?? 0) + (given?.[0].length ?? 0);
  const numbered = matchAt(NUMBERED, text, numberAt);
  const known = before ?? vietnameseName(name);
  if (numbered && (year === null || given)) {
    const document = numberedDocument(typed, numberAt, numbered, word.type, known);
    return documentAt(at, numberAt + numbered[0].length - at, document);
  }
  end += year?.[0].length ?? 0;
  const yearBefore = /((?:19|20)\d\d)\s+$/.exec(text.slice(0, at))?.[1];
  const said = year?.[1] ?? yearBefore;
  const document = { type: word.type, number: null, year: said ? Number(said) : null, symbol: null, name: known };
  return documentAt(at, end - at, document);
}

/** How long the known name is with which a text begins, 0 for none: a name may hold a word that ends others ("pháp luật"). */
function knownNameAt(folded: string): number {
  const names = lawNames.flatMap((law) => law.map((name) => foldSameLength(name ?? "")));
  const found = names.filter(
    (name) => name !== "" && folded.startsWith(name) && !/^[\p{L}\p{M}\d]/u.test(folded.slice(name.length)),
  );
  return Math.max(0, ...found.map((name) => name.length));
}

/** A name without the "số" or "năm" that leads on to a number, unless it is the name's own last word. */
function nameWithout(name: string): string {
  const folded = foldSameLength(name);
  const whole = lawNames.some(([vi]) => foldSameLength(vi) === folded);
  return whole ? name : name.replace(/[\s,]+(?:số|so|năm|nam|No)$/iu, "").trim();
}

/** `Enterprise Law`: a law whose English name stands before the word. */
function englishBefore(text: string, at: number): string | null {
  const before = text.slice(0, at).trimEnd();
  const found = lawNames.filter(([, , name]) => name && before.endsWith(name.toLowerCase()));
  return found.sort((a, b) => (b[2] ?? "").length - (a[2] ?? "").length)[0]?.[0] ?? null;
}

function vietnameseName(name: string): string {
  const folded = foldSameLength(name);
  const known = lawNames.find(([vi, en]) => foldSameLength(vi) === folded || foldSameLength(en) === folded);
  return known?.[0] ?? name.replace(/\s+/g, " ");
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
