import { afterAll, beforeAll, expect, test } from "vitest";
import { askExtension } from "../../app/commands/ask-extension.ts";
import { extendCase } from "../../app/commands/extend-case.ts";
import { nameConflict } from "../../app/commands/name-conflict.ts";
import { setBudgetInput, setExtensionBudget } from "../../app/commands/set-extension-budget.ts";
import { setWarningsInput, setWarningSteps } from "../../app/commands/set-warning-steps.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { loadClockRules } from "../../app/http/clock-rules-page.ts";
import { actorContext } from "../../app/http/context.ts";
import { loadExtensions } from "../../app/http/extensions-page.ts";
import { clockVersion } from "../../db/clock-rules.ts";
import { extensionBudget, warningSteps } from "../../db/clock-settings.ts";
import { listSigned } from "../../db/extension-lists.ts";
import { caseIn, hire, type People, reason } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

const why = "Cần thêm thời gian để kiểm tra thực địa tại ba xã.";
const basis = { basisVi: "Thông báo số 5 của Ban", basisEn: "Notice 5 of the board" };
let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

const version = async () => String(await clockVersion(world.store.read));
async function setBudget(actor: StaffActor, more: Record<string, string> = {}) {
  const typed = { from: "2026-10-06", perYear: "12", perCase: "1", ...basis, version: await version(), ...more };
  return world.run(setExtensionBudget, actor, setBudgetInput.parse(typed));
}
const budgetOn = async (agencyId: number, day: string) => {
  const { perYear, perCase } = await extensionBudget(world.store.read, agencyId, day);
  return [perYear, perCase];
};
function page(actor: StaffActor, query = "") {
  const { context, url } = visit(world, { path: `/office/extensions${query}` });
  context.set(actorContext, actor);
  return loadExtensions(context, actor, url);
}
async function extended(days = 5) {
  const { code, id } = await caseIn(world, people, "in_progress");
  await world.run(askExtension, people.officer, { code, days, reason: why });
  await world.run(extendCase, people.leader, { code });
  return { code, id };
}

test("a budget begins on a day to come, ends the one before it, and takes the place of one that was only planned", async () => {
  const { agencyId } = people.officer;
  const other = (await world.agency("BTP")).id;
  await expect(setBudget(people.admin, { from: "2026-10-05" })).rejects.toMatchObject({ errors: { from: "past" } });
  for (const actor of [people.leader, people.monitor, people.triage]) {
    await expect(setBudget(actor)).rejects.toMatchObject({ code: "not-found" });
  }
  await setBudget(people.admin, { agencyId: String(agencyId) });
  await expect(setBudget(people.admin, { version: "0" })).rejects.toMatchObject({ code: "stale" });
  await expect(setBudget(people.admin, { agencyId: "99999" })).rejects.toMatchObject({ errors: { agencyId: "wrong" } });
  expect([await budgetOn(agencyId, "2026-10-05"), await budgetOn(agencyId, "2026-10-06")]).toEqual([
    [24, 2],
    [12, 1],
  ]);
  await setBudget(people.admin, { agencyId: String(agencyId), perYear: "8", from: "2026-11-01" });
  expect([await budgetOn(agencyId, "2026-10-06"), await budgetOn(agencyId, "2026-11-01")]).toEqual([
    [24, 2],
    [8, 1],
  ]);
  await setBudget(people.admin, { perYear: "30", perCase: "3", from: "2027-01-01" });
  expect([await budgetOn(other, "2026-12-31"), await budgetOn(other, "2027-01-01")]).toEqual([
    [24, 2],
    [30, 3],
  ]);
  expect(await budgetOn(agencyId, "2027-01-01")).toEqual([8, 1]);
  const { context } = visit(world);
  const { budgets } = await loadClockRules(context, people.monitor);
  expect(budgets.map(({ standing, set }) => [standing, set?.by ?? null])).toEqual([
    ["planned", people.admin.name],
    ["planned", people.admin.name],
    ["in-force", null],
  ]);
});

