import {
  addDays,
  addWorkingDays,
  type Calendar,
  daysBetween,
  endOfDay,
  localDate,
  nextWorkingDay,
  workingDaysBetween,
} from "./calendar.ts";
import { isOpen, type Status } from "./case-status.ts";

/**
 * When things are due. The rule and the calendar version in force at filing are
 * stored with the case, so a promised date stays when rules change. "Overdue" is
 * computed here and stored nowhere.
 */
export interface DeadlineRule {
  readonly amount: number;
  readonly unit: "working_days" | "days";
}

/** The steps that have a time limit. */
export const deadlineSteps = [
  "triage",
  "answer",
  "supplement",
  "close",
  "dispute",
  "handle",
  "unit",
  "extension",
] as const;
export type DeadlineStep = (typeof deadlineSteps)[number];

/**
 * The end of the last day of a limit that starts at `from`, `paused` units
 * longer for pauses. The day of `from` is not counted; a limit in calendar days
 * that ends on a day off ends on the next working day.
 */
export function dueAt(rule: DeadlineRule, from: Date, calendar: Calendar, paused = 0): Date {
  const start = localDate(from);
  const amount = rule.amount + paused;
  const last =
    rule.unit === "working_days"
      ? addWorkingDays(start, amount, calendar)
      : nextWorkingDay(addDays(start, amount), calendar);
  return endOfDay(last);
}

/** How many of the rule's units lie between two moments: what a pause gives back. */
export function unitsBetween(rule: DeadlineRule, from: Date, to: Date, calendar: Calendar): number {
  const [first, last] = [localDate(from), localDate(to)];
  return rule.unit === "working_days" ? workingDaysBetween(first, last, calendar) : daysBetween(first, last);
}

/** The last day on which something due at this moment is in time. */
export function lastDay(due: Date): string {
  return localDate(new Date(due.getTime() - 1));
}

/** What says by when somebody has to act on a case next. */
export interface Limits {
  readonly status: Status;
  /** How many agencies have sent it back. */
  readonly refusals: number;
  readonly triageDueAt: Date;
  /** The end of what whoever holds it is allowed. */
  readonly allowanceDueAt: Date | null;
  readonly dueAt: Date;
  /** How many parts of a split letter are not settled. */
  readonly openParts: number;
}

/**
 * The limit against which the office holds a case: with triage that of triage,
 * and once it has come back what triage is allowed anew, which is never after
 * its answer is due; with an agency, and while what a letter says waits in its
 * parts, the answer's; of a disputed answer the day by which that is decided.
 */
export function nextLimit({ status, refusals, triageDueAt, allowanceDueAt, dueAt: due, openParts }: Limits): Date {
  if (status === "disputed") return allowanceDueAt ?? due;
  if (status !== "submitted" || openParts > 0) return due;
  return refusals === 0 ? triageDueAt : (allowanceDueAt ?? due);
}

export type Standing =
  | { readonly kind: "done" }
  | { readonly kind: "paused"; readonly daysLeft: number }
  | { readonly kind: "fine" | "soon"; readonly daysLeft: number }
  | { readonly kind: "late"; readonly daysLate: number };

/** Working days left at which a case counts as due soon. */
export const SOON_DAYS = 2;

export interface Clock {
  readonly status: Status;
  readonly dueAt: Date;
  readonly pausedAt: Date | null;
}

/** How a case stands at a moment: in working days, by the calendar of its filing. */
export function standing(item: Clock, now: Date, calendar: Calendar): Standing {
  return isOpen(item.status) ? against(item, now, calendar) : { kind: "done" };
}

/** How it stands for the office, which owes a decision on a disputed answer too. */
export function deskStanding(item: Limits & Clock, now: Date, calendar: Calendar): Standing {
  const clock = { ...item, dueAt: nextLimit(item) };
  return item.status === "disputed" ? against(clock, now, calendar) : standing(clock, now, calendar);
}

function against(item: Clock, now: Date, calendar: Calendar): Standing {
  const from = item.pausedAt ?? now;
  const left = workingDaysBetween(localDate(from), lastDay(item.dueAt), calendar);
  if (item.pausedAt) return { kind: "paused", daysLeft: Math.max(left, 0) };
  if (now >= item.dueAt) return { kind: "late", daysLate: Math.max(-left, 0) };
  return { kind: left <= SOON_DAYS ? "soon" : "fine", daysLeft: left };
}
