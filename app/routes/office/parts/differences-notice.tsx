import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Notice } from "../../../components/notice.tsx";
import type { CasePage } from "../../../http/case-page.ts";

/** Says on a case that agencies have answered differently on a provision that it names. */
export function DifferencesNotice({ differences }: { differences: CasePage["differences"] }) {
  const { t } = useTranslation("register-office");
  if (differences.length === 0) return null;
  return (
    <Notice tone="warning" title={t("differences.onCase")}>
      <p>{t("differences.onCaseText")}</p>
      <ul>
        {differences.map(({ id, provision }) => (
          <li key={id}>
            <Link to={`/office/differences?id=${id}`}>{provision}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
