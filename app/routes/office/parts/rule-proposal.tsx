import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import type { CasePage } from "../../../http/case-page.ts";

/** What a routing rule says of a case that nobody has assigned, with one button to do as it says. */
export function RuleProposal({ page }: { page: CasePage }) {
  const { t } = useTranslation("routing");
  const { proposal } = page.routing;
  if (!proposal)
    return page.routing.ruled && page.history.at(-1)?.type === "reroute" ? (
      <Notice title={t("proposal.none")}>{t("proposal.noneText")}</Notice>
    ) : null;
  return (
    <Notice title={t("proposal.title", { rule: proposal.rule, agency: proposal.agency })}>
      {proposal.auto && <p>{t("proposal.auto")}</p>}
      <form method="post" noValidate>
        <input type="hidden" name="_act" value="assign" />
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="agencyId" value={proposal.agencyId} />
        <p className="muted">
          <Link to={`/office/rules/${proposal.set}`}>{t("proposal.see", { set: proposal.set })}</Link>
        </p>
        <Button variant="secondary">{t("proposal.follow")}</Button>
      </form>
    </Notice>
  );
}
