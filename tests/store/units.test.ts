import { expect, test } from "vitest";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { declareConflict } from "../../app/commands/declare-conflict.ts";
import { delegateCase } from "../../app/commands/delegate-case.ts";
import { endAbsence } from "../../app/commands/end-absence.ts";
import { handBack } from "../../app/commands/hand-back.ts";
import { liftConflict } from "../../app/commands/lift-conflict.ts";
import { nameConflict } from "../../app/commands/name-conflict.ts";
import { saveAgency, saveAgencyInput } from "../../app/commands/save-agency.ts";
import { setAbsence } from "../../app/commands/set-absence.ts";
import { localDate } from "../../app/domain/calendar.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { mayView } from "../../app/domain/permissions.ts";
import { searchWords } from "../../app/domain/text.ts";
import { actorOn } from "../../db/absences.ts";
import { type Agency, findAgency } from "../../db/agencies.ts";
import { scopeOf } from "../../db/cases.ts";
import { listConflicts } from "../../db/conflicts.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { listQueue } from "../../db/queue.ts";
import { actorOf, findStaff } from "../../db/staff.ts";
import { caseIn, hire, reason } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

/** A unit below an agency, with an officer and a leader of its own. */
async function unitBelow(world: World, code: string, parent: Agency) {
  const admin = await world.staff("admin");
  const names = { nameVi: `Đơn vị ${code}`, nameEn: `Unit ${code}`, abbreviation: code };
  const input = { code, kind: "unit", ...names, validFrom: "2025-01-01", parentId: parent.id };
  const unit = await world.run(saveAgency, admin, saveAgencyInput.parse(input));
  return { unit, officer: await world.staff("officer", code), leader: await world.staff("leader", code) };
}

/** A person as the gate lets them in today: with whom they stand in for. */
async function today(world: World, { staffId }: StaffActor): Promise<StaffActor> {
  const row = await findStaff(world.store.read, staffId);
  const agency = row && (await findAgency(world.store.read, row.agencyId));
  if (!row || !agency) throw new Error("nobody to let in");
  return actorOn(world.store.read, row, agency, localDate(world.now()));
}

const emailOf = async (world: World, { staffId }: StaffActor): Promise<string> =>
  (await findStaff(world.store.read, staffId))?.email ?? "";

const sees = async (world: World, actor: StaffActor, code: string): Promise<boolean> =>
  mayView(actor, scopeOf(await world.find(code)));

/** Whether a person finds a case by the words of its title, as rare and as common ones. */
async function finds(world: World, actor: StaffActor, code: string): Promise<boolean[]> {
  const { title } = await world.find(code);
  const now = world.now();
  const asked = { view: "all", words: searchWords(title), now, soon: now } as const;
  const pages = [5, 1].map((common) => listQueue(world.store.read, actor, { ...asked, common }));
  return (await Promise.all(pages)).map(({ items }) => items.some((item) => item.code === code));
}

