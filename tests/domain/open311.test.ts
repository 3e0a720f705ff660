import { expect, test } from "vitest";
import { kinds } from "../../app/domain/case-kind.ts";
import { isOpen, statuses } from "../../app/domain/case-status.ts";
import {
  opennessOf,
  readDegrees,
  readMoment,
  readServiceCode,
  serviceCode,
  statusesOf,
  updateStatus,
  w3cTime,
} from "../../app/domain/open311.ts";

test("a service code says its kind and field again, and nothing else is one", () => {
  for (const kind of kinds) {
    expect(readServiceCode(serviceCode(kind, "digital-infrastructure"))).toEqual({
      kind,
      field: "digital-infrastructure",
    });
    expect(readServiceCode(serviceCode(kind, null))).toEqual({ kind, field: "other" });
  }
  for (const code of ["", "feedback", "feedback-", "complaint-data", "-data", "feedback-a b", "Feedback-data", "001"]) {
    expect([code, readServiceCode(code)]).toEqual([code, null]);
  }
});

test("times are written in the time of Viet Nam without fractions, and read back to the second", () => {
  const at = new Date("2026-11-21T17:59:59.999Z");
  expect(w3cTime(at)).toBe("2026-11-22T00:59:59+07:00");
  expect(readMoment(w3cTime(at))).toEqual(new Date("2026-11-21T17:59:59Z"));
});

test.each([
  ["2026-11-21T09:00:00+07:00", "2026-11-21T02:00:00Z"],
  ["2026-11-21T02:00:00Z", "2026-11-21T02:00:00Z"],
  ["2026-11-21t02:00:00z", "2026-11-21T02:00:00Z"],
  ["2026-11-21T02:00:00.123456Z", "2026-11-21T02:00:00Z"],
  ["2026-11-21T02:00Z", "2026-11-21T02:00:00Z"],
  ["2026-11-21T09:00:00 07:00", "2026-11-21T02:00:00Z"],
  ["2026-11-21T09:00:00+0700", "2026-11-21T02:00:00Z"],
  ["2026-11-20T21:00:00-05:00", "2026-11-21T02:00:00Z"],
  ["2026-11-21 09:00:00", "2026-11-21T02:00:00Z"],
  ["2026-11-21 09:00", "2026-11-21T02:00:00Z"],
  ["2026-11-21", "2026-11-20T17:00:00Z"],
])("%s is %s", (typed, moment) => {
  expect(readMoment(typed)).toEqual(new Date(moment));
});

test("a day as the end of a range is its last second", () => {
  expect(readMoment("2026-11-21", true)).toEqual(new Date("2026-11-21T16:59:59Z"));
});

test.each([
  "",
  "today",
  "2026-02-30",
  "2026-13-01",
  "2026-11-21T25:00:00Z",
  "1795302000",
  "21/11/2026",
  "2026-11-21T09:00:00+99:99",
])("%j is no moment", (typed) => {
  expect(readMoment(typed)).toBeNull();
});

test("degrees are plain decimals within the globe", () => {
  expect(readDegrees("21.0285114", 90)).toBe(21_028_511);
  expect(readDegrees("-0.5", 90)).toBe(-500_000);
  expect(readDegrees(" 105 ", 180)).toBe(105_000_000);
  for (const typed of ["", "1e1", "0x10", "NaN", "Infinity", "21,5", "90.0000001", "--1", "."])
    expect([typed, readDegrees(typed, 90)]).toEqual([typed, null]);
});

test("every state is open or closed, and has a status for updates", () => {
  expect([...statusesOf("open"), ...statusesOf("closed")].sort()).toEqual([...statuses].sort());
  for (const status of statuses) {
    expect(opennessOf(status)).toBe(isOpen(status) || status === "disputed" ? "open" : "closed");
    expect(updateStatus(status, null)).toMatch(/^[A-Z_]+$/);
  }
  expect(updateStatus("answered", "solved")).toBe("FIXED");
  expect(updateStatus("closed", null)).toBe("CLOSED");
});
