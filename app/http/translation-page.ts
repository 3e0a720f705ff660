import type { TFunction } from "i18next";
import type { RouterContextProvider } from "react-router";
import { translationMeasure } from "../commands/steps/translation-measure.ts";
import { findCase, scopeOf } from "../../db/cases.ts";
import { publicationOfCase } from "../../db/publications.ts";
import { numberedSegments, type SegmentRow } from "../../db/segments.ts";
import { staffNames } from "../../db/staff.ts";
import { readCaseCode } from "../domain/case-code.ts";
import { otherLanguage } from "../domain/case-kind.ts";
import { findTerms, type Term } from "../domain/glossary.ts";
import { outcomeFields } from "../domain/outcome.ts";
import { may } from "../domain/permissions.ts";
import { isStale, progressOf, segmentState } from "../domain/segment-state.ts";
import { isTranslatable } from "../domain/segments.ts";
import { checkTranslation, type TranslationMeasure, type TranslationWarning } from "../domain/translation-check.ts";
import { getI18n } from "../i18n.ts";
import { actorContext, langContext, portalContext } from "./context.ts";

/** The parts of a page in its order; fields of the outcome come after the answer, as there. */
const partOrder = [
  "title",
  "question",
  "answer",
  ...Object.values(outcomeFields).flatMap((names) => names.map((name) => `outcome.${name}`)),
];

/** A published case sentence by sentence for whoever translates it; null for whoever may not. */
export async function loadTranslation(context: Readonly<RouterContextProvider>, typedCode: string) {
  const { store, env, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const lang = context.get(langContext);
  const row = await findCase(store.read, readCaseCode(typedCode) ?? "");
  if (!row || actor.kind !== "staff" || !may(actor, "translate", scopeOf(row))) return null;
  const publication = await publicationOfCase(store.read, row.id);
  if (!publication) return null;
  const segments = (await numberedSegments(store.read, publication)).filter(({ source }) => isTranslatable(source));
  const names = await staffNames(
    store.read,
    segments.flatMap(({ draftBy, translatedBy, approvedBy }) =>
      [draftBy, translatedBy, approvedBy].filter((id) => id !== null),
    ),
  );
  const measure = await translationMeasure(store.read, row, clock());
  const words = getI18n(lang).getFixedT(lang, ["translating", "public"]);
  const parts = [...new Set(segments.map(({ part }) => part))].sort((a, b) => rankOf(a) - rankOf(b));
  return {
    code: row.code,
    version: row.version,
    title: (publication.lang === "vi" ? publication.titleVi : publication.titleEn) ?? "",
    lang: publication.lang,
    progress: progressOf(segments),
    machine: env.TRANSLATOR_URL !== undefined,
    parts: parts.map((name) => ({
      name,
      label: labelOf(name, words),
      segments: segments
        .filter(({ part }) => part === name)
        .map((one) => segmentView(one, actor.staffId, measure, (id) => (id === null ? null : (names.get(id) ?? null)))),
    })),
  };
}

export type TranslationPage = NonNullable<Awaited<ReturnType<typeof loadTranslation>>>;
export type SegmentView = TranslationPage["parts"][number]["segments"][number];

function segmentView(
  one: SegmentRow,
  staffId: number,
  measure: TranslationMeasure,
  nameOf: (id: number | null) => string | null,
) {
  const into = otherLanguage[one.lang];
  const state = segmentState(one);
  const text = one.draft ?? one.translation ?? "";
  return {
    id: one.id,
    lang: one.lang,
    into,
    source: marked(one.source, one.lang, measure.terms),
    state,
    stale: isStale(one),
    text,
    /** What the public reads while a draft waits. */
    approved: one.draft !== null ? one.translation : null,
    machine: one.draft === null ? one.translationMachine : one.draftMachine,
    own: one.draftBy === staffId,
    translator: nameOf(one.draft === null ? one.translatedBy : one.draftBy),
    approver: one.draft === null ? nameOf(one.approvedBy) : null,
    returnReason: state === "returned" ? one.returnReason : null,
    warnings: text === "" ? [] : checkTranslation(one.source, one.lang, text, measure),
  };
}

/** What there is to say of the typed translations, by the id of their segment. */
export async function warningsOn(
  context: Readonly<RouterContextProvider>,
  page: TranslationPage,
  values: Readonly<Record<string, string>>,
): Promise<Record<string, readonly TranslationWarning[]>> {
  const { store, clock } = context.get(portalContext);
  const row = await findCase(store.read, page.code);
  if (!row) return {};
  const measure = await translationMeasure(store.read, row, clock());
  const segments = page.parts.flatMap((part) => part.segments);
  return Object.fromEntries(
    segments.map(({ id, source, lang }) => {
      const typed = values[`segments.${id}`] ?? "";
      const whole = source.map(({ text }) => text).join("");
      return [id, typed === "" ? [] : checkTranslation(whole, lang, typed, measure)];
    }),
  );
}

/** A source cut at its terms, each with the wording that the glossary has for it. */
function marked(source: string, lang: "vi" | "en", terms: readonly Term[]) {
  const stretches: { text: string; wording: string | null }[] = [];
  let at = 0;
  for (const { start, end, term } of findTerms(source, lang, terms)) {
    if (start > at) stretches.push({ text: source.slice(at, start), wording: null });
    stretches.push({ text: source.slice(start, end), wording: term[otherLanguage[lang]].join(" / ") });
    at = end;
  }
  if (at < source.length) stretches.push({ text: source.slice(at), wording: null });
  return stretches;
}

function labelOf(part: string, t: TFunction<["translating", "public"]>): string {
  const field = part.replace(/^outcome\./u, "");
  return field === part ? t(`part.${part}`) : t("part.outcome", { field: t(`public:outcome.${field}`) });
}

function rankOf(part: string): number {
  return partOrder.indexOf(part);
}
