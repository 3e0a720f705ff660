import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  addDays,
  addWorkingDays,
  type Calendar,
  daysBetween,
  endOfDay,
  isWorkingDay,
  localDate,
  nextWorkingDay,
  startOfDay,
  workingDaysBetween,
} from "../../app/domain/calendar.ts";

const file = z.object({ version: z.number(), days: z.array(z.object({ date: z.string(), kind: z.string() })) });

/** The calendar that the portal ships. */
function shippedCalendar(): Calendar {
  const path = new URL("../../db/reference/calendar.json", import.meta.url);
  const { version, days } = file.parse(JSON.parse(readFileSync(path, "utf8")));
  const pick = (kind: string) => new Set(days.filter((day) => day.kind === kind).map((day) => day.date));
  return { version, off: pick("off"), working: pick("working") };
}

const calendar = shippedCalendar();
const DAY_MS = 24 * 3600 * 1000;
const day = (offset: number) => new Date(Date.UTC(2025, 11, 1) + offset * DAY_MS).toISOString().slice(0, 10);
const anyDay = fc.integer({ min: 0, max: 800 }).map(day);

describe("days in Viet Nam", () => {
  test.each([
    ["2026-10-04T16:59:59.999Z", "2026-10-04"],
    ["2026-10-04T17:00:00.000Z", "2026-10-05"],
    ["2026-12-31T17:00:00.000Z", "2027-01-01"],
    ["2028-02-28T17:00:00.000Z", "2028-02-29"],
  ])("%s is on %s", (moment, date) => {
    expect(localDate(new Date(moment))).toBe(date);
  });

  test("a day runs from its start to its end, twenty-four hours", () => {
    expect(startOfDay("2026-10-05").toISOString()).toBe("2026-10-04T17:00:00.000Z");
    expect(endOfDay("2026-10-05").toISOString()).toBe("2026-10-05T17:00:00.000Z");
    expect(localDate(new Date(endOfDay("2026-10-05").getTime() - 1))).toBe("2026-10-05");
  });
});

describe("working days of 2026", () => {
  test.each([
    ["2026-01-01", false, "New Year"],
    ["2026-01-02", false, "swapped for the Saturday of 10/1"],
    ["2026-01-10", true, "the working Saturday"],
    ["2026-01-11", false, "the Sunday after it"],
    ["2026-02-13", true, "the last day before Tết"],
    ["2026-02-16", false, "the eve of Tết"],
    ["2026-02-20", false, "the fourth day of Tết"],
    ["2026-02-23", true, "the first day after Tết"],
    ["2026-04-27", false, "in lieu of the Hùng Kings' day, a Sunday"],
    ["2026-04-30", false, "Reunification"],
    ["2026-05-01", false, "Labour"],
    ["2026-08-22", true, "worked for 31/8"],
    ["2026-08-31", false, "swapped for 22/8"],
    ["2026-09-01", false, "National Day"],
    ["2026-09-02", false, "National Day"],
    ["2026-11-23", true, "the Monday before Culture Day"],
    ["2026-11-24", false, "Vietnam Culture Day, since 2026"],
    ["2026-10-03", false, "a plain Saturday"],
    ["2026-10-05", true, "a plain Monday"],
  ])("%s is one: %s (%s)", (date, working) => {
    expect(isWorkingDay(date, calendar)).toBe(working);
  });

  test("the first day is not counted", () => {
    expect(addWorkingDays("2026-10-05", 1, calendar)).toBe("2026-10-06");
    expect(addWorkingDays("2026-10-02", 1, calendar)).toBe("2026-10-05");
    expect(addWorkingDays("2026-10-03", 1, calendar)).toBe("2026-10-05");
    expect(addWorkingDays("2026-10-05", 0, calendar)).toBe("2026-10-05");
  });

  test("five days from the Friday before Tết end two weeks later", () => {
    expect(addWorkingDays("2026-02-13", 5, calendar)).toBe("2026-02-27");
  });

  test("a swapped Friday and its Saturday are counted the other way round", () => {
    expect(addWorkingDays("2025-12-31", 1, calendar)).toBe("2026-01-05");
    expect(addWorkingDays("2026-01-09", 1, calendar)).toBe("2026-01-10");
    expect(workingDaysBetween("2025-12-31", "2026-01-10", calendar)).toBe(6);
  });

  test("what ends on a day off ends on the next working day", () => {
    expect(nextWorkingDay("2026-02-14", calendar)).toBe("2026-02-23");
    expect(nextWorkingDay("2026-11-24", calendar)).toBe("2026-11-25");
    expect(nextWorkingDay("2026-10-05", calendar)).toBe("2026-10-05");
  });
});

/** Working days counted the slow and plain way, by a list of days. */
function naiveWorkingDays(): string[] {
  const all: string[] = [];
  for (let offset = -60; offset < 1100; offset += 1) {
    const date = day(offset);
    const weekday = new Date(`${date}T12:00:00+07:00`).toLocaleDateString("en-GB", {
      weekday: "long",
      timeZone: "Asia/Ho_Chi_Minh",
    });
    const weekend = weekday === "Saturday" || weekday === "Sunday";
    if (calendar.working.has(date) || (!weekend && !calendar.off.has(date))) all.push(date);
  }
  return all;
}

describe("against a plain list of days", () => {
  const list = naiveWorkingDays();

  test("adding", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
        expect(addWorkingDays(from, days, calendar)).toBe(list.filter((date) => date > from)[days - 1]);
      }),
      { numRuns: 500 },
    );
  });

  test("counting, forwards and backwards", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const count = list.filter((date) => date > from && date <= to).length;
        expect(workingDaysBetween(from, to, calendar)).toBe(count);
        expect(workingDaysBetween(to, from, calendar)).toBe(0 - count);
      }),
      { numRuns: 500 },
    );
  });

  test("adding and counting undo each other", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, days) => {
        expect(workingDaysBetween(from, addWorkingDays(from, days, calendar), calendar)).toBe(days);
      }),
    );
  });

  test("calendar days are plain arithmetic", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});
