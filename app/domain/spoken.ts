import { type Lang, otherLanguage } from "./case-kind.ts";

/** A text with the language it is in. */
export interface Spoken {
  readonly text: string;
  readonly lang: Lang;
}

/** The same text in two languages; null where there is no approved translation of today's text. */
export interface InTwo {
  readonly vi: string | null;
  readonly en: string | null;
}

/**
 * A text as a reader of `lang` is shown it: in that language, else in the other
 * one. Whoever shows the other one marks it with its `lang` and says that it is
 * not translated; `Untranslated` does both.
 */
export function spoken(texts: InTwo, lang: Lang): Spoken {
  const own = texts[lang];
  if (own !== null) return { text: own, lang };
  const other = otherLanguage[lang];
  return { text: texts[other] ?? "", lang: other };
}

/** The title of a publication as a reader of `lang` is shown it. */
export function spokenTitle(item: { readonly titleVi: string | null; readonly titleEn: string | null }, lang: Lang) {
  return spoken({ vi: item.titleVi, en: item.titleEn }, lang);
}
