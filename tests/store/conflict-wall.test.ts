import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { connectSystem } from "../../app/commands/connect-system.ts";
import { declareConflict } from "../../app/commands/declare-conflict.ts";
import { handTask } from "../../app/commands/hand-task.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { nameConflict } from "../../app/commands/name-conflict.ts";
import { requestIdentity } from "../../app/commands/request-identity.ts";
import { submitCase } from "../../app/commands/submit-case.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { hasMark, staffMark } from "../../app/domain/marks.ts";
import { groupLetters } from "../../app/jobs/group-letters.ts";
import { listConflicts } from "../../db/conflicts.ts";
import { findStaff } from "../../db/staff.ts";
import { answersOf, type FormFields } from "./answers.ts";
import { hire, type People, reason } from "./journey.ts";
import { type Landmarks, officeRoutes, walkedRoutes, walkOffice } from "./office-walk.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const letter =
  "Cổng dịch vụ công báo lỗi khi nộp hồ sơ đất đai suốt hai tuần nay, gọi tổng đài không ai trả lời. " +
  "Tôi đã nộp lại ba lần, mỗi lần hệ thống lại yêu cầu nhập từ đầu và không lưu những gì đã ghi.";
/** The code of the one case that only one of the two worlds has. */
const HIDDEN = "PA-HIDDEN";

interface Built {
  readonly world: World;
  readonly people: People;
  readonly second: People;
  readonly codes: Map<string, string>;
}

/** Files a case whose code is the same in every world: the bytes come from its name. */
async function file(
  world: World,
  name: string,
  fields: FormFields = {},
  coAuthorAddresses: readonly string[] = [],
): Promise<string> {
  const answers = answersOf("feedback", { title: `Hồ sơ ${name}`, content: `${letter} (${name})`, ...fields });
  const bodyHash = createHash("sha256").update(name).digest("hex");
  let drawn = 0;
  const codeBytes = () =>
    createHash("sha256")
      .update(`${name} ${(drawn += 1)}`)
      .digest()
      .subarray(0, 7);
  const key = { key: randomUUID(), sessionHash: "session", bodyHash };
  const { code } = await world.run(submitCase, thePublic, {
    answers,
    key,
    heldReason: null,
    codeBytes,
    coAuthorAddresses,
  });
  return code;
}

/** A world of a few cases; with `hidden` also one more, filed last, in which everybody of `second` has a conflict: detected, declared or named. */
async function build(hidden: boolean): Promise<Built> {
  const world = await openWorld();
  const people = await hire(world);
  const second = await hire(world);
  const codes = new Map<string, string>();
  const same = { content: letter, email: "nguoi.gui@example.vn" };
  for (const [name, fields] of [
    ["a", same],
    ["b", { ...same, email: "nguoi.khac@example.vn" }],
    ["c", {}],
    ["d", {}],
  ] as const) {
    codes.set(name, await file(world, name, fields));
  }
  const code = (name: string) => codes.get(name) ?? "";
  for (const name of ["b", "c"]) {
    await world.run(assignCase, people.triage, { code: code(name), agencyId: people.officer.agencyId });
  }
  await world.run(acceptCase, people.officer, { code: code("c") });
  const settings = { name: "Hệ thống", url: "https://plan02.example.vn/hook", kind: "plan02", events: [] } as const;
  await world.run(connectSystem, people.admin, { ...settings, events: [] });
  await world.store.write((tx) => tx.update(tx.tables.webhooks).set({ publicId: "system-1" }));
  if (!hidden) {
    codes.set(HIDDEN, "PA-2345-6789");
    await groupAll(world);
    return { world, people, second, codes };
  }
  // Its sender and a co-author work in the office themselves.
  const email = await emailOf(world, second.leader);
  const together = [await emailOf(world, second.editor)];
  codes.set(HIDDEN, await file(world, HIDDEN, { ...same, email, hideIdentity: "yes" }, together));
  const lead = code(HIDDEN);
  await world.run(assignCase, people.triage, { code: lead, agencyId: people.officer.agencyId });
  await world.run(acceptCase, people.officer, { code: lead });
  await world.run(handTask, people.triage, { code: lead, system: "system-1" });
  await world.run(requestIdentity, people.officer, { code: lead, reason: "Cần gặp người gửi để xác minh nội dung." });
  await groupAll(world);
  for (const person of insidersOf(second)) await shutOut(world, people, lead, person);
  const known = (await listConflicts(world.store.read, (await world.find(lead)).id)).map(({ how }) => how);
  expect(new Set(known)).toEqual(new Set(["detected", "declared", "named-by-triage"]));
  return { world, people, second, codes };
}

