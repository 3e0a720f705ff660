import type { LegalReference } from "./legal-reference.ts";
import type { OutcomeKind } from "./outcome.ts";

/** How an entry of the register of barriers stands. */
export const entryStates = ["reported", "review", "promised", "fixed"] as const;
export type EntryState = (typeof entryStates)[number];

/** By what the register is filtered beside its documents and states. */
export const facetNames = ["class", "sector", "province"] as const;
export type FacetName = (typeof facetNames)[number];

/** What somebody decided of a document that the portal does not know. */
export type UnknownState = "open" | "mapped" | "rejected";

export const amendmentStates = ["proposed", "returned", "published", "withdrawn"] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** A place within a document. */
export type Place = Pick<LegalReference, "article" | "clause" | "point" | "to">;

/** A whole document. */
export const wholeDocument: Place = { article: null, clause: null, point: null, to: null };
const WHOLE = "toan-van";
/** The letters of points in their order. */
const POINTS = "abcdđeghiklmnopqrstuvxy";
/** The most places that a range is taken apart into. */
const LONGEST_RANGE = 20;

/** A place as it stands in addresses: `dieu-12-khoan-2-diem-a`, `toan-van` for a whole document. */
export function placeSlug({ article, clause, point, to }: Place): string {
  if (article === null) return WHOLE;
  const end = to === null ? [] : ["den", slugOf(to)];
  const inner = [...(clause === null ? [] : ["khoan", clause]), ...(point === null ? [] : ["diem", slugOf(point)])];
  return ["dieu", article, ...inner, ...end].join("-").toLowerCase();
}

/** `d` and `đ` are two points. */
const slugOf = (part: string): string => part.replaceAll("đ", "dd");

/** A document as it stands in addresses: `13-2023-nd-cp`. */
export function documentSlug(key: string): string {
  return key.replace(/[^a-z0-9]+/g, "-");
}

/** Sorts the places of one document as the document has them. */
export function placeOrder({ article, clause, point }: Place): string {
  const padded = (part: string | null) => {
    const [, digits = "", letter = ""] = /^(\d*)(.*)$/u.exec(part ?? "") ?? [];
    return `${digits.padStart(4, "0")}${letter}`;
  };
  const letter = point === null ? "" : String(POINTS.indexOf(point) + 1).padStart(2, "0");
  return article === null ? "" : `${padded(article)}.${padded(clause)}.${letter}`;
}

/** A place to which everything in it belongs: a clause or a point without its article names the whole document. */
function tidy({ article, clause, point, to }: Place): Place {
  if (article === null) return wholeDocument;
  return { article, clause, point, to };
}

/** The single places of what was named: "Articles 5 to 7" are three. A range that is too long or has no order stays one. */
export function placesOf(named: Place): Place[] {
  const place = tidy(named);
  if (place.to === null) return [place];
  const level = place.point !== null ? "point" : place.clause !== null ? "clause" : "article";
  const from = place[level] ?? "";
  const ends = rangeOf(from, place.to);
  return ends === null ? [place] : ends.map((one) => ({ ...place, [level]: one, to: null }));
}

function rangeOf(from: string, to: string): string[] | null {
  const numbers = /^\d+$/.test(from) && /^\d+$/.test(to);
  const [first, last] = numbers ? [Number(from), Number(to)] : [POINTS.indexOf(from), POINTS.indexOf(to)];
  if (first < 0 || last < first || last - first >= LONGEST_RANGE) return null;
  return Array.from({ length: last - first + 1 }, (_, step) =>
    numbers ? String(first + step) : POINTS.charAt(first + step),
  );
}

/** True when one place of a document is the other or lies in it; both as slugs. */
export function covers(outer: string, inner: string): boolean {
  return outer === WHOLE || inner === outer || inner.startsWith(`${outer}-`);
}

/** What a published answer says of a provision: it will change, it is well as it is read, it stays. */
const positions: Record<OutcomeKind, "change" | "reading" | "stays" | null> = {
  solved: "change",
  commitment: "change",
  explained: "reading",
  not_accepted: "stays",
  // Sends on and says nothing itself.
  referred: null,
};

/** The answers of one agency to one provision. */
export interface AgencyAnswer {
  readonly agencyId: number;
  readonly outcomeKind: OutcomeKind;
}

/**
 * What tells apart the answers that differ: `12:change,15:stays`; null while no
 * two agencies say something different about the provision.
 */
export function differencePrint(answers: readonly AgencyAnswer[]): string | null {
  const said = answers.flatMap(({ agencyId, outcomeKind }) => {
    const position = positions[outcomeKind];
    return position === null ? [] : [{ agencyId, position }];
  });
  const differ = said.some((one) =>
    said.some((other) => one.agencyId !== other.agencyId && one.position !== other.position),
  );
  if (!differ) return null;
  return [...new Set(said.map(({ agencyId, position }) => `${agencyId}:${position}`))].sort().join();
}

/** How an entry stands on a day (`2026-11-22`), once an amendment is taken into account. */
export function stateOn(
  entry: { readonly state: EntryState; readonly fixedOn: string | null },
  today: string,
): EntryState {
  if (entry.fixedOn === null) return entry.state;
  return entry.fixedOn <= today ? "fixed" : "promised";
}
