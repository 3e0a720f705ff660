import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Time } from "../../../components/time.tsx";
import type { LawsPage } from "../../../http/laws-page.ts";

type Law = LawsPage["laws"][number];
/** What is as old as the portal's data has no first day that is known. */
const ALWAYS = "1945-09-02";
const tones = { coming: "info", "in-force": "fine", ended: "quiet" } as const;

export function LawList({ laws }: { laws: readonly Law[] }) {
  const { t } = useTranslation("laws");
  return (
    <ul className="plain-list people">
      {laws.map((law) => (
        <li key={law.key} className="box">
          <p>
            <Link to={`/office/laws?${new URLSearchParams({ law: law.key })}`}>{law.wording}</Link>{" "}
            <span className={`badge badge--${tones[law.standing]}`}>{t(`stands.${law.standing}`)}</span>
          </p>
          <p>{law.title}</p>
          <p className="card__meta">
            <span>
              {t("from")} {law.validFrom > ALWAYS ? <Time value={law.validFrom} /> : t("unknown")}
            </span>
            {law.validTo && (
              <span>
                {t("to")} <Time value={law.validTo} />
              </span>
            )}
            {law.successor && (
              <span>
                {t("successor")}: {law.successor}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What was said of a document before, by whom and when. */
export function LawHistory({ law }: { law: NonNullable<LawsPage["opened"]> }) {
  const { t } = useTranslation("laws");
  return (
    <section aria-labelledby="law-history">
      <h2 id="law-history">{t("history")}</h2>
      {law.history.length === 0 ? (
        <p className="muted">{t("shipped")}</p>
      ) : (
        <ol className="plain-list people">
          {law.history.map((event) => (
            <li key={event.position} className="box">
              <p>
                <Time value={event.at} format="time" />, <bdi className="strong">{event.by}</bdi>
              </p>
              <p>
                {event.validFrom && (
                  <>
                    {t("from")} <Time value={event.validFrom} />.{" "}
                  </>
                )}
                {event.validTo && (
                  <>
                    {t("to")} <Time value={event.validTo} />.{" "}
                  </>
                )}
                {event.successor && `${t("successor")}: ${event.successor}.`}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
