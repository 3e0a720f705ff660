import type { RouterContextProvider } from "react-router";
import type { Lang, Level } from "../domain/case-kind.ts";
import type { CaseAct } from "../domain/acts.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { CaseLink } from "../../db/duplicates.ts";
import { type Reasoned, suggestFor } from "../../db/suggestions.ts";
import { termNames } from "../../db/terms.ts";
import { actorContext, langContext, portalContext } from "./context.ts";

/** One likely choice for a field of a form, as the page shows it. */
export interface SuggestedChoice {
  readonly value: string;
  readonly label: string;
  /** How many near cases were given it. */
  readonly cases: number;
  readonly words: readonly string[];
  readonly like: readonly CaseLink[];
}

export interface SuggestedDuplicate extends CaseLink {
  readonly receivedAt: Date;
  readonly reason: "near-point" | "same-commune" | "words";
  readonly words: readonly string[];
}

export interface PageSuggestions {
  readonly agencyId: readonly SuggestedChoice[];
  readonly field: readonly SuggestedChoice[];
  readonly bottleneck: readonly SuggestedChoice[];
  readonly level: readonly SuggestedChoice[];
  readonly duplicates: readonly SuggestedDuplicate[];
}

/** What near cases suggest for a case in triage; null for whoever decides nothing there. */
export async function loadSuggestions(
  context: Readonly<RouterContextProvider>,
  row: CaseRow,
  acts: readonly CaseAct[],
): Promise<PageSuggestions | null> {
  if (!inTriage(row, acts)) return null;
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const told = await suggestFor(store.read, context.get(actorContext), row, clock());
  const codes = [...told.field, ...told.bottleneck].map(({ value }) => value);
  const terms = await termNames(store.read, codes);
  const inLang = (term: { nameVi: string; nameEn: string } | undefined) => nameIn(lang, term);
  const named = <T extends string>(choices: readonly Reasoned<T>[], label: (value: T) => string) =>
    choices.map(({ value, ...reasons }) => ({ ...reasonsOf(reasons), value, label: label(value) }));
  return {
    agencyId: told.agency.map(({ value, ...reasons }) => ({
      ...reasonsOf(reasons),
      value: String(value.id),
      label: inLang(value),
    })),
    field: named(told.field, (code) => inLang(terms.get(`field/${code}`))),
    bottleneck: named(told.bottleneck, (code) => inLang(terms.get(`bottleneck/${code}`))),
    level: named<Level>(told.level, (level) => level),
    duplicates: told.duplicates.map(({ code, title, receivedAt, place, sameField, words }) => ({
      code,
      title,
      receivedAt,
      reason: sameField && (place === "near-point" || place === "same-commune") ? place : "words",
      words,
    })),
  };
}

/** Only who decides where a case goes, and only while that is open. */
export function inTriage(row: Pick<CaseRow, "status">, acts: readonly CaseAct[]): boolean {
  return row.status === "submitted" && acts.some((act) => act === "assign" || act === "classify" || act === "merge");
}

const nameIn = (lang: Lang, term: { nameVi: string; nameEn: string } | undefined): string =>
  (lang === "vi" ? term?.nameVi : term?.nameEn) ?? "";

const reasonsOf = ({ cases, words, like }: Pick<Reasoned<unknown>, "cases" | "words" | "like">) => ({
  cases,
  words,
  like,
});
