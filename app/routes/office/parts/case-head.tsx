import { useTranslation } from "react-i18next";
import { CodeText } from "../../../components/code-text.tsx";
import { StandingBadge } from "../../../components/standing-badge.tsx";
import { StatusBadge } from "../../../components/status-badge.tsx";
import { Time } from "../../../components/time.tsx";
import type { CasePage } from "../../../http/case-page.ts";

/** What a case is and how it stands, at a glance. */
export function CaseHead({ page }: { page: CasePage }) {
  const { t } = useTranslation(["office", "domain", "collective", "translating"]);
  const isSplit = page.status === "submitted" && page.collective.openParts > 0;
  return (
    <header className="case-head">
      <p className="card__meta">
        <CodeText mark="code">{page.code}</CodeText>
        <span>{t(`domain:kind.${page.kind}`)}</span>
        {page.place && <span>{page.place}</span>}
      </p>
      <h1 lang={page.lang}>{page.title}</h1>
      <p className="cluster">
        <StatusBadge
          status={page.status}
          word={t(page.heldReason ? "status.held" : isSplit ? "collective:splitStatus" : `status.${page.status}`)}
        />
        <StandingBadge standing={page.standing} />
        {page.published && <span className="badge badge--fine">{t("case.isPublished")}</span>}
      </p>
      <p className="card__meta">
        <span>{page.agency ? t("case.lead", { agency: page.agency }) : t("case.noAgency")}</span>
        <span>
          {t("case.due")} <Time value={page.dueOn} format="long" />
        </span>
        {page.triageOn && (
          <span>
            {t("queue.triageBy")} <Time value={page.triageOn} />
          </span>
        )}
        {page.replyBy && (
          <span>
            {t("case.replyBy")} <Time value={page.replyBy} />
          </span>
        )}
      </p>
      {page.heldReason && <p>{t(`held.${page.heldReason}`)}</p>}
      {page.refusals > 0 && page.status === "submitted" && <p>{t("case.refusals", { count: page.refusals })}</p>}
      {page.collective.parts.length > 0 && page.status === "submitted" && (
        <p>
          <span className="strong">{t("collective:splitInto", { count: page.collective.parts.length })}</span>{" "}
          {page.collective.openParts > 0
            ? t("collective:splitOpen", { count: page.collective.openParts })
            : t("collective:splitDone")}
        </p>
      )}
      {page.acts.includes("translate") && (
        <p>
          <a href={`/office/cases/${page.code}/translation`}>{t("translating:case")}</a>
        </p>
      )}
      {page.leadCode && (
        <p>
          {t("case.mergedInto")} <CodeText>{page.leadCode}</CodeText>
        </p>
      )}
    </header>
  );
}
