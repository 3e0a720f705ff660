import { addWorkingDays, type Calendar, isWorkingDay, localDate, startOfDay } from "../../app/domain/calendar.ts";
import type { Chance } from "./chance.ts";

const MINUTE_MS = 60_000;
/** When offices work, in minutes of the day in Viet Nam. */
const OPENS = 7 * 60 + 30;
const LUNCH = 11 * 60 + 30;
const BACK = 13 * 60 + 30;
const CLOSES = 17 * 60;

/**
 * A moment in office hours about so many working days after another one; always
 * later than it by some minutes at least.
 */
export function officeMoment(chance: Chance, after: Date, workingDays: number, calendar: Calendar): Date {
  const today = localDate(after);
  const whole = Math.floor(workingDays);
  const minute = Math.ceil((after.getTime() - startOfDay(today).getTime()) / MINUTE_MS);
  if (whole === 0 && isWorkingDay(today, calendar)) {
    const from = Math.max(OPENS, minute + 6);
    const found = minuteBetween(chance, from, CLOSES);
    if (found !== null) return moment(today, found, chance);
  }
  const day = addWorkingDays(today, Math.max(whole, 1), calendar);
  const part = workingDays - whole;
  const from = OPENS + Math.floor(part * (CLOSES - OPENS) * 0.6);
  return moment(day, minuteBetween(chance, from, CLOSES) ?? BACK, chance);
}

function minuteBetween(chance: Chance, from: number, to: number): number | null {
  if (from >= to - 5) return null;
  const minute = chance.int(from, to - 1);
  return minute >= LUNCH && minute < BACK
    ? BACK + (minute - LUNCH) / 2 < to
      ? Math.floor(BACK + (minute - LUNCH) / 2)
      : null
    : minute;
}

/** A moment at which somebody at home writes: morning to late evening, most of it after work. */
export function homeMoment(chance: Chance, day: string): Date {
  const hour = chance.weighted([
    [6, 1],
    [7, 3],
    [8, 6],
    [9, 8],
    [10, 7],
    [11, 5],
    [12, 4],
    [13, 4],
    [14, 6],
    [15, 6],
    [16, 5],
    [17, 3],
    [18, 3],
    [19, 6],
    [20, 8],
    [21, 6],
    [22, 2],
  ]);
  return moment(day, hour * 60 + chance.int(0, 59), chance);
}

function moment(day: string, minute: number, chance: Chance): Date {
  return new Date(startOfDay(day).getTime() + minute * MINUTE_MS + chance.int(0, 59) * 1000);
}
