import type { LawStanding } from "./law-validity.ts";
import { type LegalDocument, legalTokens } from "./legal-tokens.ts";
import { documentKey } from "./legal-wording.ts";

/** A document that a text cites, and how it stands on the day of the reading. */
export interface Citation {
  /** The same for every spelling; letters, digits and hyphens only. */
  readonly id: string;
  /** `unknown`: the portal has never heard of it. */
  readonly standing: LawStanding | "unknown";
  readonly nameVi: string;
  readonly nameEn: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** What took its place. */
  readonly successorVi: string | null;
  readonly successorEn: string | null;
}

/** The most characters of one line that are read. */
const LONGEST_LINE = 4_000;

/** The documents that texts name, each once, in the order of the texts. */
export function citedDocuments(texts: readonly string[]): LegalDocument[] {
  const found = new Map<string, LegalDocument>();
  for (const line of texts.flatMap((text) => text.normalize("NFC").split("\n"))) {
    for (const token of legalTokens(line.slice(0, LONGEST_LINE))) {
      if (token.kind !== "document") continue;
      const key = documentKey(token.document);
      if (key !== "" && !found.has(key)) found.set(key, token.document);
    }
  }
  return [...found.values()];
}

/** A document's key as it may stand in names of fields. */
export function citationId(key: string): string {
  return key.replace(/[^a-z0-9]+/g, "-");
}