test("the lead agency hands the work down and keeps seeing it; the unit works and hands it back; the promise stays", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const below = await unitBelow(world, "PHONG-1", await world.agency("BKHCN"));
  const elsewhere = await unitBelow(world, "PHONG-2", await world.agency("BTP"));
  const { code, id } = await caseIn(world, people, "in_progress");
  const before = await world.find(code);
  const hand = (unit: Agency, more = {}) =>
    world.run(delegateCase, people.officer, { code, unitId: unit.id, note: "Kiểm tra giúp.", ...more });
  await expect(hand(elsewhere.unit)).rejects.toMatchObject({ errors: { unitId: "not-below" } });
  await expect(hand(below.unit, { dueOn: "2027-01-01" })).rejects.toMatchObject({ errors: { dueOn: "beyond-term" } });
  await expect(hand(below.unit, { dueOn: "2026-10-01" })).rejects.toMatchObject({ errors: { dueOn: "past" } });
  expect(await hand(below.unit, { dueOn: "2026-10-12" })).toMatchObject({ status: "assigned", unitId: below.unit.id });
  await expect(world.run(acceptCase, people.officer, { code })).rejects.toMatchObject({ code: "forbidden" });
  expect([await sees(world, people.officer, code), await sees(world, below.officer, code)]).toEqual([true, true]);
  expect(await sees(world, elsewhere.officer, code)).toBe(false);
  expect(await finds(world, people.officer, code)).toEqual([true, true]);
  expect(await finds(world, below.officer, code)).toEqual([true, true]);
  expect(await finds(world, elsewhere.officer, code)).toEqual([false, false]);
  await world.run(acceptCase, below.officer, { code });
  const back = await world.run(handBack, below.officer, { code, reason: "Đơn vị không có số liệu này." });
  expect(back).toMatchObject({ status: "assigned", unitId: null, agencyId: before.agencyId });
  expect([back.receivedAt, back.dueAt]).toEqual([before.receivedAt, before.dueAt]);
  expect(await sees(world, below.officer, code)).toBe(false);
  const holders = (await listEvents(world.store.read, caseStream(id))).map(({ type, data }) => [type, data.holderId]);
  expect(holders.slice(-3)).toEqual([
    ["delegate", below.unit.id],
    ["accept", below.unit.id],
    ["hand-back", before.agencyId],
  ]);
});

test.each([
  ["the lead agency's leader signs", "no"],
  ["the unit's leader signs", "yes"],
] as const)("%s, as it was said when the work was handed down", async (_who, unitApproves) => {
  await using world = await openWorld();
  const people = await hire(world);
  const below = await unitBelow(world, "PHONG-1", await world.agency("BKHCN"));
  const { code } = await caseIn(world, people, "awaiting_approval");
  const { cases } = world.store.read.tables;
  await world.store.write((tx) =>
    tx.update(cases).set({ unitId: below.unit.id, unitApproves: unitApproves === "yes" }),
  );
  const [signs, other] = unitApproves === "yes" ? [below.leader, people.leader] : [people.leader, below.leader];
  await expect(world.run(approveAnswer, other, { code })).rejects.toMatchObject({ code: "forbidden" });
  expect(await world.run(approveAnswer, signs, { code })).toMatchObject({ status: "answered" });
});

test("whoever steps out sees nothing; the only leader stepping out sends the case back to triage; only a second person lifts it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const second = await world.staff("officer");
  const { code, id } = await caseIn(world, people, "in_progress");
  expect(await world.run(declareConflict, second, { code, reason })).toMatchObject({ status: "in_progress" });
  expect(await sees(world, second, code)).toBe(false);
  const back = await world.run(declareConflict, people.leader, { code });
  expect(back).toMatchObject({ status: "submitted", agencyId: null });
  const [first] = await listConflicts(world.store.read, id);
  const lift = { code, conflictId: first?.id ?? 0, reason };
  expect(first).toMatchObject({ staffId: second.staffId, how: "declared", reason });
  expect(await world.run(liftConflict, people.triage, lift)).toMatchObject({
    walledOff: ` s${people.leader.staffId} `,
  });
  await expect(world.run(liftConflict, people.triage, lift)).rejects.toMatchObject({ errors: { conflictId: "wrong" } });
});

test("an agency complained of is shut out with all below it, and cannot be given the case", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const ministry = await world.agency("BKHCN");
  const below = await unitBelow(world, "PHONG-1", ministry);
  const { code, id } = await caseIn(world, people, "awaiting_approval");
  const named = { code, agencyId: ministry.id, reason };
  expect(await world.run(nameConflict, people.triage, named)).toMatchObject({ status: "submitted", agencyId: null });
  await expect(world.run(nameConflict, people.triage, named)).rejects.toMatchObject({ errors: { agencyId: "named" } });
  const giving = (agencyId: number) => world.run(assignCase, people.triage, { code, agencyId });
  await expect(giving(ministry.id)).rejects.toMatchObject({ errors: { agencyId: "conflict" } });
  await expect(giving(below.unit.id)).rejects.toMatchObject({ errors: { agencyId: "conflict" } });
  const [conflict] = await listConflicts(world.store.read, id);
  const lift = { code, conflictId: conflict?.id ?? 0, reason };
  await expect(world.run(liftConflict, people.triage, lift)).rejects.toMatchObject({
    errors: { conflictId: "second-person" },
  });
  await world.run(liftConflict, await world.staff("triage"), lift);
  expect(await giving(ministry.id)).toMatchObject({ status: "assigned", agencyId: ministry.id });
  const standing = { code, agencyId: people.triage.agencyId, reason };
  await expect(world.run(nameConflict, people.triage, standing)).rejects.toMatchObject({
    errors: { agencyId: "standing-body" },
  });
});

