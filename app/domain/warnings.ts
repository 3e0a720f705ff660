import { addDays, addWorkingDays, type Calendar, isWorkingDay, localDate, startOfDay } from "./calendar.ts";
import { lastDay } from "./deadlines.ts";

/** Whom a warning reaches: whoever works on the case, the head of the agency, the monitor. */
export const warningAudiences = ["desk", "head", "monitor"] as const;
export type WarningAudience = (typeof warningAudiences)[number];

/** One step by which a warning climbs. Each happens once in the life of a case. */
export interface WarningStep {
  readonly position: number;
  /** Working days after the last day on which an answer is in time; negative: before it. */
  readonly afterDays: number;
  readonly tells: readonly WarningAudience[];
}

/** The hours, in Viet Nam, in which State bodies work and may be warned (Decision 188/1999/QĐ-TTg: eight hours, Monday to Friday). */
export const WORK_BEGINS = 8;
export const WORK_ENDS = 17;

const HOUR_MS = 3600 * 1000;

/** True from eight to seventeen o'clock of a working day. */
export function inWorkingHours(now: Date, calendar: Calendar): boolean {
  const day = localDate(now);
  const hours = (now.getTime() - startOfDay(day).getTime()) / HOUR_MS;
  return isWorkingDay(day, calendar) && hours >= WORK_BEGINS && hours < WORK_ENDS;
}

/** When a step is due for a promise: at the beginning of work of its day. */
export function warningAt(step: WarningStep, due: Date, calendar: Calendar): Date {
  const last = lastDay(due);
  const day =
    step.afterDays < 0
      ? workingDayBefore(last, 0 - step.afterDays, calendar)
      : addWorkingDays(last, step.afterDays, calendar);
  return new Date(startOfDay(day).getTime() + WORK_BEGINS * HOUR_MS);
}

/** The steps after the last one sent that are due by now, in order. */
export function dueSteps(
  steps: readonly WarningStep[],
  warned: number,
  due: Date,
  calendar: Calendar,
  now: Date,
): WarningStep[] {
  return steps.filter((step) => step.position > warned && warningAt(step, due, calendar) <= now);
}

/** When the next step after the last one sent is due; null when there is none left. */
export function nextWarning(steps: readonly WarningStep[], warned: number, due: Date, calendar: Calendar): Date | null {
  const moments = steps
    .filter((step) => step.position > warned)
    .map((step) => warningAt(step, due, calendar).getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : null;
}

function workingDayBefore(date: string, days: number, calendar: Calendar): string {
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}
