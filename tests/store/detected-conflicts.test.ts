import { afterAll, beforeAll, expect, test } from "vitest";
import { askForLink, askForLinkInput } from "../../app/commands/ask-for-link.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { claimCase } from "../../app/commands/claim-case.ts";
import { invitePerson, inviteInput } from "../../app/commands/invite-person.ts";
import { liftConflict } from "../../app/commands/lift-conflict.ts";
import { nameConflict } from "../../app/commands/name-conflict.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { reopenCase } from "../../app/commands/reopen-case.ts";
import { unmergeCase } from "../../app/commands/unmerge-case.ts";
import { useLink } from "../../app/commands/use-link.ts";
import { staffMark } from "../../app/domain/marks.ts";
import { mayView } from "../../app/domain/permissions.ts";
import { findAgency } from "../../db/agencies.ts";
import { insertAuthors } from "../../db/case-authors.ts";
import { scopeOf } from "../../db/cases.ts";
import { listConflicts } from "../../db/conflicts.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { tokenOfMail } from "../../db/mailed-links.ts";
import { changeReporter } from "../../db/reporters.ts";
import { actorOf, type StaffRow } from "../../db/staff.ts";
import { caseIn, hire, type People, reason } from "./journey.ts";
import { openWorld, theSystem, thePublic, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
  // With a second one each, the desk goes on without one of them.
  await world.staff("officer");
  await world.staff("leader");
});
afterAll(() => world.close());

async function sees(row: StaffRow, code: string): Promise<boolean> {
  const agency = await findAgency(world.store.read, row.agencyId);
  if (!agency) throw new Error("nobody works nowhere");
  return mayView(actorOf(row, agency), scopeOf(await world.find(code)));
}

async function invite(email: string, agencyId: number): Promise<StaffRow> {
  const input = inviteInput.parse({ email, name: "Cán bộ Mới", role: "officer", agencyId });
  return (await world.run(invitePerson, people.admin, input)).row;
}

/** Confirms an address by the link that is mailed to it. */
async function confirm(email: string): Promise<void> {
  await world.run(askForLink, thePublic, askForLinkInput.parse({ email }));
  const { outbox } = world.store.read.tables;
  const mail = (await world.store.read.select().from(outbox)).findLast((one) => one.mail === "sign-in-link");
  await world.run(useLink, thePublic, { token: tokenOfMail(world.store.read, mail?.messageId ?? "") });
}

const emailOf = async (staffId: number): Promise<string> => {
  const { staff } = world.store.read.tables;
  return (await world.store.read.select().from(staff)).find(({ id }) => id === staffId)?.email ?? "";
};
const howOf = async (id: number) =>
  (await listConflicts(world.store.read, id)).map(({ how, liftedAt }) => [how, liftedAt !== null]);
const lastEvent = async (id: number) => (await listEvents(world.store.read, caseStream(id))).at(-1);

test("an account opened later is shut out of what its owner sent or wrote before, and of nothing else", async () => {
  const email = "tac.gia@example.vn";
  const sent = await caseIn(world, people, "in_progress", "feedback", { answers: { email } });
  const written = await caseIn(world, people, "in_progress");
  await world.store.write((tx) => insertAuthors(tx, written.id, [email.toUpperCase()]));
  const other = await caseIn(world, people, "in_progress");
  const row = await invite(email, people.officer.agencyId);
  const seen = await Promise.all([sent, written, other].map(({ code }) => sees(row, code)));
  expect(seen).toEqual([false, false, true]);
  expect(await howOf(written.id)).toEqual([["detected", false]]);
  // Others are left at the desk: the case stays there.
  expect(await world.find(sent.code)).toMatchObject({ status: "in_progress", walledOff: ` ${staffMark(row.id)} ` });
  expect(await lastEvent(sent.id)).toMatchObject({ type: "detect-conflict", actorKind: "system", seenBy: "office" });
});

test("what triage lifted comes back once the address is confirmed: the desk is left, and with it whoever had taken the case", async () => {
  const email = await emailOf(people.officer.staffId);
  const { code, id } = await caseIn(world, people, "submitted", "feedback", { answers: { email } });
  const [conflict] = await listConflicts(world.store.read, id);
  await world.run(liftConflict, people.triage, { code, conflictId: conflict?.id ?? 0, reason });
  await world.run(assignCase, people.triage, { code, agencyId: people.officer.agencyId });
  await world.run(claimCase, people.officer, { code });
  expect(await howOf(id)).toEqual([["detected", true]]);
  await confirm(email);
  expect(await howOf(id)).toEqual([
    ["detected", true],
    ["detected", false],
  ]);
  expect(await world.find(code)).toMatchObject({ status: "assigned", ownerId: null });
});

test("assigning looks once more; an agency whose only officer sent the case is not given it", async () => {
  const ministry = await world.agency("BTP");
  const clerk = await world.staff("officer", "BTP");
  const { code, id } = await caseIn(world, people, "submitted");
  // As it stands after an import.
  await world.store.write((tx) => changeReporter(tx, id, { email: clerk.row.email }));
  const giving = () => world.run(assignCase, people.triage, { code, agencyId: ministry.id });
  await expect(giving()).rejects.toMatchObject({ errors: { agencyId: "conflict" } });
  await world.staff("officer", "BTP");
  expect(await giving()).toMatchObject({ status: "assigned", walledOff: ` ${staffMark(clerk.staffId)} ` });
  expect(await sees(clerk.row, code)).toBe(false);
});

test("a case taken up again does not go back to an agency that was shut out meanwhile: triage decides", async () => {
  const agencyId = people.officer.agencyId;
  const shutOut = async (code: string) => world.run(nameConflict, people.triage, { code, agencyId, reason });
  const disputed = await caseIn(world, people, "disputed");
  const answered = await caseIn(world, people, "answered");
  for (const { code } of [disputed, answered]) await shutOut(code);
  await world.run(reopenCase, people.arbiter, { code: disputed.code, reason });
  await world.run(reopenCase, theSystem, { code: answered.code });
  for (const { code, dueAt } of [disputed, answered]) {
    expect(await world.find(code)).toMatchObject({ status: "submitted", agencyId: null, round: 2, dueAt });
  }
  const member = await caseIn(world, people, "in_progress");
  await world.run(mergeCase, people.triage, { code: member.code, leadCode: (await world.submit()).code });
  await shutOut(member.code);
  await world.run(unmergeCase, people.triage, { code: member.code });
  expect(await world.find(member.code)).toMatchObject({ status: "submitted", agencyId: null });
});
