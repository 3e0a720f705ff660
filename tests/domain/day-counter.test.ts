import { expect, test } from "vitest";
import { addWorkingDays, type Calendar, workingDaysBetween } from "../../app/domain/calendar.ts";
import { type DeadlineRule, dueAt, unitsBetween } from "../../app/domain/deadlines.ts";
import { dayCounter } from "./day-counter.ts";

/** The holidays and swapped days of 2024 to 2027 as they were decreed or are foreseen; the last two swaps are invented. */
const off = [
  "2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18",
  "2024-04-29 2024-04-30 2024-05-01 2024-09-02 2024-09-03",
  "2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07",
  "2025-04-30 2025-05-01 2025-05-02 2025-09-01 2025-09-02",
  "2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20",
  "2026-04-26 2026-04-27 2026-04-30 2026-05-01 2026-08-31 2026-09-01 2026-09-02 2026-11-24",
  "2027-01-01 2027-02-04 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-02-09 2027-02-10",
  "2027-04-16 2027-04-30 2027-05-01 2027-05-03 2027-09-02 2027-09-03 2027-11-24 2027-12-31",
].flatMap((days) => days.split(" "));
const working = ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22", "2027-12-25", "2027-06-20"];
const calendar: Calendar = { version: 1, off: new Set(off), working: new Set(working) };
const count = dayCounter(off, working);

/** The same numbers for the same seed, every run (a linear congruential generator). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const times = <T>(make: () => T): T[] => Array.from({ length: 10_000 }, make);

const FIRST = Date.UTC(2024, 0, 1);
const DAYS = 1461;
const iso = (day: number) => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10);

test("10,000 random spans of 2024 to 2027 are as long by either way of counting, in both directions", () => {
  const roll = dice(2026);
  const spans = times(() => [iso(roll(DAYS)), iso(roll(DAYS))] as const);
  const differ = spans.filter(([from, to]) => workingDaysBetween(from, to, calendar) !== count.between(from, to));
  expect(differ).toEqual([]);
  expect(spans.filter(([from, to]) => from > to).length).toBeGreaterThan(4_000);
});

test("10,000 random limits end on the same working day by either way of counting", () => {
  const roll = dice(57);
  const limits = times(() => [iso(roll(DAYS - 200)), roll(90)] as const);
  const differ = limits.filter(([from, days]) => addWorkingDays(from, days, calendar) !== count.add(from, days));
  expect(differ).toEqual([]);
});

test("10,000 random due dates and pauses agree, in working days and in calendar days", () => {
  const roll = dice(147);
  const promises = times(() => {
    const at = new Date(FIRST + roll((DAYS - 200) * 1440) * 60_000);
    const rule: DeadlineRule = { amount: 1 + roll(60), unit: roll(2) === 0 ? "working_days" : "days" };
    return { at, rule, paused: roll(20), later: new Date(at.getTime() + roll(40 * 1440) * 60_000) };
  });
  const differ = promises.filter(({ at, rule, paused, later }) => {
    const due = count.due(rule.unit, at, rule.amount + paused);
    const units = count.units(rule.unit, at, later);
    return (
      dueAt(rule, at, calendar, paused).getTime() !== due.getTime() || unitsBetween(rule, at, later, calendar) !== units
    );
  });
  expect(differ).toEqual([]);
});

test("the known spans over Tết, the swaps and the working Saturdays are as people count them", () => {
  expect(count.between("2024-04-26", "2024-05-06")).toBe(4);
  expect(count.between("2025-04-25", "2025-05-05")).toBe(4);
  expect(count.add("2025-12-31", 1)).toBe("2026-01-05");
  expect(count.add("2026-08-21", 1)).toBe("2026-08-22");
  expect(count.add("2026-02-13", 5)).toBe("2026-02-27");
});
