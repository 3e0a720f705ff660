/**
 * Vietnamese working days. Dates are ISO strings of days in Asia/Ho_Chi_Minh,
 * which is UTC+7 the whole year round.
 */
export interface Calendar {
  readonly version: number;
  /** Weekdays on which State bodies do not work: holidays, days off in lieu, swapped days. */
  readonly off: ReadonlySet<string>;
  /** Saturdays or Sundays on which they do. */
  readonly working: ReadonlySet<string>;
}

const OFFSET_MS = 7 * 3600 * 1000;
const DAY_MS = 24 * 3600 * 1000;

/** The day, in Viet Nam, of a moment. */
export function localDate(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The moment at which a day in Viet Nam ends (24:00; Civil Code 2015 art. 148.6). */
export function endOfDay(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS - OFFSET_MS);
}

/** The moment at which a day in Viet Nam begins. */
export function startOfDay(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - OFFSET_MS);
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function isWorkingDay(date: string, calendar: Calendar): boolean {
  if (calendar.working.has(date)) return true;
  if (calendar.off.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The `days`-th working day after a day that is not itself counted
 * (Civil Code 2015 art. 147.2–3).
 */
export function addWorkingDays(date: string, days: number, calendar: Calendar): string {
  const known = countedOf(calendar);
  const key = `${date}+${days}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const counted = countOn(date, days, calendar);
  if (known.size >= MOST_COUNTED) known.clear();
  known.set(key, counted);
  return counted;
}

// Every case of a day counts the same few limits from it, and a calendar never changes.
const counts = new WeakMap<Calendar, Map<string, string>>();
const MOST_COUNTED = 2_000;

function countedOf(calendar: Calendar): Map<string, string> {
  const known = counts.get(calendar) ?? new Map<string, string>();
  counts.set(calendar, known);
  return known;
}

function countOn(date: string, days: number, calendar: Calendar): string {
  const { off, working } = exceptionsOf(calendar);
  let day = numberOf(date);
  for (let left = days; left > 0;) {
    day += 1;
    if (working.has(day) || (weekday(day) < 5 && !off.has(day))) left -= 1;
  }
  return dateOf(day);
}

/** Days as whole numbers since 1970: counting over years must not write out every date. */
const numberOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** Monday is 0; day 0 of 1970 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

interface Exceptions {
  readonly off: ReadonlySet<number>;
  readonly working: ReadonlySet<number>;
  /** The days that are no working days against the plain week, and those that are. */
  readonly fewer: readonly number[];
  readonly more: readonly number[];
}

const exceptions = new WeakMap<Calendar, Exceptions>();

function exceptionsOf(calendar: Calendar): Exceptions {
  const known = exceptions.get(calendar);
  if (known) return known;
  const [off, working] = [[...calendar.off].map(numberOf), [...calendar.working].map(numberOf)];
  const made = {
    off: new Set(off),
    working: new Set(working),
    fewer: off.filter((day) => weekday(day) < 5 && !working.includes(day)),
    more: working.filter((day) => weekday(day) >= 5),
  };
  exceptions.set(calendar, made);
  return made;
}

/** How many days from Monday to Friday there are up to a day, from a fixed Monday on. */
function weekdaysUpTo(day: number): number {
  return Math.floor((day + 3) / 7) * 5 + Math.min(weekday(day) + 1, 5);
}

/** The day itself when it is a working day, else the next one (Civil Code 2015 art. 148.5). */
export function nextWorkingDay(date: string, calendar: Calendar): string {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  const [first, last] = [numberOf(from), numberOf(to)];
  const { fewer, more } = exceptionsOf(calendar);
  const within = (days: readonly number[]) => days.filter((day) => day > first && day <= last).length;
  return weekdaysUpTo(last) - weekdaysUpTo(first) - within(fewer) + within(more);
}

/** Calendar days after `from` up to and including `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
