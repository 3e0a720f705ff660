import { cleanLine } from "./text.ts";
import { type LegalDocument, type Level, legalTokens, type Place, type Token } from "./legal-tokens.ts";
import { documentKey } from "./legal-wording.ts";

/**
 * Reads which provisions people mean, however they write them: "điểm a khoản 2
 * Điều 12 Nghị định 13/2023/NĐ-CP", "đ12 k2 NĐ 13/2023", "Art. 12(2)(a) Decree
 * No. 13/2023". What cannot be read is kept as it was typed, never refused.
 */
export interface LegalReference {
  /** Null when none was named or it could not be read. */
  readonly document: LegalDocument | null;
  readonly article: string | null;
  readonly clause: string | null;
  readonly point: string | null;
  /** The other end of a range of the smallest part named: Articles 5 to 7. */
  readonly to: string | null;
  /** The words from which this was read, one line. */
  readonly typed: string;
}

/** The most provisions that one case names. */
export const MOST_PROVISIONS = 10;
/** The most characters that are read at all. */
const LONGEST = 4_000;
const RANK: Record<Level, number> = { article: 0, clause: 1, point: 2 };

type Part = Exclude<Token, { kind: "comma" | "and" | "document" }>;
type DocumentToken = Extract<Token, { kind: "document" }>;

/** True when the document and what is asked of it were understood. */
export function isUnderstood(reference: LegalReference): boolean {
  return reference.document !== null;
}

/**
 * The provisions named in a text, in its order, each once. Semicolons and line
 * breaks always part them. A provision without a document belongs to the one
 * named before it, else to `fallback`, else to the one named after it.
 */
export function readReferences(typed: string, fallback: LegalDocument | null = null): LegalReference[] {
  const segments = typed
    .slice(0, LONGEST)
    .normalize("NFC")
    .split(/[;\n\r]+/)
    .map((segment) => cleanLine(segment).replace(/^[\s•*–-]+/u, ""))
    .filter((segment) => segment !== "");
  const read = segments.map(readSegment);
  const documents = read.map((references) => references.findLast((one) => one.document)?.document ?? null);
  const all = read.flatMap((references, index) =>
    references.map((one) => {
      if (one.document !== null || one.article === null) return one;
      const before = documents.slice(0, index).findLast((document) => document !== null);
      const after = documents.slice(index + 1).find((document) => document !== null);
      return { ...one, document: before ?? fallback ?? after ?? null };
    }),
  );
  return withoutRepeats(all);
}

/** What tells two references apart; the same for every spelling. */
export function referenceKey({ document, article, clause, point, to, typed }: LegalReference): string {
  if (document === null && article === null) return `typed ${typed.toLowerCase()}`;
  return [documentKey(document), article, clause, point, to].map((part) => part ?? "").join("|");
}

/** Each reference once, in order. */
export function withoutRepeats(references: readonly LegalReference[]): LegalReference[] {
  const seen = new Map<string, LegalReference>();
  for (const one of references) if (!seen.has(referenceKey(one))) seen.set(referenceKey(one), one);
  return [...seen.values()];
}

function readSegment(segment: string): LegalReference[] {
  const tokens = legalTokens(segment);
  const asTyped: LegalReference = {
    document: null,
    article: null,
    clause: null,
    point: null,
    to: null,
    typed: segment,
  };
  const groups = groupsOf(tokens);
  const found = groups.flatMap((group) => leavesOf(group.parts, { ...asTyped, document: group.document }));
  // A clause without its article names nothing that can be looked up.
  return found.some((one) => one.document !== null || one.article !== null) ? found : [asTyped];
}

interface Group {
  readonly document: LegalDocument | null;
  readonly parts: readonly Token[];
}

/** The parts that belong to each document: those after it where the text begins with a document, else those before it. */
function groupsOf(tokens: readonly Token[]): Group[] {
  const named = tokens.filter((token): token is DocumentToken => token.kind === "document");
  const first = tokens.find((token) => token.kind !== "comma" && token.kind !== "and");
  const [only] = named;
  if (!only) return isPart(first) ? [{ document: null, parts: tokens }] : [];
  const starts = named.map((token) => tokens.indexOf(token));
  if (first === only) {
    return starts.map((start, index) => ({
      document: (tokens[start] as DocumentToken).document,
      parts: tokens.slice(start + 1, starts[index + 1] ?? tokens.length),
    }));
  }
  const groups = starts.map((start, index) => ({
    document: (tokens[start] as DocumentToken).document,
    parts: tokens.slice(index === 0 ? 0 : (starts[index - 1] ?? 0) + 1, start),
  }));
  const tail = tokens.slice((starts.at(-1) ?? 0) + 1);
  const last = groups.at(-1);
  return last && tail.some(isPart) ? [...groups, { document: last.document, parts: tail }] : groups;
}

function isPart(token: Token | undefined): token is Part {
  return token !== undefined && (token.kind === "article" || token.kind === "clause" || token.kind === "point");
}

/** The references of one document: the ends of the tree that its parts make, in the order of the text. */
function leavesOf(tokens: readonly Token[], base: LegalReference): LegalReference[] {
  const parts = tokens.filter(isPart);
  if (parts.length === 0) return [base];
  const upward = goesUp(tokens);
  const ordered = upward ? parts.toReversed() : parts;
  const leaves: LegalReference[][] = [];
  let path: Partial<Record<Level, Place>> = {};
  for (const [index, part] of ordered.entries()) {
    const next = ordered[index + 1];
    const rank = RANK[part.kind];
    path = Object.fromEntries(Object.entries(path).filter(([level]) => RANK[level as Level] < rank));
    const branches = next !== undefined && RANK[next.kind] > rank && part.within === null && part.places.length === 1;
    const made = part.places.map((place) => leafOf({ ...path, [part.kind]: place }, part, base));
    const [firstPlace] = part.places;
    if (firstPlace) path = { ...path, [part.kind]: firstPlace };
    if (!branches) leaves.push(made);
  }
  return (upward ? leaves.toReversed() : leaves).flat();
}

function leafOf(path: Partial<Record<Level, Place>>, part: Part, base: LegalReference): LegalReference {
  const clause = part.within?.clause ?? path.clause?.from ?? null;
  const point = part.within?.point ?? path.point?.from ?? null;
  const to = part.within ? null : (path[part.kind]?.to ?? null);
  return { ...base, article: path.article?.from ?? null, clause, point, to };
}

/** True when small parts come before large ones ("điểm a khoản 2 Điều 12"). Parts side by side decide before parts with a comma between. */
function goesUp(tokens: readonly Token[]): boolean {
  const votes = { side: 0, comma: 0 };
  let last: Part | null = null;
  let between: "side" | "comma" | "and" = "side";
  for (const token of tokens) {
    if (token.kind === "comma") between = between === "and" ? "and" : "comma";
    if (token.kind === "and") between = "and";
    if (!isPart(token)) continue;
    const step: number = last ? Math.sign(RANK[last.kind] - RANK[token.kind]) : 0;
    if (last && between !== "and") votes[between] ||= step;
    last = token;
    between = "side";
  }
  return (votes.side || votes.comma) > 0;
}