test("whoever sent a case with the address of their account does not handle it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const email = await emailOf(world, people.officer);
  // Without a colleague the agency could not have the case at all.
  await world.staff("officer");
  const { code } = await caseIn(world, people, "assigned", "feedback", { answers: { email } });
  expect(await sees(world, people.officer, code)).toBe(false);
  expect(await sees(world, people.leader, code)).toBe(true);
});

test("a substitute has the absent leader's mails and signature, says for whom, and nothing from behind a wall", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const below = await unitBelow(world, "PHONG-1", await world.agency("BKHCN"));
  const substitute = await emailOf(world, people.leader);
  const days = { fromDay: "2026-10-05", toDay: "2026-10-09" };
  const absence = await world.run(setAbsence, below.leader, { ...days, substitute });
  const again = world.run(setAbsence, below.leader, { ...days, substitute });
  await expect(again).rejects.toMatchObject({ errors: { fromDay: "away-already" } });
  const upside = await emailOf(world, below.leader);
  await expect(world.run(setAbsence, people.leader, { ...days, substitute: upside })).rejects.toMatchObject({
    errors: { substitute: "other-agency" },
  });
  await expect(world.run(setAbsence, people.officer, { ...days, substitute })).rejects.toMatchObject({
    errors: { substitute: "other-role" },
  });

  const { code, id } = await caseIn(world, people, "awaiting_approval");
  const { cases, outbox } = world.store.read.tables;
  await world.store.write((tx) => tx.update(cases).set({ unitId: below.unit.id, unitApproves: true }));
  await expect(world.run(approveAnswer, people.leader, { code })).rejects.toMatchObject({ code: "forbidden" });
  const standing = await today(world, people.leader);
  expect(standing.standIns.map(({ staffId }) => staffId)).toEqual([below.leader.staffId]);
  await world.run(approveAnswer, standing, { code });
  const signed = (await listEvents(world.store.read, caseStream(id))).at(-1);
  expect(signed).toMatchObject({ type: "approve", data: { onBehalfId: below.leader.staffId } });

  const next = await caseIn(world, people, "in_progress");
  await world.run(delegateCase, people.officer, { code: next.code, unitId: below.unit.id });
  const told = (await world.store.read.select().from(outbox))
    .filter((mail) => mail.mail === "case-for-agency" && mail.recipient === "staff" && mail.params.code === next.code)
    .map(({ recipientId }) => recipientId);
  expect(told).toContain(people.leader.staffId);
  expect(told).not.toContain(below.leader.staffId);
  await world.run(declareConflict, below.leader, { code: next.code });
  const walled = await world.find(next.code);
  await world.store.write((tx) => tx.update(cases).set({ agencyId: below.unit.id }));
  // Now only the absent person's own desk would show it, and that is closed to them.
  expect([walled.walledOff, await sees(world, standing, next.code)]).toEqual([` s${below.leader.staffId} `, false]);

  await world.run(endAbsence, below.leader, { absenceId: absence.id });
  expect((await today(world, people.leader)).standIns).toEqual([]);
});

test("an actor without a look-up stands in for nobody", async () => {
  await using world = await openWorld();
  const { row, agencyId } = await world.staff("leader");
  const agency = await findAgency(world.store.read, agencyId);
  expect(agency && actorOf(row, agency).standIns).toEqual([]);
});