test.each(["", "x", "-1", "1.5", "1001"])("%j is no number of extensions", (perYear) => {
  const typed = { version: "0", from: "2026-10-06", perYear, perCase: "1", ...basis };
  expect(setBudgetInput.safeParse(typed).success).toBe(false);
});

test("warnings change for cases received later, and cannot leave out the head or the monitor", async () => {
  const now = await warningSteps(world.store.read, "2026-10-05");
  const set = async (more: object) => {
    const typed = { from: "2026-10-10", ...basis, version: await version(), ...more };
    return world.run(setWarningSteps, people.admin, setWarningsInput.parse(typed));
  };
  await expect(set({ days: { d1: "1" }, tells: { t1: "desk" } })).rejects.toMatchObject({
    errors: { "days.d1": "no-head" },
  });
  await expect(set({ days: { d2: "1" } })).rejects.toMatchObject({ errors: { "tells.t2": "tells" } });
  await set({ days: { d1: "4", d2: "-1", d3: "" }, tells: { t1: "head monitor", t2: "desk", t3: "" } });
  expect(await warningSteps(world.store.read, "2026-10-09")).toEqual(now);
  expect(await warningSteps(world.store.read, "2026-10-10")).toEqual([
    { position: 1, afterDays: -1, tells: ["desk"] },
    { position: 2, afterDays: 4, tells: ["head", "monitor"] },
  ]);
});

test("a leader sees the agency's extensions with reason, hand and both dates; others those of all; an administrator the figures", async () => {
  const first = await extended();
  const second = await extended(3);
  const own = await page(people.leader);
  expect(own.budgets).toMatchObject([{ id: people.leader.agencyId, used: 2, perYear: 24, left: 22 }]);
  expect(
    own.items.map(({ code, units, reason: told, signedBy, dueBefore, dueAfter }) => {
      return [code, units, told, signedBy, dueBefore, dueAfter];
    }),
  ).toEqual([
    [second.code, 3, why, people.leader.name, "2026-10-26", "2026-10-29"],
    [first.code, 5, why, people.leader.name, "2026-10-26", "2026-11-02"],
  ]);
  const stranger = await world.staff("leader", "BTP");
  await expect(page(people.officer)).rejects.toMatchObject({ init: { status: 404 } });
  const elsewhere = await page(stranger, `?agency=${people.leader.agencyId}`);
  expect([elsewhere.items, elsewhere.agency?.id]).toEqual([[], stranger.agencyId]);
  expect((await page(people.monitor)).items).toHaveLength(2);
  const figures = await page(people.admin);
  expect([figures.items, figures.budgets.map(({ used }) => used)]).toEqual([[], [2]]);

  const query = { agencyId: null, year: "2026", limit: 1 };
  const one = await listSigned(world.store.read, people.triage, query);
  const two = await listSigned(world.store.read, people.triage, { ...query, cursor: one.nextCursor });
  expect([...one.items, ...two.items].map(({ code }) => code)).toEqual([second.code, first.code]);
  expect([two.nextCursor, (await page(people.monitor, "?year=2025")).items]).toEqual([null, []]);
});

test("behind a conflict wall an extension is neither listed nor counted", async () => {
  const { code } = await extended();
  const before = await page(people.monitor);
  const { email } = (await world.store.read.select().from(world.store.read.tables.staff)).find(
    ({ id }) => id === people.monitor.staffId,
  ) ?? { email: "" };
  await world.run(nameConflict, people.triage, { code, person: email, reason });
  const after = await page(people.monitor);
  expect(before.items.map((item) => item.code)).toContain(code);
  expect(after.items).toEqual(before.items.filter((item) => item.code !== code));
  expect(after.budgets.map(({ used }) => used)).toEqual(before.budgets.map(({ used }) => used - 1));
});
