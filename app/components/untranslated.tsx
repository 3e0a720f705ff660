import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/**
 * A text in the language it is written in. Where that is not the reader's, it
 * carries its `lang` and the words "not yet translated" beside it: text in
 * another language is never shown silently.
 */
export function Untranslated({ lang, children }: { lang: string; children: ReactNode }) {
  const { i18n } = useTranslation("translation");
  if (lang === i18n.language) return children;
  return (
    <>
      <bdi lang={lang}>{children}</bdi> <UntranslatedMark />
    </>
  );
}

/** The mark alone, for where the text stands in a link or a heading of its own; `stale` had a translation before. */
export function UntranslatedMark({ stale = false }: { stale?: boolean }) {
  const { t } = useTranslation("translation");
  return <span className="untranslated">{t(stale ? "mark.stale" : "mark.untranslated")}</span>;
}
