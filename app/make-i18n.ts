import { createInstance, type i18n, type Resource } from "i18next";
import type { Lang } from "./domain/case-kind.ts";

/** Settings that server and browser share, so that both write the same words. */
export function makeI18n(lang: Lang, resources: Resource): i18n {
  const instance = createInstance();
  void instance.init({
    lng: lang,
    resources,
    initAsync: false,
    fallbackLng: false,
    defaultNS: "furniture",
    ns: Object.keys(resources[lang] ?? {}),
    // React escapes; mails are React too, and their text part is text.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
