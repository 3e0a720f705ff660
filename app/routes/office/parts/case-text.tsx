import { useTranslation } from "react-i18next";
import { Dl } from "../../../components/dl.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import { Readiness } from "../../../components/readiness-steps.tsx";
import type { CasePage } from "../../../http/case-page.ts";

type Detail = CasePage["details"][number];

/** What the submitter wrote, as they wrote it; what they chose or counted stands together below. */
export function CaseText({ page }: { page: CasePage }) {
  const { t } = useTranslation(["office", "domain"]);
  const chosen = page.details.filter(({ written }) => !written);
  return (
    <section aria-labelledby="text">
      <h2 id="text">{t("case.text")}</h2>
      <LangText text={page.content} lang={page.lang} />
      {page.details
        .filter(({ written }) => written)
        .map(({ name, label, value }) => (
          <div key={name}>
            <h3>{label}</h3>
            <LangText text={value} lang={page.lang} />
          </div>
        ))}
      <Dl
        look="tight"
        pairs={[
          ...chosen.map((detail) => ({ label: detail.label, value: <Chosen detail={detail} /> })),
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

function Chosen({ detail: { level, value } }: { detail: Detail }) {
  return level === null ? value : <Readiness level={level} words={value} />;
}
