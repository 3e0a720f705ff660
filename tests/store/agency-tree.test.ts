import { expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { dissolveAgency } from "../../app/commands/dissolve-agency.ts";
import { nameConflict } from "../../app/commands/name-conflict.ts";
import { openCommuneAgency } from "../../app/commands/open-commune-agency.ts";
import { renameAgency } from "../../app/commands/rename-agency.ts";
import { saveAgency, saveAgencyInput } from "../../app/commands/save-agency.ts";
import { localDate } from "../../app/domain/calendar.ts";
import { markedAgencies } from "../../app/domain/marks.ts";
import { mindAgencies } from "../../app/jobs/mind-agencies.ts";
import { type Agency, findAgency, unitsBelow } from "../../db/agencies.ts";
import { burdenOf } from "../../db/agency-tree.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { drafterOf } from "../../db/laws.ts";
import { officeCase } from "../../db/office-case.ts";
import { findStaff } from "../../db/staff.ts";
import { caseIn, hire, reason } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

/** Adds an agency below another one. */
async function child(world: World, code: string, parentId: number | null, kind = "department") {
  const admin = await world.staff("admin");
  const names = { nameVi: `Cơ quan ${code}`, nameEn: `Agency ${code}`, abbreviation: code };
  const input = saveAgencyInput.parse({ code, kind, ...names, validFrom: "2025-01-01", parentId: parentId ?? "" });
  return world.run(saveAgency, admin, input);
}

test("what lies below an agency is found at any depth, and an agency never lies below itself", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const ministry = await world.agency("BKHCN");
  const department = await child(world, "CUC-1", ministry.id);
  const unit = await child(world, "PHONG-1", department.id, "unit");
  const today = localDate(world.now());
  expect((await unitsBelow(world.store.read, ministry.id, today)).map(({ code }) => code)).toEqual([
    "CUC-1",
    "PHONG-1",
  ]);
  expect(markedAgencies(unit.above).sort()).toEqual([ministry.id, department.id].sort());
  const { id: agencyId, code, kind, nameVi, nameEn, abbreviation, validFrom, version } = department;
  const input = { agencyId, code, kind, nameVi, nameEn, abbreviation, validFrom, version };
  const under = (parentId: number) => saveAgencyInput.parse({ ...input, parentId });
  await expect(world.run(saveAgency, admin, under(unit.id))).rejects.toMatchObject({ errors: { parentId: "itself" } });
  // Moved as a whole: what lies below it is placed anew.
  const other = await world.agency("BTP");
  await world.run(saveAgency, admin, under(other.id));
  expect((await unitsBelow(world.store.read, other.id, today)).map(({ id }) => id)).toEqual([department.id, unit.id]);
  expect(await unitsBelow(world.store.read, ministry.id, today)).toEqual([]);
});

test("a new name begins on its day; a case that ended before keeps the name of its time", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const ministry = await world.agency("BKHCN");
  const old = await caseIn(world, people, "awaiting_approval");
  await world.run(approveAnswer, people.leader, { code: old.code });
  const open = await caseIn(world, people, "in_progress");
  const name = { nameVi: "Bộ Thử nghiệm mới", nameEn: "New Test Ministry", abbreviation: "BTNM" };
  const input = { agencyId: ministry.id, version: ministry.version, ...name };
  const from = "2026-11-01";
  await expect(world.run(renameAgency, people.admin, { ...input, from: ministry.validFrom })).rejects.toMatchObject({
    errors: { from: "not-after" },
  });
  const same = { ...input, nameVi: ministry.nameVi, nameEn: ministry.nameEn, abbreviation: ministry.abbreviation };
  await expect(world.run(renameAgency, people.admin, { ...same, from })).rejects.toMatchObject({
    errors: { nameVi: "unchanged" },
  });
  await world.run(renameAgency, people.admin, { ...input, from });
  await mindAgencies(world.store, world.now());
  expect((await world.agency("BKHCN")).nameVi).toBe(ministry.nameVi);
  world.at("2026-11-02T02:00:00Z");
  expect(await mindAgencies(world.store, world.now())).toEqual({ names: 1, agencies: 0, cases: 0 });
  expect(await mindAgencies(world.store, world.now())).toEqual({ names: 0, agencies: 0, cases: 0 });
  expect(await world.agency("BKHCN")).toMatchObject(name);
  const shown = async (code: string) =>
    (await officeCase(world.store.read, people.monitor, code, world.now()))?.agency?.nameVi;
  expect([await shown(old.code), await shown(open.code)]).toEqual([ministry.nameVi, name.nameVi]);
});

