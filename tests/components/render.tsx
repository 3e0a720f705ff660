import { createInstance } from "i18next";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { MemoryRouter } from "react-router";
import type { Lang } from "../../app/domain/case-kind.ts";
import answeringEn from "../../locales/en/answering.json";
import filesEn from "../../locales/en/attachments.json";
import attentionEn from "../../locales/en/attention.json";
import domainEn from "../../locales/en/domain.json";
import en from "../../locales/en/furniture.json";
import officeEn from "../../locales/en/office.json";
import answeringVi from "../../locales/vi/answering.json";
import domainVi from "../../locales/vi/domain.json";
import officeVi from "../../locales/vi/office.json";
import filesVi from "../../locales/vi/attachments.json";
import suggestionsEn from "../../locales/en/suggestions.json";
import vi from "../../locales/vi/furniture.json";
import attentionVi from "../../locales/vi/attention.json";
import suggestionsVi from "../../locales/vi/suggestions.json";

const words = {
  vi: {
    furniture: vi,
    attachments: filesVi,
    suggestions: suggestionsVi,
    attention: attentionVi,
    answering: answeringVi,
    office: officeVi,
    domain: domainVi,
  },
  en: {
    furniture: en,
    attachments: filesEn,
    suggestions: suggestionsEn,
    attention: attentionEn,
    answering: answeringEn,
    office: officeEn,
    domain: domainEn,
  },
};

/** The HTML of a component in a language, with the words of the furniture and of what is drawn here. */
export async function html(node: ReactNode, lang: Lang = "vi"): Promise<string> {
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({
    lng: lang,
    resources: words,
    interpolation: { escapeValue: false },
  });
  return renderToStaticMarkup(
    <MemoryRouter>
      <I18nextProvider i18n={i18n}>{node}</I18nextProvider>
    </MemoryRouter>,
  );
}
