import { expect, test } from "vitest";
import { localDate } from "../../app/domain/calendar.ts";
import { tellSystems } from "../../app/jobs/tell-systems.ts";
import { demoPeople } from "../../cli/demo-people.ts";
import { catchUp } from "../../cli/catch-up.ts";
import { plantOffice } from "../../cli/plant-office.ts";
import { plantPublic } from "../../cli/plant-public.ts";
import { plantRegister } from "../../cli/plant-register.ts";
import { plantSystems } from "../../cli/plant-systems.ts";
import { plantSettings } from "../../cli/plant-settings.ts";
import { plantUnits } from "../../cli/plant-units.ts";
import { verifyAudit } from "../../db/audit.ts";
import { hire, peopleOf } from "../../db/seed/cast.ts";
import { readGround } from "../../db/seed/ground.ts";
import { listTakedowns } from "../../db/takedowns.ts";
import { openWorld } from "./world.ts";

test("the demonstration has something to look at on each page of the office", async () => {
  await using world = await openWorld();
  const { store } = world;
  world.at("2026-11-20T03:00:00Z");
  const ground = await readGround(store.read, localDate(world.now()));
  await hire(store, [...peopleOf(ground), ...demoPeople(ground)], () => "nobody knows it", world.now());
  await plantUnits(store, () => "nobody knows it", world.now());
  await plantRegister(store, world.now());
  await plantPublic(store, world.now());
  await plantOffice(store, world.now());
  await plantSettings(store, world.now());
  await plantSystems(store, world.now());
  await catchUp(store, world.now());

  const t = store.read.tables;
  const cases = await store.read.select().from(t.cases);
  expect(cases.filter(({ arbiterSince }) => arbiterSince !== null)).toHaveLength(2);
  expect(cases.filter(({ unitId }) => unitId !== null)).toMatchObject([{ status: "assigned" }]);
  const consults = await store.read.select().from(t.caseConsults);
  expect(consults.map(({ state }) => state).sort()).toEqual(["answered", "open"]);
  const extensions = await store.read.select().from(t.extensions);
  expect(extensions.map(({ state }) => state).sort()).toEqual(["asked", "signed"]);
  const templates = await store.read.select().from(t.templates);
  expect(new Set(templates.map(({ purpose }) => purpose))).toEqual(new Set(["answer", "ask", "decline", "note"]));
  const sets = await store.read.select().from(t.ruleSets);
  expect(sets.map(({ state }) => state).sort()).toEqual(["draft", "in_force"]);
  const told = await store.read.select().from(t.publications);
  const english = JSON.stringify(told.flatMap(({ outcomeEn }) => outcomeEn ?? []));
  expect(english).toContain("clause 1, Article 24");
  expect(english, "no Vietnamese approved as English").not.toMatch(/khoản|điều/i);
  const amendments = await store.read.select().from(t.amendments);
  expect(amendments.map(({ state }) => state).sort()).toEqual(["proposed", "published"]);
  expect(await store.read.select().from(t.absences)).toHaveLength(2);
  expect(await store.read.select().from(t.redactionRules)).toHaveLength(2);
  const deliveries = await store.read.select().from(t.webhookDeliveries);
  expect(deliveries.map(({ state }) => state).sort()).toEqual(["dead", "delivered", "delivered", "dropped", "queued"]);
  expect(await store.read.select().from(t.handedTasks)).toMatchObject([{ state: "in_progress", percent: 40 }]);
  const published = await store.read.select().from(t.publications);
  expect(published.filter(({ titleEn }) => titleEn === null)).toMatchObject([{ followers: 5, confirmedFollowers: 3 }]);
  expect((await listTakedowns(store.read, null)).items).toMatchObject([
    { act: "taken-down", category: "trade-secret", groundLang: "vi" },
  ]);
  // Nothing is at its address, so what waits is tried ever more rarely.
  const outward = { allowed: [], resolve: () => Promise.reject(new Error("no such name")) };
  const tell = () => tellSystems({ store, publicUrl: "https://portal.example.vn", clock: world.now, outward });
  expect(await tell()).toMatchObject({ failed: 0 });
  world.tick(1 / 24);
  expect([await tell(), await tell()]).toMatchObject([{ failed: 1 }, { failed: 0 }]);
  expect((await verifyAudit(store.read)).findings).toEqual([]);
});
