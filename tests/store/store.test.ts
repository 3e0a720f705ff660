import { describe, expect, test } from "vitest";
import { addToCounter, readCounter } from "../../db/counters.ts";
import { openStore, type Tx } from "../../db/store.server.ts";
import { freshDatabase, testKeys } from "./databases.ts";
import { openWorld } from "./world.ts";

const add = (tx: Tx, key = "", by = 1) => addToCounter(tx, "test", key, by);

test("writes that come together commit together; one that fails leaves the others", async () => {
  await using world = await openWorld();
  const { store } = world;
  const results = await Promise.allSettled(
    Array.from({ length: 60 }, (_none, index) =>
      store.write(async (tx) => {
        await add(tx, `own ${index}`);
        if (index % 3 === 0) throw new Error(`write ${index} gives up`);
        await add(tx);
        return index;
      }),
    ),
  );
  expect(results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason)))).toEqual(
    Array.from({ length: 60 }, (_none, index) => (index % 3 === 0 ? `Error: write ${index} gives up` : index)),
  );
  expect(await readCounter(store.read, "test", "")).toBe(40);
  expect(await readCounter(store.read, "test", "own 3")).toBe(0);
  expect(await readCounter(store.read, "test", "own 4")).toBe(1);
});

test("a statement that the database refuses fails its own write only", async () => {
  await using world = await openWorld();
  const { store } = world;
  const bad = store.write(async (tx) => {
    await add(tx);
    await tx.insert(tx.tables.counters).values({ name: "test", key: "", value: 1 });
    await tx.insert(tx.tables.counters).values({ name: "test", key: "", value: 1 });
  });
  const good = store.write((tx) => add(tx));
  await expect(bad).rejects.toThrow();
  await good;
  expect(await readCounter(store.read, "test", "")).toBe(1);
});

test("when a promise resolves, another connection already reads what was written", async () => {
  await using world = await openWorld();
  const { store, database } = world;
  const seen: unknown[] = [];
  await Promise.all(
    [1, 2, 3].map(async (index) => {
      await store.write((tx) => add(tx, `key ${index}`, index));
      const [row] = await database.sql("select value from counter where name = 'test' and key = ?", `key ${index}`);
      seen.push(row?.["value"]);
    }),
  );
  expect(seen.sort()).toEqual([1, 2, 3]);
});

test("what is written is not read outside before it is committed", async () => {
  await using world = await openWorld();
  const { store } = world;
  await store.write(async (tx) => {
    await add(tx);
    expect(await readCounter(tx, "test", "")).toBe(1);
    expect(await readCounter(store.read, "test", "")).toBe(0);
  });
  expect(await readCounter(store.read, "test", "")).toBe(1);
});

describe("nesting", () => {
  test("is an error, and rolls back", async () => {
    await using world = await openWorld();
    const { store } = world;
    const nested = store.write(async (tx) => {
      await add(tx);
      await store.write((inner) => add(inner));
    });
    await expect(nested).rejects.toThrow("write() inside write()");
    expect(await readCounter(store.read, "test", "")).toBe(0);
  });

  test("is noticed through other functions and after other awaits", async () => {
    await using world = await openWorld();
    const { store } = world;
    const elsewhere = async () => {
      await Promise.resolve();
      return store.write((tx) => add(tx));
    };
    await expect(Promise.all([store.write((tx) => add(tx)), store.write(elsewhere)])).rejects.toThrow("inside write()");
  });

  test("one write after another, and several at once, are none", async () => {
    await using world = await openWorld();
    const { store } = world;
    await store.write((tx) => add(tx));
    await Promise.all([store.write((tx) => add(tx)), store.write((tx) => add(tx))]);
    expect(await readCounter(store.read, "test", "")).toBe(3);
  });
});

test("what is to run after the commit runs once, in order, and never after a rollback", async () => {
  await using world = await openWorld();
  const { store } = world;
  const ran: string[] = [];
  await store.write(async (tx) => {
    tx.afterCommit(() => ran.push("first"));
    await add(tx);
    tx.afterCommit(() => ran.push("second"));
    expect(ran).toEqual([]);
  });
  const failed = store.write(async (tx) => {
    tx.afterCommit(() => ran.push("never"));
    await add(tx);
    throw new Error("gives up");
  });
  await expect(failed).rejects.toThrow("gives up");
  expect(ran).toEqual(["first", "second"]);
});

test("a write that was asked for before the store closes is committed", async () => {
  const database = await freshDatabase();
  const store = await openStore(database.url, testKeys());
  const written = store.write((tx) => add(tx));
  await Promise.all([written, store.close()]);
  const again = await openStore(database.url, testKeys());
  expect(await readCounter(again.read, "test", "")).toBe(1);
  await again.close();
  await database.remove();
});

test("values come back as they went in", async () => {
  await using world = await openWorld();
  const { store } = world;
  const at = new Date("2026-10-05T02:03:04.567Z");
  const data = { text: 'Đường "dây" 😀 \n \\', number: 0.1, yes: true, none: null };
  const event = {
    stream: "test/1",
    position: 1,
    type: "test",
    at,
    actorKind: "system",
    actorName: "",
    agencyVi: "",
    agencyEn: "",
  };
  await store.write((tx) =>
    tx.insert(tx.tables.events).values({ ...event, seenBy: "office", data, previousHash: "", hash: "" }),
  );
  const [row] = await store.read.select().from(store.read.tables.events);
  expect(row).toMatchObject({ at, data, actorId: null, toStatus: null });
});

test("the store answers a ping", async () => {
  await using world = await openWorld();
  await world.store.ping();
});
