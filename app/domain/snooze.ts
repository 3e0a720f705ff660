import { addWorkingDays, type Calendar, isWorkingDay, workingDaysBetween } from "./calendar.ts";

/** Why a case is put aside. It stays with the office; no clock stops for it. */
export const snoozeReasons = ["document", "colleague", "meeting", "other-case", "later"] as const;
export type SnoozeReason = (typeof snoozeReasons)[number];

/** For how many working days a case may be put aside at the most. */
export const LONGEST_SNOOZE = 60;
/** The numbers of working days that forms offer. */
const OFFERED = [1, 2, 3, 5, 10, 15, 20, 30, 60] as const;

/** The days that forms offer to somebody who puts a case aside today, each with its number of working days. */
export function snoozeDays(today: string, calendar: Calendar): { day: string; workingDays: number }[] {
  return OFFERED.map((workingDays) => ({ day: addWorkingDays(today, workingDays, calendar), workingDays }));
}

/** What is wrong with a day until which somebody wants to put a case aside, as a rule's name; null when nothing is. */
export function snoozeProblem(today: string, until: string, calendar: Calendar): "past" | "too-far" | "day-off" | null {
  if (until <= today) return "past";
  if (!isWorkingDay(until, calendar)) return "day-off";
  return workingDaysBetween(today, until, calendar) > LONGEST_SNOOZE ? "too-far" : null;
}
