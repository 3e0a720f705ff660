import { afterAll, beforeAll, expect, test } from "vitest";
import { assignCase } from "../../app/commands/assign-case.ts";
import { endAbsence } from "../../app/commands/end-absence.ts";
import { saveAgency, saveAgencyInput } from "../../app/commands/save-agency.ts";
import { setAbsence } from "../../app/commands/set-absence.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { localDate } from "../../app/domain/calendar.ts";
import { loadAbsences } from "../../app/http/absences-page.ts";
import { awayAt, listKeptAbsences } from "../../db/absence-lists.ts";
import { findStaff } from "../../db/staff.ts";
import { openApi, tokenOf } from "./api-client.ts";
import { hire, type People } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let people: People;
let unitOfficer: StaffActor;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
  const parentId = people.officer.agencyId;
  const names = { nameVi: "Phòng Một cửa", nameEn: "One-stop Division", abbreviation: "PMC" };
  const unit = { code: "PHONG-1", kind: "unit", ...names, validFrom: "2025-01-01", parentId };
  await world.run(saveAgency, people.admin, saveAgencyInput.parse(unit));
  unitOfficer = await world.staff("officer", "PHONG-1");
});
afterAll(() => world.close());

const emailOf = async (person: StaffActor) => (await findStaff(world.store.read, person.staffId))?.email ?? "";
const page = (actor: StaffActor, path = "/office/absences") => {
  const { context, url } = visit(world, { path });
  return loadAbsences(context, actor, url);
};
const kept = async (actor: StaffActor) =>
  (await listKeptAbsences(world.store.read, actor, localDate(world.now()), null)).items.map(({ staffId }) => staffId);

test("a leader sets, sees and ends the absence of the agency's people and of nobody else's; an administrator everybody's", async () => {
  const colleague = await world.staff("officer");
  const days = { fromDay: "2026-10-05", toDay: "2026-10-09", substitute: await emailOf(colleague) };
  const of = (actor: StaffActor, person: StaffActor) =>
    world.run(setAbsence, actor, { ...days, staffId: person.staffId });
  await expect(of(people.officer, colleague)).rejects.toMatchObject({ code: "not-found" });
  await expect(of(people.leader, unitOfficer)).rejects.toMatchObject({ code: "not-found" });
  await expect(page(people.leader, `/office/absences?person=${unitOfficer.staffId}`)).rejects.toMatchObject({
    init: { status: 404 },
  });
  const absence = await of(people.leader, people.officer);
  await expect(of(people.leader, people.officer)).rejects.toMatchObject({ errors: { fromDay: "away-already" } });
  expect([await kept(people.leader), await kept(people.admin)]).toEqual([
    [people.officer.staffId],
    [people.officer.staffId],
  ]);
  expect([await kept(people.officer), await kept(unitOfficer)]).toEqual([[], []]);
  const away = await awayAt(world.store.read, people.officer.agencyId, ["officer"], "2026-10-07");
  expect(away.map(({ name, toDay }) => [name, toDay])).toEqual([[people.officer.name, "2026-10-09"]]);

  const [own, stands] = [await page(people.officer), await page(colleague)];
  expect(own.absences).toMatchObject([{ substitute: colleague.name, now: true }]);
  expect(stands.standsInFor).toMatchObject([{ name: people.officer.name, toDay: "2026-10-09" }]);
  expect((await page(people.leader)).others?.items).toHaveLength(1);
  expect(own.others).toBeNull();

  await world.run(endAbsence, people.leader, { absenceId: absence.id });
  expect([await kept(people.admin), (await page(colleague)).standsInFor]).toEqual([[], []]);
  const elsewhere = await of(people.admin, unitOfficer);
  await expect(world.run(endAbsence, people.leader, { absenceId: elsewhere.id })).rejects.toMatchObject({
    code: "not-found",
  });
  await world.run(endAbsence, people.admin, { absenceId: elsewhere.id });
});

test("those who can stand in work in the same role, in the agency or above it", async () => {
  const officers = [people.officer, unitOfficer];
  const [above, below] = await Promise.all(officers.map(async (one) => (await page(one)).substitutes));
  const [up, down] = await Promise.all(officers.map(emailOf));
  expect(above?.map(({ value }) => value)).not.toContain(down);
  expect(below?.map(({ value }) => value)).toContain(up);
  expect(below?.map(({ value }) => value)).not.toContain(await emailOf(people.leader));
});

test("a list of absences is read page by page", async () => {
  const substitute = await emailOf(people.officer);
  const absent: number[] = [];
  for (const toDay of ["2026-11-03", "2026-11-03", "2026-11-04"]) {
    const person = await world.staff("officer");
    absent.push(person.staffId);
    await world.run(setAbsence, person, { fromDay: "2026-11-03", toDay, substitute });
  }
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const found = await listKeptAbsences(world.store.read, people.leader, "2026-11-01", cursor, 1);
    seen.push(...found.items.map(({ staffId }) => staffId));
    cursor = found.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(absent);
});

test("a token gives its owner the desks of those for whom they stand in, while they do", async () => {
  const api = openApi(world);
  const { code } = await world.submit();
  await world.run(assignCase, people.triage, { code, version: 1, agencyId: people.officer.agencyId });
  const otherUnit = await world.staff("officer", "BTP");
  const token = await tokenOf(world, otherUnit);
  const read = async () => (await api.get(`/api/v1/staff/cases/${code}`, token)).status;
  expect(await read()).toBe(404);
  const { absences } = world.store.read.tables;
  const [absence] = await world.store.write((tx) =>
    tx
      .insert(absences)
      .values({
        staffId: people.officer.staffId,
        substituteId: otherUnit.staffId,
        fromDay: "2026-10-05",
        toDay: "2026-10-06",
        createdAt: world.now(),
      })
      .returning(),
  );
  const { version } = await world.find(code);
  const accepted = await api.post(`/api/v1/staff/cases/${code}/accept`, {}, { ...token, "If-Match": `"${version}"` });
  expect([accepted.status, accepted.body.status]).toEqual([200, "in_progress"]);
  await world.run(endAbsence, people.officer, { absenceId: absence?.id ?? 0 });
  expect(await read()).toBe(404);
});
