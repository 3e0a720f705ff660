import { readCount, readHours, readMoney } from "./amount.ts";
import { type LegalReference, MOST_PROVISIONS, readReferences, withoutRepeats } from "./legal-reference.ts";
import { documentKey, documentWording, referenceWording } from "./legal-wording.ts";

/** What a barrier says beside its text: a case's details, or the answers of a form. */
type Details = Readonly<Record<string, unknown>>;
const textOf = (details: Details, name: string): string => {
  const value = details[name];
  return typeof value === "string" ? value : "";
};

/**
 * The provisions that a barrier names, each once: those of its list, after the
 * one in the fields for a single one. "Điều 5" alone belongs to the document beside it.
 */
export function provisionsOf(details: Details): LegalReference[] {
  return everyProvision(details).slice(0, MOST_PROVISIONS);
}

function everyProvision(details: Details): LegalReference[] {
  const documents = readReferences(textOf(details, "legalDocument"));
  const [first] = documents;
  const place = textOf(details, "legalProvision");
  const listed = readReferences(textOf(details, "provisions"), first?.document ?? null);
  // The document alone says nothing more where the list names a part of it.
  const isNamed = (one: LegalReference) =>
    listed.some((other) => documentKey(other.document) === documentKey(one.document));
  const single =
    place === ""
      ? documents.filter((one) => one.document === null || one.article !== null || !isNamed(one))
      : withPlace(documents, place);
  return withoutRepeats([...single, ...listed]);
}

/** The document of one field with the place of the other. */
function withPlace(documents: readonly LegalReference[], place: string): LegalReference[] {
  const [first, ...more] = documents;
  const places = readReferences(place, first?.document ?? null);
  if (!first || places.some((one) => one.document === null)) {
    // Not understood: both stay as they were typed, in one line.
    const typed = [place, first?.typed].filter(Boolean).join(", ");
    return [{ ...(first ?? EMPTY), article: null, clause: null, point: null, to: null, typed }, ...more];
  }
  return [...places.map((one) => ({ ...one, typed: `${place}, ${first.typed}` })), ...more];
}

const EMPTY: LegalReference = { document: null, article: null, clause: null, point: null, to: null, typed: "" };

/** The document that a list of provisions names first, for where only one is asked. */
export function firstDocument(details: Details): string {
  const [first] = provisionsOf(details);
  if (!first) return "";
  return first.document ? documentWording(first.document, "vi") : first.typed;
}

/** What a barrier costs in a year, by the sender's word; null is "not said". */
export interface Burden {
  /** Of working time. */
  readonly minutesPerYear: number | null;
  /** In đồng. */
  readonly moneyPerYear: number | null;
  readonly timesPerYear: number | null;
  /** Firms or people. */
  readonly affectedCount: number | null;
}

export function burdenOf(details: Details): Burden {
  const hours = readHours(textOf(details, "hoursPerYear"));
  return {
    minutesPerYear: hours === null ? null : Math.round(hours * 60),
    moneyPerYear: readMoney(textOf(details, "moneyPerYear")),
    timesPerYear: readCount(textOf(details, "timesPerYear")),
    affectedCount: readCount(textOf(details, "affectedCount")),
  };
}

/** The amount that a field holds, or null when the field holds none or it cannot be read. */
export function amountIn(name: string, typed: string): number | null {
  switch (name) {
    case "hoursPerYear":
      return readHours(typed);
    case "moneyPerYear":
      return readMoney(typed);
    case "timesPerYear":
    case "affectedCount":
      return readCount(typed);
    default:
      return null;
  }
}

/**
 * The answers with everything that names a provision gathered in one list, a
 * line for each, and the fields for a single one empty: how the form keeps them.
 * `without` is the place in the list of one to take out.
 */
export function gatheredProvisions(answers: Details, without: number | null = null): Record<string, string> {
  const kept = everyProvision(answers).filter((_, index) => index !== without);
  return { legalDocument: "", legalProvision: "", provisions: kept.map((one) => lineOf(one)).join("\n") };
}

const lineOf = (one: LegalReference): string => (one.document === null ? one.typed : referenceWording(one, "vi"));