/** Everybody whose view is compared; the administrator too, who sees mails about cases. */
function insidersOf({ triage, officer, leader, editor, monitor, custodian, admin }: People): StaffActor[] {
  return [triage, officer, leader, editor, monitor, custodian, admin];
}

async function shutOut(world: World, { triage }: People, code: string, person: StaffActor): Promise<void> {
  if (hasMark((await world.find(code)).walledOff, staffMark(person.staffId))) return;
  const email = await emailOf(world, person);
  if (person.role === "officer") await world.run(declareConflict, person, { code });
  else await world.run(nameConflict, triage, { code, person: email, reason });
}

async function emailOf(world: World, { staffId }: StaffActor): Promise<string> {
  return (await findStaff(world.store.read, staffId))?.email ?? "";
}

async function groupAll(world: World): Promise<void> {
  await groupLetters(world.store, world.now());
}

let withCase: Built;
let without: Built;
beforeAll(async () => {
  withCase = await build(true);
  without = await build(false);
});
afterAll(async () => {
  await withCase.world.close();
  await without.world.close();
});

const landmarksOf = ({ codes }: Built): Landmarks => ({
  codes: [...codes.values()],
  campaignIds: [1, 2],
  words: ["dịch vụ công", "hồ sơ", HIDDEN],
});

test("every route of the office that can show something is part of the comparison", () => {
  expect(walkedRoutes(landmarksOf(withCase))).toEqual(officeRoutes());
});

describe.each(["triage", "officer", "leader", "editor", "monitor", "custodian", "admin"] as const)(
  "the excluded %s",
  (role) => {
    test("is answered everywhere as in a world without the case", async () => {
      const hiddenCode = withCase.codes.get(HIDDEN) ?? "";
      const unused = without.codes.get(HIDDEN) ?? "";
      const seen = await walkOffice(withCase.world, withCase.second[role].staffId, landmarksOf(withCase));
      const expected = await walkOffice(without.world, without.second[role].staffId, landmarksOf(without));
      const asked = (answers: Map<string, string>, code: string) =>
        [...answers].map(([address, answer]) => `${address} => ${answer}`.replaceAll(code, "<code>"));
      expect(asked(seen, hiddenCode)).toEqual(asked(expected, unused));
    });
  },
);

test("the same walk tells the two worlds apart for somebody who is not excluded", async () => {
  const { people, codes } = withCase;
  const seen = await walkOffice(withCase.world, people.officer.staffId, landmarksOf(withCase));
  const hiddenCode = codes.get(HIDDEN) ?? "";
  const naming = [...seen].filter(([address, answer]) => !address.includes(hiddenCode) && answer.includes(hiddenCode));
  expect(naming.length).toBeGreaterThan(3);
});

test("a merged case names no leading case from behind the wall", async () => {
  const world = await openWorld();
  const people = await hire(world);
  const lead = await file(world, "lead");
  const member = await file(world, "member");
  await world.run(mergeCase, people.triage, { code: member, leadCode: lead });
  const outside = await world.staff("triage");
  await world.run(declareConflict, outside, { code: lead });
  const landmarks = { codes: [member], campaignIds: [], words: [] };
  const answers = await walkOffice(world, outside.staffId, landmarks);
  expect([...answers.values()].filter((answer) => answer.includes(lead))).toEqual([]);
  expect([...answers.values()].some((answer) => answer.includes(member))).toBe(true);
  await world.close();
});
