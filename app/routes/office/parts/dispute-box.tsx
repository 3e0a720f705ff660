import { useTranslation } from "react-i18next";
import { Dl } from "../../../components/dl.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import { Time } from "../../../components/time.tsx";
import type { CasePage } from "../../../http/case-page.ts";

/** What the submitter says is wrong with the answer, and by when somebody who had no part in it decides, or that the answer stands. */
export function DisputeBox({ page }: { page: CasePage }) {
  const { t } = useTranslation("collective");
  const { dispute } = page;
  if (!dispute) return null;
  const { ground, text, at, decideBy, upheldAt, shutOut } = dispute;
  return (
    <section aria-labelledby="dispute">
      <h2 id="dispute">{t("dispute.title")}</h2>
      <Dl
        look="stacked"
        pairs={[
          { label: t("dispute.ground"), value: ground },
          { label: t("dispute.words"), value: text && <LangText text={text.body} lang={text.lang} /> },
          { label: t("dispute.at"), value: <Time value={at} format="time" /> },
          { label: t("dispute.decideBy"), value: !upheldAt && <Time value={decideBy} format="long" /> },
          { label: t("dispute.upheld"), value: upheldAt && <Time value={upheldAt} format="time" /> },
        ]}
      />
      {shutOut && <p>{t("dispute.shutOut")}</p>}
    </section>
  );
}
