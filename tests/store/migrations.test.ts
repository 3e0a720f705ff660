import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listAgencies } from "../../db/agencies.ts";
import { currentCalendarVersion, loadCalendar } from "../../db/deadline-settings.ts";
import { loadReference } from "../../db/reference.ts";
import { openStore } from "../../db/store.server.ts";
import { freshDatabase, testKeys } from "./databases.ts";
import { caseIn, dump, hire } from "./journey.ts";
import { openWorld } from "./world.ts";

test("an empty database is migrated and loaded, and a second start changes nothing", async () => {
  const database = await freshDatabase({ empty: true });
  for (let start = 0; start < 2; start += 1) {
    const store = await openStore(database.url, testKeys());
    await loadReference(store);
    const { communes, provinces, placeNames } = store.read.tables;
    expect((await listAgencies(store.read, "2026-11-01")).length).toBe(52);
    expect((await store.read.select().from(provinces)).length).toBe(34);
    expect((await store.read.select().from(communes)).length).toBe(3321);
    const names = await store.read.select({ former: placeNames.former }).from(placeNames);
    expect(names.filter((name) => !name.former).length).toBe(3321);
    expect(names.filter((name) => name.former).length).toBeGreaterThan(10_000);
    await store.close();
  }
  await database.remove();
});

test("migrating a database in use keeps every row", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  await caseIn(world, people, "closed");
  const before = await dump(world);
  for (let start = 0; start < 2; start += 1) await (await openStore(world.database.url, testKeys())).close();
  expect(await dump(world)).toEqual(before);
});

test("ten processes that start at once all succeed and load the reference data once", async () => {
  const database = await freshDatabase({ empty: true });
  // SQLite has one process at a time; its ten starts follow each other.
  const start = async () => {
    const store = await openStore(database.url, testKeys());
    await loadReference(store);
    return store;
  };
  const stores = [];
  if (database.dialect === "postgres") stores.push(...(await Promise.all(Array.from({ length: 10 }, start))));
  else for (let count = 0; count < 10; count += 1) stores.push(await start());
  const [store] = stores;
  if (!store) throw new Error("no store was opened");
  expect((await store.read.select().from(store.read.tables.communes)).length).toBe(3321);
  await Promise.all(stores.map((one) => one.close()));
  await database.remove();
});

test("a newer calendar in the files becomes a new version; older versions stay as they were", async () => {
  await using world = await openWorld();
  const { store } = world;
  const { calendarDays } = store.read.tables;
  const shipped = await currentCalendarVersion(store.read);
  await store.write((tx) => tx.update(calendarDays).set({ version: shipped - 1 }));
  await store.write((tx) => tx.delete(calendarDays).where(eq(calendarDays.kind, "working")));
  await loadReference(store);
  expect(await currentCalendarVersion(store.read)).toBe(shipped);
  expect((await loadCalendar(store.read, shipped)).working.has("2026-01-10")).toBe(true);
  expect((await loadCalendar(store.read, shipped - 1)).working.has("2026-01-10")).toBe(false);
});
