import type { Lang } from "../../domain/case-kind.ts";
import { answerLang } from "../../domain/publication-parts.ts";
import { type Kept, type Piece, piecesIn, progressOf } from "../../domain/segment-state.ts";
import { spokenTitle, type Spoken } from "../../domain/spoken.ts";
import type { Publication } from "../../../db/publications.ts";

/** How much of a page is translated into its reader's language; an original needs no translation. */
export type Translated = "original" | "whole" | "part" | "none";

/** What people wrote of a published case, as a reader of one language is shown it. */
export interface CaseTexts {
  readonly title: Spoken;
  readonly question: readonly Piece[];
  readonly answer: readonly Piece[] | null;
  /** The texts of the outcome by the field they are in. */
  readonly outcome: Readonly<Record<string, readonly Piece[]>>;
  readonly translated: Translated;
  /** Of the sentences that are not in the reader's language by origin, how many there are and how many are translated. */
  readonly segments: number;
  readonly approved: number;
  /** The language of what is not in the reader's by origin: there it is authoritative. */
  readonly authoritative: Lang;
}

export function caseTexts(publication: Publication, segments: readonly Kept[], lang: Lang): CaseTexts {
  const of = (part: string) =>
    piecesIn(
      lang,
      segments.filter((one) => one.part === part),
    );
  const foreign = segments.filter((one) => one.lang !== lang);
  const progress = progressOf(foreign);
  const fields = [...new Set(segments.map(({ part }) => part).filter((part) => part.startsWith("outcome.")))];
  const answer = of("answer");
  return {
    title: spokenTitle(publication, lang),
    question: of("question"),
    answer: answer.length > 0 ? answer : null,
    outcome: Object.fromEntries(fields.map((part) => [part.slice("outcome.".length), of(part)])),
    translated: translatedOf(progress),
    segments: progress.segments,
    approved: progress.approved,
    authoritative: foreign[0]?.lang ?? publication.lang,
  };
}

function translatedOf({ segments, approved }: { segments: number; approved: number }): Translated {
  if (segments === 0) return "original";
  if (approved === 0) return "none";
  return approved < segments ? "part" : "whole";
}

/** The outcome in the language of the answer, from which the fields without words are taken. */
export function sourceOutcome(publication: Publication) {
  return answerLang(publication) === "vi" ? publication.outcomeVi : publication.outcomeEn;
}
