import type { Kind, Lang } from "../../domain/case-kind.ts";
import type { Status } from "../../domain/case-status.ts";
import { snippet } from "../../domain/found.ts";
import { highlight, type Stretch } from "../../domain/highlight.ts";
import type { OutcomeKind } from "../../domain/outcome.ts";
import { answerStands, answerStateOf } from "../../domain/published-answer.ts";
import { spoken, spokenTitle } from "../../domain/spoken.ts";
import type { PublicationSummary, PublicationTexts } from "../../../db/publication-lists.ts";
import type { ReferenceLists } from "../../http/reference-lists.ts";

/** A published case in a list, in the reader's language. */
export interface PublishedSummary {
  readonly code: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly title: readonly Stretch[];
  /** The language the title is shown in: the reader's, where it is translated. */
  readonly titleLang: Lang;
  /** Where the searched words stand in its text; null where nothing was searched, or the title alone holds them. */
  readonly excerpt: readonly Stretch[] | null;
  readonly excerptLang: Lang;
  /** How it ended; null too while the answer that was published does not stand. */
  readonly outcome: OutcomeKind | null;
  /** It was taken up again after the answer that was published. */
  readonly reopened: boolean;
  readonly agency: string;
  readonly place: string;
  readonly receivedOn: string;
  readonly answeredAt: Date | null;
}

/** Summaries with the names that belong to their codes, searched words cut out for marking. */
export function summariesOf(
  items: readonly PublicationSummary[],
  words: readonly string[],
  lists: ReferenceLists,
  lang: Lang,
  texts: ReadonlyMap<number, PublicationTexts> = new Map(),
): PublishedSummary[] {
  const provinces = new Map(lists.provinces.map((province) => [province.code, province]));
  const name = (item: { nameVi: string; nameEn: string } | undefined) =>
    (lang === "en" ? item?.nameEn : item?.nameVi) ?? "";
  return items.map((item) => ({
    code: item.code,
    kind: item.kind,
    status: item.status,
    title: highlight(spokenTitle(item, lang).text, words),
    titleLang: spokenTitle(item, lang).lang,
    ...excerptOf(texts.get(item.id), words, lang),
    outcome: answerStands(item) ? item.outcomeKind : null,
    reopened: answerStateOf(item) === "reopened",
    agency: item.agencyId === null ? "" : name(lists.agencies.get(item.agencyId)),
    place: name(provinces.get(item.provinceCode ?? "")),
    receivedOn: item.receivedOn,
    answeredAt: item.answeredAt,
  }));
}

/** Where words stand in the question or the answer, in the reader's language first. */
function excerptOf(texts: PublicationTexts | undefined, words: readonly string[], lang: Lang) {
  const parts = texts && [
    spoken({ vi: texts.questionVi, en: texts.questionEn }, lang),
    ...(texts.answerVi === null && texts.answerEn === null
      ? []
      : [spoken({ vi: texts.answerVi, en: texts.answerEn }, lang)]),
  ];
  for (const { text, lang: excerptLang } of parts ?? []) {
    const excerpt = snippet(text, words);
    if (excerpt) return { excerpt, excerptLang };
  }
  return { excerpt: null, excerptLang: lang };
}
