import { afterAll, beforeAll, expect, test } from "vitest";
import { draftCalendarDay, draftDayInput } from "../../app/commands/draft-calendar-day.ts";
import { draftCalendarSwap } from "../../app/commands/draft-calendar-swap.ts";
import { dropCalendarDraft } from "../../app/commands/drop-calendar-draft.ts";
import { forceCalendar } from "../../app/commands/force-calendar.ts";
import { importCalendar, importCalendarInput } from "../../app/commands/import-calendar.ts";
import { changedCalendar, effectOn } from "../../app/domain/calendar-change.ts";
import { lastDay } from "../../app/domain/deadlines.ts";
import { roles } from "../../app/domain/actor.ts";
import { calendarDaysOf, listCalendarVersions, listDraftDays } from "../../db/calendar-versions.ts";
import { verifyAudit } from "../../db/audit.ts";
import { currentCalendarVersion, loadCalendar } from "../../db/deadline-settings.ts";
import { calendarStream, listEvents } from "../../db/events.ts";
import { caseIn, hire, type People } from "./journey.ts";
import { openWorld, theSystem, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

const words = { nameVi: "Nghỉ bù", nameEn: "Day in lieu", basis: "Thông báo 1/TB-TN" };
const swap = { offDate: "2026-10-23", workDate: "2026-10-17", ...words };
const force = (days: number, base = 1) => ({ base, days, reason: "Thông báo hoán đổi ngày làm việc" });

test("a draft counts nowhere, and put in force it counts for new cases alone", async () => {
  world.at("2026-10-05T02:00:00Z");
  const before = await caseIn(world, people, "in_progress");
  await world.run(draftCalendarSwap, people.admin, swap);
  await world.run(draftCalendarDay, people.admin, { date: "2026-10-22", kind: "off", ...words });
  expect((await world.find((await world.submit()).code)).calendarVersion).toBe(1);

  expect(await world.run(forceCalendar, people.admin, force(3))).toBe(2);
  expect(await listDraftDays(world.store.read)).toEqual([]);
  const after = await world.find((await world.submit()).code);
  // A day off, a swapped Friday and its Saturday: one working day fewer.
  expect([after.calendarVersion, lastDay(after.dueAt)]).toEqual([2, "2026-10-27"]);
  const kept = await world.find(before.code);
  expect([kept.calendarVersion, lastDay(kept.dueAt)]).toEqual([1, "2026-10-26"]);
  const first = await calendarDaysOf(world.store.read, 1);
  expect((await calendarDaysOf(world.store.read, 2)).length).toBe(first.length + 3);
  expect(first.map(({ date }) => date)).not.toContain("2026-10-22");
});

test("every version says who made it, when and why, and stands in the record", async () => {
  const [latest, shipped] = await listCalendarVersions(world.store.read);
  expect(latest).toMatchObject({ version: 2, source: "page", madeBy: people.admin.name, madeAt: world.now() });
  expect(latest?.reason).toBe(force(0).reason);
  expect(shipped).toMatchObject({ version: 1, source: "shipped", madeAt: null });
  const events = await listEvents(world.store.read, calendarStream);
  expect(events.map(({ type, actorId, data }) => [type, actorId, data.version])).toEqual([
    ["calendar-version", people.admin.staffId, 2],
  ]);
  expect(JSON.stringify(events)).not.toContain(force(0).reason);
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
});

test("a day is taken out of the calendar by the next version, and can be taken out of the draft", async () => {
  await world.run(draftCalendarDay, people.admin, draftDayInput.parse({ date: "2026-10-22", kind: "plain" }));
  await world.run(draftCalendarDay, people.admin, { date: "2027-05-04", kind: "off", ...words });
  await world.run(dropCalendarDraft, people.admin, { date: "2027-05-04" });
  expect((await listDraftDays(world.store.read)).map(({ date, kind }) => [date, kind])).toEqual([
    ["2026-10-22", "plain"],
  ]);
  await world.run(forceCalendar, people.admin, force(1, 2));
  const days = await calendarDaysOf(world.store.read, 3, "2026");
  expect(days.map(({ date }) => date)).not.toContain("2026-10-22");
  expect(days.map(({ date }) => date)).toContain("2026-10-23");
});

test("what nobody has looked at is not put in force", async () => {
  await expect(world.run(forceCalendar, people.admin, force(0, 3))).rejects.toMatchObject({ code: "wrong-state" });
  await world.run(draftCalendarDay, people.admin, { date: "2027-05-04", kind: "off", ...words });
  await expect(world.run(forceCalendar, people.admin, force(1, 2))).rejects.toMatchObject({ code: "stale" });
  await expect(world.run(forceCalendar, people.admin, force(2, 3))).rejects.toMatchObject({ code: "stale" });
  await world.run(dropCalendarDraft, people.admin, {});
  expect(await listDraftDays(world.store.read)).toEqual([]);
});

test("two administrators who put the same draft in force make one version", async () => {
  await world.run(draftCalendarDay, people.admin, { date: "2027-05-05", kind: "off", ...words });
  const base = await currentCalendarVersion(world.store.read);
  const other = await world.staff("admin");
  const both = await Promise.allSettled(
    [people.admin, other].map((actor) => world.run(forceCalendar, actor, force(1, base))),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await currentCalendarVersion(world.store.read)).toBe(base + 1);
});

test.each([
  ["a working Saturday that is a Monday", { workDate: "2026-10-19" }, { workDate: "weekday" }],
  ["a day off that is a Sunday anyway", { offDate: "2026-10-18" }, { offDate: "weekend" }],
  ["a day off that is a holiday anyway", { offDate: "2027-09-03" }, { offDate: "holiday" }],
  ["a holiday to make up on", { workDate: "2027-02-06" }, { workDate: "holiday" }],
  [
    "two days that are wrong",
    { offDate: "2027-09-02", workDate: "2026-10-19" },
    { offDate: "holiday", workDate: "weekday" },
  ],
])("a swap with %s is refused beside its field", async (_what, wrong, errors) => {
  const tried = world.run(draftCalendarSwap, people.admin, { ...swap, ...wrong });
  await expect(tried).rejects.toMatchObject({ errors });
});

test("a day needs its names and its basis, and only a known day is taken out", async () => {
  const bare = draftDayInput.parse({ date: "2027-05-06", kind: "off" });
  const tried = world.run(draftCalendarDay, people.admin, bare);
  await expect(tried).rejects.toMatchObject({ errors: { nameVi: "empty", nameEn: "empty", basis: "empty" } });
  const unknown = world.run(draftCalendarDay, people.admin, draftDayInput.parse({ date: "2027-05-06", kind: "plain" }));
  await expect(unknown).rejects.toMatchObject({ errors: { date: "unknown" } });
});

test.each(roles.filter((role) => role !== "admin"))("to %s the calendar's changes do not exist", async (role) => {
  const actor = await world.staff(role);
  await expect(world.run(draftCalendarSwap, actor, swap)).rejects.toMatchObject({ code: "not-found" });
  await expect(world.run(forceCalendar, actor, force(1))).rejects.toMatchObject({ code: "not-found" });
  await expect(world.run(dropCalendarDraft, actor, {})).rejects.toMatchObject({ code: "not-found" });
});

test("a file makes a version of its own days, none of them twice", async () => {
  const day = { date: "2026-10-08", kind: "off", ...words };
  expect(importCalendarInput.safeParse({ days: [day, day] }).success).toBe(false);
  const version = await world.run(importCalendar, theSystem, importCalendarInput.parse({ days: [day] }));
  expect(await loadCalendar(world.store.read, version)).toMatchObject({ off: new Set(["2026-10-08"]) });
  expect((await listCalendarVersions(world.store.read))[0]).toMatchObject({ version, source: "file", madeBy: "" });
});

test("what a change does to new cases is told by days of receipt", async () => {
  const now = await loadCalendar(world.store.read, 1);
  const changes = [{ date: "2026-10-26", kind: "off" as const }];
  const then = changedCalendar(now, changes);
  const fifteen = { amount: 15, unit: "working_days" as const };
  // Who files on Sunday 4 October has until the 23rd, as before; from Monday on the day off counts.
  expect(effectOn(fifteen, "2026-10-01", changes, now, then)).toEqual({
    first: "2026-10-05",
    last: "2026-10-25",
    count: 21,
    before: "2026-10-26",
    after: "2026-10-27",
  });
});
