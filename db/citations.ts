import { citedDocuments, citationId, type Citation } from "../app/domain/citations.ts";
import { lawStanding } from "../app/domain/law-validity.ts";
import type { LegalDocument } from "../app/domain/legal-tokens.ts";
import { documentKey, documentWording } from "../app/domain/legal-wording.ts";
import { findLaws, knownLaws, type Law } from "./laws.ts";
import type { Db } from "./store.server.ts";

/** The texts of an answer in which documents are cited: its body and every written field of its outcome. */
export function textsOfAnswer(body: string, outcome: Readonly<Record<string, unknown>>): string[] {
  const written = Object.entries(outcome).filter(([name]) => name !== "kind");
  return [body, ...written.map(([, value]) => value).filter((value) => typeof value === "string")];
}

/**
 * The documents that texts cite, each once, and how each stands on a day. A
 * document with a number that the portal does not know is said to be unknown.
 */
export async function citationsOf(db: Db, texts: readonly string[], today: string): Promise<Citation[]> {
  const documents = citedDocuments(texts);
  const known = await knownLaws(db, documents);
  const successors = await findLaws(
    db,
    [...known.values()].flatMap(({ replacedBy }) => (replacedBy === null ? [] : [replacedBy])),
  );
  const seen = new Set<string>();
  return documents.flatMap((document) => {
    const law = known.get(documentKey(document));
    // Unknown and by its bare name, or by a bare "1/2027": that may be no document at all.
    const numbered = document.number !== null && (document.type !== null || document.symbol !== null);
    if (!law && !numbered) return [];
    const citation = law ? knownCitation(law, successors, today) : unknownCitation(document);
    if (seen.has(citation.id)) return [];
    seen.add(citation.id);
    return [citation];
  });
}

function knownCitation(law: Law, successors: ReadonlyMap<string, Law>, today: string): Citation {
  const successor = law.replacedBy === null ? undefined : successors.get(law.replacedBy);
  return {
    id: citationId(law.key),
    standing: lawStanding(law, today),
    nameVi: documentWording(law, "vi"),
    nameEn: documentWording(law, "en"),
    validFrom: law.validFrom,
    validTo: law.validTo,
    successorVi: successor ? documentWording(successor, "vi") : null,
    successorEn: successor ? documentWording(successor, "en") : null,
  };
}

function unknownCitation(document: LegalDocument): Citation {
  return {
    id: citationId(documentKey(document)),
    standing: "unknown",
    nameVi: documentWording(document, "vi"),
    nameEn: documentWording(document, "en"),
    validFrom: null,
    validTo: null,
    successorVi: null,
    successorEn: null,
  };
}

/** The citations not in force that nobody has acknowledged, as rule names by id. */
export function unread(citations: readonly Citation[], acknowledged: readonly string[]): Record<string, string> {
  const open = citations.filter(
    ({ id, standing }) => (standing === "ended" || standing === "coming") && !acknowledged.includes(id),
  );
  return Object.fromEntries(open.map(({ id, standing }) => [id, standing]));
}
