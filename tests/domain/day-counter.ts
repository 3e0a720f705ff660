/**
 * A second way to count days, written from articles 147 and 148 of the Civil
 * Code and not from the portal's: whole numbers of days since 1970, one table of
 * how many working days lie before each, and look-ups in it.
 */
export function dayCounter(off: readonly string[], working: readonly string[]) {
  const first = Date.UTC(2023, 0, 1) / 86_400_000;
  const size = 366 * 7;
  const before = new Int32Array(size + 1);
  const nth: number[] = [];
  const offDays = new Set(off.map(numberOf));
  const workDays = new Set(working.map(numberOf));
  for (let place = 0; place < size; place += 1) {
    const day = first + place;
    // Day 0 of 1970 was a Thursday; Monday is 0 here.
    const weekday = (day + 3) % 7;
    const works = workDays.has(day) || (weekday < 5 && !offDays.has(day));
    before[place + 1] = (before[place] ?? 0) + (works ? 1 : 0);
    if (works) nth.push(day);
  }
  /** Working days up to and including a day. */
  const upTo = (day: number) => before[day - first + 1] ?? 0;
  const works = (day: number) => upTo(day) > upTo(day - 1);
  /** The day of Viet Nam, seven hours ahead, in which a moment lies. */
  const dayOf = (at: Date) => Math.floor((at.getTime() / 3_600_000 + 7) / 24);
  const midnightAfter = (day: number) => new Date((day * 24 + 24 - 7) * 3_600_000);

  const between = (from: number, to: number) => upTo(to) - upTo(from);
  const add = (from: number, days: number) => (days === 0 ? from : (nth[upTo(from) + days - 1] ?? Number.NaN));
  return {
    /** Working days after the first day, the last one included; fewer than none backwards. */
    between: (from: string, to: string) => between(numberOf(from), numberOf(to)),
    add: (from: string, days: number) => textOf(add(numberOf(from), days)),
    /** The end of the last day of a limit: the first day does not count, a last day off gives way to the next working day. */
    due(unit: "working_days" | "days", at: Date, amount: number): Date {
      if (unit === "working_days") return midnightAfter(add(dayOf(at), amount));
      const last = dayOf(at) + amount;
      return midnightAfter(works(last) ? last : add(last, 1));
    },
    units: (unit: "working_days" | "days", from: Date, to: Date) =>
      unit === "days" ? dayOf(to) - dayOf(from) : between(dayOf(from), dayOf(to)),
  };
}

const numberOf = (date: string) => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
};

function textOf(day: number): string {
  const at = new Date(day * 86_400_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}
