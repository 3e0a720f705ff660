import { addDays, type Calendar, isWorkingDay, localDate, nextWorkingDay, startOfDay } from "./calendar.ts";

/** How often somebody is told what is new in the lists that they follow. */
export const rhythms = ["daily", "weekly"] as const;
export type Rhythm = (typeof rhythms)[number];

const HOUR_MS = 3600 * 1000;
const FROM_HOUR = 8;
const TO_HOUR = 17;

/** When the next digest may go: at eight of the next working day, or of the first one in a week. */
export function nextDigest(rhythm: Rhythm, now: Date, calendar: Calendar): Date {
  const day = nextWorkingDay(addDays(localDate(now), rhythm === "daily" ? 1 : 7), calendar);
  return new Date(startOfDay(day).getTime() + FROM_HOUR * HOUR_MS);
}

/** True in the hours of a working day. */
export function inWorkingHours(now: Date, calendar: Calendar): boolean {
  const day = localDate(now);
  const hour = (now.getTime() - startOfDay(day).getTime()) / HOUR_MS;
  return isWorkingDay(day, calendar) && hour >= FROM_HOUR && hour < TO_HOUR;
}
