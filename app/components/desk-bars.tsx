/** The working days a case spent at each desk: a table whose rows carry their stretch of one common time line. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DateValue } from "./date-words.ts";
import { Time } from "./time.tsx";

export interface Desk {
  agency: ReactNode;
  from: DateValue;
  /** Null while the case is still there. */
  until: DateValue | null;
  /** Working days. */
  days: number;
}

/** `allowed` is the time limit in working days; what lies beyond it is drawn and said to be late. */
export function DeskBars({
  desks,
  allowed,
  caption,
}: {
  desks: readonly Desk[];
  allowed?: number;
  caption?: ReactNode;
}) {
  const { t } = useTranslation("furniture");
  const total = desks.reduce((sum, { days }) => sum + days, 0);
  const span = Math.max(total, allowed ?? 0, 1);
  const startOf = (index: number) => desks.slice(0, index).reduce((sum, { days }) => sum + days, 0);
  return (
    <div className="scroll" role="region" aria-label={t("desks.label")} tabIndex={0}>
      <table>
        <caption>
          {caption ?? t("desks.label")}
          {allowed !== undefined && <span className="caption__note">{t("desks.allowed", { count: allowed })}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("desks.agency")}</th>
            <th scope="col">{t("desks.period")}</th>
            <th scope="col" className="num">
              {t("desks.days")}
            </th>
          </tr>
        </thead>
        <tbody>
          {desks.map(({ agency, from, until, days }, index) => (
            <tr key={index}>
              <td className="desk">
                {agency}
                <Bar start={startOf(index)} days={days} span={span} allowed={allowed} />
              </td>
              <td>
                <Time value={from} /> – {until ? <Time value={until} /> : t("desks.now")}
              </td>
              <td className="num">{days}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("desks.total")}
            </th>
            <td className="num strong">{total}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Bar({ start, days, span, allowed }: { start: number; days: number; span: number; allowed?: number }) {
  const x = (value: number) => Math.round((value / span) * 10000) / 100;
  const limit = allowed ?? span;
  const inTime = Math.max(0, Math.min(start + days, limit) - start);
  const late = days - inTime;
  return (
    <svg className="bar" width="100%" height="14" aria-hidden="true" focusable="false">
      <line className="bar__track" x1="0" x2="100%" y1="7" y2="7" />
      {inTime > 0 && <rect className="bar__fill" x={`${x(start)}%`} y="2" width={`${x(inTime)}%`} height="10" />}
      {late > 0 && (
        <rect className="bar__late" x={`${x(Math.max(start, limit))}%`} y="2" width={`${x(late)}%`} height="10" />
      )}
      {allowed !== undefined && allowed < span && (
        <line className="bar__limit" x1={`${x(allowed)}%`} x2={`${x(allowed)}%`} y1="0" y2="14" />
      )}
    </svg>
  );
}
