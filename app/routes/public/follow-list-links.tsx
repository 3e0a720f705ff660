import { useTranslation } from "react-i18next";
import type { Lang } from "../../domain/case-kind.ts";
import { type ActiveFilters, filterQuery, listAddress } from "../../http/published-filters.ts";

/** The ways to follow a list as it is filtered now. */
export function FollowList({ lang, active }: { lang: Lang; active: ActiveFilters }) {
  const { t } = useTranslation("finding");
  const query = filterQuery(active).toString();
  const mail = `/${lang}/follow${query && `?${query}`}`;
  return (
    <section className="no-print">
      <h2>{t("list.title")}</h2>
      <p>{t("list.lead")}</p>
      <p className="cluster">
        <a href={mail} rel="nofollow">
          {t("list.mail")}
        </a>
        <a href={listAddress(lang, active, null, ".atom")}>{t("list.atom")}</a>
        <a href={listAddress(lang, active, null, ".json")}>{t("list.json")}</a>
        <a href={`/${lang}/following`}>{t("list.device")}</a>
      </p>
    </section>
  );
}
