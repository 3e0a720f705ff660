import { addDays, type Calendar, startOfDay } from "./calendar.ts";
import { type DeadlineRule, dueAt, lastDay } from "./deadlines.ts";

/** A day that differs from the plain week, or with `plain` one that no longer does. */
export interface DayChange {
  readonly date: string;
  readonly kind: "off" | "working" | "plain";
}

/** The calendar that a list of changes makes of another. */
export function changedCalendar(calendar: Calendar, changes: readonly DayChange[]): Calendar {
  const [off, working] = [new Set(calendar.off), new Set(calendar.working)];
  for (const { date, kind } of changes) {
    off.delete(date);
    working.delete(date);
    if (kind === "off") off.add(date);
    if (kind === "working") working.add(date);
  }
  return { version: calendar.version + 1, off, working };
}

/** What a change of the calendar does to one time limit. */
export interface Effect {
  /** The days of receipt whose limit ends on another day: the first, the last, how many. */
  readonly first: string;
  readonly last: string;
  readonly count: number;
  /** The last day of the limit for a case received on the first of them, before and after. */
  readonly before: string;
  readonly after: string;
}

/** How far ahead effects are looked for. */
const MOST_DAYS = 800;

/** Which days of receipt, from a day on, get another last day for a limit; null when none does. */
export function effectOn(
  rule: DeadlineRule,
  from: string,
  changes: readonly DayChange[],
  now: Calendar,
  then: Calendar,
): Effect | null {
  const until = changes.map(({ date }) => date).reduce((one, other) => (one > other ? one : other), "");
  const found: { day: string; before: string; after: string }[] = [];
  for (let day = from, left = MOST_DAYS; day <= until && left > 0; day = addDays(day, 1), left -= 1) {
    const [before, after] = [lastDayOf(rule, day, now), lastDayOf(rule, day, then)];
    if (before !== after) found.push({ day, before, after });
  }
  const first = found[0];
  if (!first) return null;
  const { day, before, after } = first;
  return { first: day, last: found.at(-1)?.day ?? day, count: found.length, before, after };
}

const lastDayOf = (rule: DeadlineRule, day: string, calendar: Calendar): string =>
  lastDay(dueAt(rule, startOfDay(day), calendar));
