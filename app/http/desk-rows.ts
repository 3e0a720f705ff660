import type { Lang } from "../domain/case-kind.ts";
import { lastDay } from "../domain/deadlines.ts";
import type { DeskStay } from "../domain/desks.ts";

/** A stay at a desk as pages show it. */
export interface DeskRow {
  readonly agency: string;
  /** The submitter had a question to answer. */
  readonly submitter: boolean;
  readonly from: Date;
  readonly until: Date | null;
  /** Working days. */
  readonly days: number;
  readonly minutes: number;
  /** The last day of the desk's own allowance; null for the submitter. */
  readonly allowedUntil: string | null;
  readonly late: boolean;
}

export function deskRow(stay: DeskStay, lang: Lang): DeskRow {
  const { from, until, days, minutes, late, allowanceDueAt } = stay;
  return {
    agency: lang === "en" ? stay.agencyEn : stay.agencyVi,
    submitter: stay.desk === "submitter",
    from,
    until,
    days,
    minutes,
    allowedUntil: allowanceDueAt && lastDay(allowanceDueAt),
    late,
  };
}
