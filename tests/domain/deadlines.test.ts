import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Calendar, isWorkingDay, localDate } from "../../app/domain/calendar.ts";
import { statuses } from "../../app/domain/case-status.ts";
import { type Clock, type DeadlineRule, dueAt, lastDay, standing, unitsBetween } from "../../app/domain/deadlines.ts";

const plain: Calendar = {
  version: 1,
  off: new Set([
    "2026-01-01",
    "2026-01-02",
    "2026-02-16",
    "2026-02-17",
    "2026-02-18",
    "2026-02-19",
    "2026-02-20",
    "2026-11-24",
  ]),
  working: new Set(["2026-01-10"]),
};
const fifteen: DeadlineRule = { amount: 15, unit: "working_days" };
const fifteenDays: DeadlineRule = { amount: 15, unit: "days" };
const at = (local: string) => new Date(`${local}+07:00`);

describe("due dates", () => {
  test.each([
    ["a plain Monday", fifteen, "2026-10-05T09:00", "2026-10-26"],
    ["late on Monday evening counts as Monday", fifteen, "2026-10-05T23:59:59", "2026-10-26"],
    ["one second later is Tuesday", fifteen, "2026-10-06T00:00", "2026-10-27"],
    ["filed on a Saturday", fifteen, "2026-10-10T10:00", "2026-10-30"],
    ["across Tết", fifteen, "2026-02-10T10:00", "2026-03-10"],
    [
      "across the swap of 2/1 and the working Saturday",
      { amount: 5, unit: "working_days" },
      "2026-01-05T10:00",
      "2026-01-10",
    ],
    ["across Culture Day", { amount: 5, unit: "working_days" }, "2026-11-20T10:00", "2026-11-30"],
    ["calendar days that end on a working day", fifteenDays, "2026-10-05T09:00", "2026-10-20"],
    ["calendar days that end on a Sunday", fifteenDays, "2026-10-03T09:00", "2026-10-19"],
    ["calendar days that end within Tết", fifteenDays, "2026-02-02T09:00", "2026-02-23"],
  ] satisfies [string, DeadlineRule, string, string][])("%s", (_name, rule, from, last) => {
    const due = dueAt(rule, at(from), plain);
    expect(lastDay(due)).toBe(last);
    expect(due).toEqual(at(`${addDays(last, 1)}T00:00`));
  });

  test("a pause moves the date by its own length", () => {
    expect(lastDay(dueAt(fifteen, at("2026-10-05T09:00"), plain, 3))).toBe("2026-10-29");
    expect(lastDay(dueAt(fifteenDays, at("2026-10-05T09:00"), plain, 3))).toBe("2026-10-23");
  });

  test("a pause within one day costs nothing; over a weekend it costs no working day", () => {
    expect(unitsBetween(fifteen, at("2026-10-05T08:00"), at("2026-10-05T17:00"), plain)).toBe(0);
    expect(unitsBetween(fifteen, at("2026-10-09T16:00"), at("2026-10-11T10:00"), plain)).toBe(0);
    expect(unitsBetween(fifteenDays, at("2026-10-09T16:00"), at("2026-10-11T10:00"), plain)).toBe(2);
  });

  test("every due date is the end of a working day, never before the limit, and only days off make it later", () => {
    const moments = fc.date({ min: at("2025-12-01T00:00"), max: at("2027-01-31T00:00"), noInvalidDate: true });
    const anyRule = fc.record({
      amount: fc.integer({ min: 1, max: 60 }),
      unit: fc.constantFrom("working_days" as const, "days" as const),
    });
    fc.assert(
      fc.property(moments, anyRule, fc.integer({ min: 0, max: 20 }), (from, rule, paused) => {
        const last = lastDay(dueAt(rule, from, plain, paused));
        const plainEnd = addDays(localDate(from), rule.amount + paused);
        expect(isWorkingDay(last, plain)).toBe(true);
        expect(last >= plainEnd).toBe(true);
        if (rule.unit === "days") {
          for (let day = plainEnd; day < last; day = addDays(day, 1)) expect(isWorkingDay(day, plain)).toBe(false);
        }
      }),
    );
  });
});

describe("standing", () => {
  const clock = (over: Partial<Clock> = {}): Clock => ({
    status: "in_progress",
    dueAt: at("2026-10-27T00:00"),
    pausedAt: null,
    ...over,
  });

  test.each([
    ["2026-10-05T09:00", { kind: "fine", daysLeft: 15 }],
    ["2026-10-21T09:00", { kind: "fine", daysLeft: 3 }],
    ["2026-10-22T00:00", { kind: "soon", daysLeft: 2 }],
    ["2026-10-26T00:00", { kind: "soon", daysLeft: 0 }],
    ["2026-10-26T23:59:59.999", { kind: "soon", daysLeft: 0 }],
    ["2026-10-27T00:00", { kind: "late", daysLate: 1 }],
    ["2026-10-31T12:00", { kind: "late", daysLate: 4 }],
  ])("at %s", (now, expected) => {
    expect(standing(clock(), at(now), plain)).toEqual(expected);
  });

  test("a paused case keeps the days it had and is never late", () => {
    const paused = clock({ status: "waiting", pausedAt: at("2026-10-23T10:00") });
    expect(standing(paused, at("2026-12-30T09:00"), plain)).toEqual({ kind: "paused", daysLeft: 1 });
  });

  test("a case that nobody owes an answer is done, however old", () => {
    for (const status of statuses) {
      const kind = standing(clock({ status }), at("2027-06-01T09:00"), plain).kind;
      expect(kind).toBe(
        ["answered", "disputed", "closed", "declined", "withdrawn", "merged"].includes(status) ? "done" : "late",
      );
    }
  });
});
