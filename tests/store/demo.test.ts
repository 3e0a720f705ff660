import { expect, test } from "vitest";
import { localDate } from "../../app/domain/calendar.ts";
import { demoPeople } from "../../cli/demo-people.ts";
import { plantOffice } from "../../cli/plant-office.ts";
import { plantRegister } from "../../cli/plant-register.ts";
import { plantSettings } from "../../cli/plant-settings.ts";
import { verifyAudit } from "../../db/audit.ts";
import { hire, peopleOf } from "../../db/seed/cast.ts";
import { readGround } from "../../db/seed/ground.ts";
import { openWorld } from "./world.ts";

test("the demonstration has something to look at on each page of the office", async () => {
  await using world = await openWorld();
  const { store } = world;
  world.at("2026-11-20T03:00:00Z");
  const ground = await readGround(store.read, localDate(world.now()));
  await hire(store, [...peopleOf(ground), ...demoPeople(ground)], () => "nobody knows it", world.now());
  await plantRegister(store, world.now());
  await plantOffice(store, world.now());
  await plantSettings(store, world.now());

  const t = store.read.tables;
  const cases = await store.read.select().from(t.cases);
  expect(cases.filter(({ arbiterSince }) => arbiterSince !== null)).toHaveLength(2);
  const consults = await store.read.select().from(t.caseConsults);
  expect(consults.map(({ state }) => state).sort()).toEqual(["answered", "open"]);
  const extensions = await store.read.select().from(t.extensions);
  expect(extensions.map(({ state }) => state).sort()).toEqual(["asked", "signed"]);
  const templates = await store.read.select().from(t.templates);
  expect(new Set(templates.map(({ purpose }) => purpose))).toEqual(new Set(["answer", "ask", "decline", "note"]));
  const sets = await store.read.select().from(t.ruleSets);
  expect(sets.map(({ state }) => state).sort()).toEqual(["draft", "in_force"]);
  const amendments = await store.read.select().from(t.amendments);
  expect(amendments.map(({ state }) => state).sort()).toEqual(["proposed", "published"]);
  expect(await store.read.select().from(t.absences)).toHaveLength(2);
  expect(await store.read.select().from(t.redactionRules)).toHaveLength(2);
  expect((await verifyAudit(store.read)).findings).toEqual([]);
});
