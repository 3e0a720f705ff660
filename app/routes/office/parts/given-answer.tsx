import { useTranslation } from "react-i18next";
import { Dl } from "../../../components/dl.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import { PointList } from "../../../components/point-list.tsx";
import type { CasePage } from "../../../http/case-page.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { OutcomeList } from "./outcome-list.tsx";

/** The newest answer as far as its reader may know it, and what the submitter said of it. */
export function GivenAnswer({ page, answer }: { page: CasePage; answer: NonNullable<CasePage["answer"]> }) {
  const { t } = useTranslation(["office", "domain"]);
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t(`answerState.${answer.state}`)}</h2>
      <LangText text={answer.body} lang={answer.lang} />
      <OutcomeList page={page} answer={answer} />
      <EvidenceList page={page} />
      <PointList points={page.answering.given ?? []} />
      {page.rating && (
        <>
          <h3>{t("case.rating")}</h3>
          <Dl
            look="tight"
            pairs={[
              { label: t("case.ratingLevel"), value: t(`domain:rating.${page.rating.level}`) },
              { label: t("case.ratingSolved"), value: t(`domain:yesNo.${page.rating.solved ? "yes" : "no"}`) },
              { label: t("case.ratingComment"), value: page.rating.comment, lang: page.lang },
            ]}
          />
        </>
      )}
    </section>
  );
}
