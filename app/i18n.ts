import type { i18n, Resource } from "i18next";
import type { Lang } from "./domain/case-kind.ts";
import { makeI18n } from "./make-i18n.ts";

/**
 * One prebuilt instance per language with every namespace, for the server:
 * pages and mails. The browser loads only what office pages need
 * (entry.client.tsx).
 */
const files = import.meta.glob<Record<string, unknown>>("../locales/*/*.json", { eager: true, import: "default" });

function resourcesOf(lang: Lang): Resource {
  const own = Object.entries(files).filter(([path]) => path.includes(`/${lang}/`));
  return {
    [lang]: Object.fromEntries(
      own.map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ""), words]),
    ) as Resource[string],
  };
}

const instances: Record<Lang, i18n> = { vi: makeI18n("vi", resourcesOf("vi")), en: makeI18n("en", resourcesOf("en")) };

/** The words of a language. */
export function getI18n(lang: Lang): i18n {
  return instances[lang];
}
