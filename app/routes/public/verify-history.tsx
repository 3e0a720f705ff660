import { useTranslation } from "react-i18next";
import type { Lang } from "../../domain/case-kind.ts";

/** Where the history of a published case can be checked, and how. */
export function VerifyHistory({ code, lang }: { code: string; lang: Lang }) {
  const { t } = useTranslation("ledger");
  return (
    <p className="small">
      {t("case.title")}: <a href={`/ledger/cases/${code}.json`}>{t("case.file")}</a>,{" "}
      <a href={`/${lang}/ledger`}>{t("case.how")}</a>.
    </p>
  );
}
