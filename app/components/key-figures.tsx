/** A few honest numbers, each with its words and a link to the list behind it. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type DateValue, dateWords } from "./date-words.ts";

export interface Figure {
  value: ReactNode;
  label: ReactNode;
  href?: string;
  tone?: "good" | "late";
}

export function KeyFigures({ figures, asOf }: { figures: readonly Figure[]; asOf?: DateValue }) {
  const { t } = useTranslation("furniture");
  return (
    <>
      <ul className="figures">
        {figures.map(({ value, label, href, tone }, index) => (
          <li className={tone && `figure--${tone}`} key={index}>
            <span className="figure__value">{value}</span>
            {href ? <a href={href}>{label}</a> : <span>{label}</span>}
          </li>
        ))}
      </ul>
      {asOf && <p className="small muted">{t("figures.asOf", { date: dateWords(asOf, "time", t) })}</p>}
    </>
  );
}
