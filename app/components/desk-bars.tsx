/** The time a case spent at each desk, with the desk's own allowance: a table whose rows carry their stretch of one common time line. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type DateValue, dateWords } from "./date-words.ts";
import { durationWords } from "./duration-words.ts";
import { Time } from "./time.tsx";

export interface Desk {
  agency: ReactNode;
  from: DateValue;
  /** Null while the case is still there. */
  until: DateValue | null;
  /** Working days. */
  days: number;
  /** Minutes of the clock. */
  minutes?: number;
  /** The last day of the desk's own allowance. */
  allowedUntil?: DateValue | null;
  late?: boolean;
}

/** All the time in which somebody owed an answer, and the part of it in which the submitter had a question; in minutes. */
export interface OwedTime {
  minutes: number;
  paused: number;
}

/** `allowed` is the time limit in working days; what lies beyond it is drawn and said to be late. */
export function DeskBars({
  desks,
  allowed,
  total: owed,
  caption,
}: {
  desks: readonly Desk[];
  allowed?: number;
  total?: OwedTime;
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
          {desks.map(({ agency, from, until, days, minutes, allowedUntil, late }, index) => (
            <tr key={index}>
              <td className="desk">
                {agency}
                <Bar start={startOf(index)} days={days} span={span} allowed={allowed} />
                {allowedUntil && (
                  <span className={late ? "small strong" : "small muted"}>
                    {t(late ? "desks.late" : until ? "desks.inTime" : "desks.until", {
                      date: dateWords(allowedUntil, "short", t),
                    })}
                  </span>
                )}
              </td>
              <td>
                <Time value={from} /> – {until ? <Time value={until} /> : t("desks.now")}
                {minutes !== undefined && (
                  <>
                    <br />
                    <span className="small muted">{durationWords(minutes, t)}</span>
                  </>
                )}
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
          {owed && (
            <tr>
              <td colSpan={3}>
                {t("desks.owed", { time: durationWords(owed.minutes, t) })}
                {owed.paused > 0 && ` ${t("desks.paused", { time: durationWords(owed.paused, t) })}`}
              </td>
            </tr>
          )}
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
