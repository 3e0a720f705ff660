import { useTranslation } from "react-i18next";
import { Dl } from "../../../components/dl.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import type { CasePage } from "../../../http/case-page.ts";

/** Answers chosen from a list of ours. */
const ours = ["technology", "obstacleClass", "readiness"];

/** What the submitter wrote, as they wrote it. */
export function CaseText({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation(["office", "forms", "domain"]);
  const label = (name: string) => {
    const own: string = `forms:kinds.${page.kind}.${name}.label`;
    const key: string = i18n.exists(own) ? own : `forms:fields.${name}.label`;
    return t(key);
  };
  return (
    <section aria-labelledby="text">
      <h2 id="text">{t("case.text")}</h2>
      <LangText text={page.content} lang={page.lang} />
      {page.details.map(({ name, value }) => (
        <div key={name}>
          <h3>{label(name)}</h3>
          <LangText
            text={name === "readiness" ? t(`forms:options.readiness.${value}`) : value}
            lang={ours.includes(name) ? i18n.language : page.lang}
          />
        </div>
      ))}
      <Dl
        look="tight"
        pairs={[
          { label: t("case.field"), value: page.field },
          { label: t("case.bottleneck"), value: page.bottleneck },
          { label: t("case.place"), value: [page.address, page.place].filter(Boolean).join(", ") },
          { label: t("case.language"), value: t(`domain:language.${page.lang}`) },
          { label: t("case.consent"), value: t(`domain:yesNo.${page.publishConsent ? "yes" : "no"}`) },
        ]}
      />
    </section>
  );
}
