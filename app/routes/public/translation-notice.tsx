import { useTranslation } from "react-i18next";
import { Notice } from "../../components/notice.tsx";
import { otherLanguage } from "../../domain/case-kind.ts";
import type { CaseTexts } from "./case-texts.ts";

/** Which language is authoritative and how much of the page is translated; nothing where the page is the original. */
export function TranslationNotice({ texts, code, lang }: { texts: CaseTexts; code: string; lang: "vi" | "en" }) {
  const { t } = useTranslation(["translation", "public"]);
  if (texts.translated === "original") return null;
  const original = otherLanguage[lang];
  const language = t(`public:languageIn.${texts.authoritative}`);
  const count = { approved: texts.approved, segments: texts.segments, language };
  return (
    <Notice tone={texts.translated === "whole" ? "info" : "warning"}>
      <p>{t(`page.${texts.translated}`, count)}</p>
      <p>
        <a href={`/${original}/cases/${code}`} hrefLang={original} lang={original}>
          {t(`original.${original}`)}
        </a>
      </p>
    </Notice>
  );
}
