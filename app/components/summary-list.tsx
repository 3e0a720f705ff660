/** The answers before they are sent, each with a way back to change it. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface Answer {
  label: string;
  /** Empty: "not provided". */
  value: ReactNode;
  changeHref?: string;
  lang?: string;
  /** A submit button or the like, instead of the link. */
  change?: ReactNode;
}

export function SummaryList({ answers }: { answers: readonly Answer[] }) {
  const { t } = useTranslation("furniture");
  return (
    <dl className="dl dl--change">
      {answers.map(({ label, value, changeHref, lang, change }) => {
        const empty = value === null || value === undefined || value === "" || value === false;
        return (
          <div className="dl__row" key={label}>
            <dt>{label}</dt>
            <dd lang={lang}>{empty ? <span className="muted">{t("summary.none")}</span> : value}</dd>
            {(changeHref || change) && (
              <dd className="dl__change">
                {change ?? (
                  <a href={changeHref}>
                    {t("summary.change")}
                    <span className="visually-hidden"> {label.toLocaleLowerCase("vi")}</span>
                  </a>
                )}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
