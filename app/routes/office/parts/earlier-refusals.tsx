import { useTranslation } from "react-i18next";
import { Notice } from "../../../components/notice.tsx";
import { Time } from "../../../components/time.tsx";
import type { CasePage } from "../../../http/case-page.ts";

/** Who has refused this case, whose they say it is, and by which provision. */
export function EarlierRefusals({ page }: { page: CasePage }) {
  const { t } = useTranslation("routing");
  const { refused, arbitration } = page.routing;
  if (refused.length === 0 && arbitration === null) return null;
  return (
    <section aria-labelledby="refused">
      <h2 id="refused">{t("refused.title")}</h2>
      {arbitration && <p>{t(`arbitration.${arbitration}`)}</p>}
      {refused.length > 0 && (
        <ol className="plain-list">
          {refused.map((one) => (
            <li key={one.id}>
              <p>
                <strong>{one.agency}</strong>, <Time value={one.at} />
              </p>
              <p>{t("refused.competent", { name: one.competent })}</p>
              <p>{t("refused.ground", { ground: one.ground })}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Before assigning: who refuses cases like this one. */
export function RefusedAlike({ page }: { page: CasePage }) {
  const { t } = useTranslation("routing");
  const { alike, refused } = page.routing;
  if (alike.length === 0 && refused.length === 0) return null;
  return (
    <Notice tone="warning" title={t("alike.title")}>
      <ul>
        {refused.map((one) => (
          <li key={one.id}>{t("alike.thisCase", { name: one.agency })}</li>
        ))}
        {alike.map(({ agency, times }) => (
          <li key={agency}>{t("alike.times", { name: agency, count: times })}</li>
        ))}
      </ul>
    </Notice>
  );
}
