import { useTranslation } from "react-i18next";
import type { MiddlewareFunction } from "react-router";
import { type Lang, languages, otherLanguage } from "../../../domain/case-kind.ts";
import { langContext } from "../../../http/context.ts";

/** Pages before sign-in take their language from `?lang=`, where nobody's choice is known yet. */
export const languageOfQuery: MiddlewareFunction<Response> = async ({ url, context }, next) => {
  const asked = url.searchParams.get("lang");
  const lang = languages.find((known) => known === asked);
  if (lang) context.set(langContext, lang);
  return next();
};

const names: Record<Lang, string> = { vi: "Tiếng Việt", en: "English" };

/** The same page in the other language. */
export function LanguageQuery({ path, query }: { path: string; query: Record<string, string> }) {
  const { i18n } = useTranslation("furniture");
  const other = otherLanguage[i18n.language === "en" ? "en" : "vi"];
  return (
    <a href={`${path}?${new URLSearchParams({ ...query, lang: other })}`} hrefLang={other} lang={other}>
      {names[other]}
    </a>
  );
}
