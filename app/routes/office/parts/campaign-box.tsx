import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CasePage } from "../../../http/case-page.ts";

/** Says that a letter is one of many near-equal ones, and who stands behind them. */
export function CampaignBox({ page }: { page: CasePage }) {
  const { t } = useTranslation("campaign");
  const { campaign } = page;
  if (!campaign) return null;
  return (
    <section aria-labelledby="campaign">
      <h2 id="campaign">{t("title")}</h2>
      <p>{t("oneOf", { count: campaign.letters })}</p>
      <p>{t("senders", { named: campaign.named, anonymous: campaign.anonymous })}</p>
      <p>
        <Link to={`/office/campaigns/${campaign.id}`}>{t("list")}</Link>
      </p>
      <p className="small muted">{t("note")}</p>
    </section>
  );
}
