import { expect, test } from "vitest";
import type { Calendar } from "../../app/domain/calendar.ts";
import type { Status } from "../../app/domain/case-status.ts";
import { type DeskEvent, deskStays } from "../../app/domain/desks.ts";

const week: Calendar = { version: 0, off: new Set(), working: new Set() };
const triage = { id: 1, vi: "Cơ quan Thường trực", en: "Standing Body" };
const ministry = { id: 2, vi: "Bộ Thử nghiệm", en: "Ministry of Tests" };
const province = { id: 3, vi: "Tỉnh Thử nghiệm", en: "Test Province" };
const at = (date: string) => new Date(`${date}T09:00+07:00`);
const event = (date: string, toStatus: Status | null, holder: DeskEvent["holder"] = null): DeskEvent => ({
  at: at(date),
  toStatus,
  holder,
});
const short = (events: DeskEvent[], now: string) =>
  deskStays(events, at(now), week).map(({ desk, agencyId, days, until }) => [desk, agencyId, days, until !== null]);

test("each desk has its own working days and the answer ends the last stay", () => {
  const events = [
    event("2026-10-05", "submitted", triage),
    event("2026-10-07", "assigned", ministry),
    event("2026-10-08", "in_progress", ministry),
    event("2026-10-09", "waiting", ministry),
    event("2026-10-13", "in_progress", ministry),
    event("2026-10-16", "awaiting_approval", ministry),
    event("2026-10-19", "answered"),
    event("2026-11-09", "closed"),
  ];
  expect(short(events, "2026-12-01")).toEqual([
    ["agency", 1, 2, true],
    ["agency", 2, 2, true],
    ["submitter", 2, 2, true],
    ["agency", 2, 4, true],
  ]);
});

test("the open stay counts until now; events that move nothing are left out", () => {
  const events = [
    event("2026-10-05", "submitted", triage),
    event("2026-10-06", null),
    event("2026-10-06", null, ministry),
  ];
  expect(short(events, "2026-10-12")).toEqual([["agency", 1, 5, false]]);
});

test("a refused case goes back to triage and on to another agency", () => {
  const events = [
    event("2026-10-05", "submitted", triage),
    event("2026-10-06", "assigned", ministry),
    event("2026-10-08", "submitted", triage),
    event("2026-10-08", "assigned", province),
    event("2026-10-08", "assigned", ministry),
  ];
  expect(short(events, "2026-10-09")).toEqual([
    ["agency", 1, 1, true],
    ["agency", 2, 2, true],
    ["agency", 1, 0, true],
    ["agency", 3, 0, true],
    ["agency", 2, 1, false],
  ]);
});

test.each(["declined", "withdrawn", "merged"] as const)("nobody holds a case that was %s", (status) => {
  expect(short([event("2026-10-05", "submitted", triage), event("2026-10-06", status)], "2026-12-01")).toEqual([
    ["agency", 1, 1, true],
  ]);
});

test("a case without events lies nowhere", () => {
  expect(deskStays([], at("2026-10-05"), week)).toEqual([]);
});