test("a dissolved agency's open cases, units and people go on at its successor, clocks running; the ended ones stay", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const [gone, successor] = [await world.agency("BKHCN"), await world.agency("BTP")];
  const unit = await child(world, "CUC-1", gone.id);
  const open = await caseIn(world, people, "in_progress");
  const ended = await caseIn(world, people, "closed");
  const before = await world.find(open.code);
  const input = { agencyId: gone.id, version: gone.version, lastDay: "2026-10-31", confirmCode: "bkhcn" };
  await expect(world.run(dissolveAgency, people.admin, { ...input, confirmCode: "BTP" })).rejects.toMatchObject({
    errors: { confirmCode: "wrong" },
  });
  expect(await burdenOf(world.store.read, gone.id, 1000)).toMatchObject({ cases: 1, units: 1 });
  await expect(world.run(dissolveAgency, people.admin, { ...input, successorId: unit.id })).rejects.toMatchObject({
    errors: { successorId: "itself" },
  });
  await world.run(dissolveAgency, people.admin, { ...input, successorId: successor.id });
  expect(await mindAgencies(world.store, world.now())).toEqual({ names: 0, agencies: 0, cases: 0 });
  world.at("2026-11-01T02:00:00Z");
  expect(await mindAgencies(world.store, world.now())).toEqual({ names: 0, agencies: 1, cases: 1 });
  expect(await mindAgencies(world.store, world.now())).toEqual({ names: 0, agencies: 0, cases: 0 });
  const after = await world.find(open.code);
  expect(after).toMatchObject({ agencyId: successor.id, status: "in_progress", version: before.version + 1 });
  expect([after.receivedAt, after.dueAt]).toEqual([before.receivedAt, before.dueAt]);
  const last = (await listEvents(world.store.read, caseStream(open.id))).at(-1);
  expect(last).toMatchObject({ type: "succeed", actorKind: "system", data: { holderVi: successor.nameVi } });
  expect((await world.find(ended.code)).agencyId).toBe(gone.id);
  expect((await findStaff(world.store.read, people.officer.staffId))?.agencyId).toBe(successor.id);
  const moved = await findAgency(world.store.read, unit.id);
  expect([moved?.parentId, markedAgencies(moved?.above ?? "")]).toEqual([successor.id, [successor.id]]);
});

test("whoever took over the work of an agency is in charge of what that drafted, from the day after its last", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const [gone, next, last] = [await world.agency("BKHCN"), await world.agency("BYT"), await world.agency("BTP")];
  const end = async ({ id, version, code }: Agency, lastDay: string, successorId?: number) =>
    world.run(dissolveAgency, admin, { agencyId: id, version, lastDay, successorId, confirmCode: code });
  await end(gone, "2026-10-31", next.id);
  await end(next, "2027-03-31", last.id);
  const inCharge = async (day: string) => (await drafterOf(world.store.read, { drafterId: gone.id }, day))?.code;
  expect(await inCharge("2026-10-31")).toBe("BKHCN");
  expect(await inCharge("2026-11-01")).toBe("BYT");
  expect(await inCharge("2027-04-01")).toBe("BTP");
  // Where nobody took over, nobody is in charge.
  await end(last, "2027-06-30");
  expect(await inCharge("2027-06-30")).toBe("BTP");
  expect(await inCharge("2027-07-01")).toBeUndefined();
  expect(await drafterOf(world.store.read, { drafterId: null }, "2026-11-01")).toBeNull();
});

test("a successor is covered by what the agency it took over was excluded from; without one triage decides again", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const others = await hire(world, "BYT");
  const [gone, successor] = [await world.agency("BKHCN"), await world.agency("BYT")];
  const against = await caseIn(world, others, "in_progress");
  await world.run(nameConflict, people.triage, { code: against.code, agencyId: gone.id, reason });
  const own = await caseIn(world, people, "assigned");
  await world.run(dissolveAgency, people.admin, {
    agencyId: gone.id,
    version: gone.version,
    lastDay: "2026-10-31",
    successorId: successor.id,
    confirmCode: gone.code,
  });
  world.at("2026-11-01T02:00:00Z");
  await mindAgencies(world.store, world.now());
  await mindAgencies(world.store, world.now());
  expect(await world.find(against.code)).toMatchObject({ status: "submitted", agencyId: null });
  expect(await world.find(own.code)).toMatchObject({ status: "assigned", agencyId: successor.id });
});

test("a commune's People's Committee is opened below its province, once", async () => {
  await using world = await openWorld();
  const { admin, officer } = await hire(world);
  const opened = await world.run(openCommuneAgency, admin, { communeCode: "00004" });
  const province = await findAgency(world.store.read, opened.parentId ?? 0);
  expect([province?.kind, opened.kind, opened.communeCode]).toEqual(["province", "commune", "00004"]);
  expect(opened.nameVi).toBe("Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội");
  expect(opened.nameEn).toBe("People's Committee of Ba Dinh Ward");
  const again = world.run(openCommuneAgency, admin, { communeCode: "00004" });
  await expect(again).rejects.toMatchObject({ errors: { communeCode: "taken" } });
  const nowhere = world.run(openCommuneAgency, admin, { communeCode: "99999" });
  await expect(nowhere).rejects.toMatchObject({ errors: { communeCode: "wrong" } });
  const other = world.run(openCommuneAgency, officer, { communeCode: "00008" });
  await expect(other).rejects.toMatchObject({ code: "not-found" });
});
