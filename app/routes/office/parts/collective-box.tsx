import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CodeText } from "../../../components/code-text.tsx";
import { StatusBadge } from "../../../components/status-badge.tsx";
import { Time } from "../../../components/time.tsx";
import type { CasePage } from "../../../http/case-page.ts";

type Together = CasePage["collective"];

/** The cases that belong together with this one: under it, parts of it, related to it; and until when a merge can be taken back. */
export function CollectiveBox({ page }: { page: CasePage }) {
  const { t } = useTranslation("collective");
  const { members, senders, some, unmergeBy, parentCode, parts, openParts, links } = page.collective;
  const nothing = members === 0 && unmergeBy === null && parentCode === null && parts.length + links.length === 0;
  if (nothing) return null;
  return (
    <section aria-labelledby="collective">
      <h2 id="collective">{t("title")}</h2>
      {unmergeBy && (
        <p>
          {t("unmergeBy")} <Time value={unmergeBy} format="long" />
        </p>
      )}
      {members > 0 && (
        <>
          <p>{t("members", { count: members })}</p>
          <p>{t("senders", { count: senders })}</p>
          <CaseList cases={some} label={t("membersTitle")} />
          {members > some.length && <p className="small muted">{t("notAll", { count: some.length })}</p>}
        </>
      )}
      {parentCode && (
        <p>
          {t("partOf")}{" "}
          <Link to={`/office/cases/${parentCode}`}>
            <CodeText>{parentCode}</CodeText>
          </Link>
        </p>
      )}
      {parts.length > 0 && (
        <>
          <h3>{t("partsTitle")}</h3>
          <p>{openParts > 0 ? t("openParts", { count: openParts }) : t("partsDone")}</p>
          <CaseList cases={parts} label={t("partsTitle")} />
        </>
      )}
      {links.length > 0 && (
        <>
          <h3>{t("linksTitle")}</h3>
          <CaseList cases={links} label={t("linksTitle")} />
        </>
      )}
    </section>
  );
}

function CaseList({ cases, label }: { cases: Together["links"]; label: string }) {
  return (
    <ul aria-label={label}>
      {cases.map(({ code, title, lang, status }) => (
        <li key={code}>
          <Link to={`/office/cases/${code}`}>
            <CodeText>{code}</CodeText>
          </Link>{" "}
          <StatusBadge status={status} /> <span lang={lang}>{title}</span>
        </li>
      ))}
    </ul>
  );
}
