import { expect, test } from "vitest";
import { submitCase } from "../../app/commands/submit-case.ts";
import { answersOf } from "./answers.ts";
import { openWorld, thePublic, theSystem, type World } from "./world.ts";

const send = (world: World, key: { key: string; sessionHash: string; bodyHash: string }) =>
  world.run(submitCase, thePublic, { answers: answersOf("feedback"), key, heldReason: null });
const key = { key: "a key of the form", sessionHash: "session", bodyHash: "body" };
const stored = async (world: World) => (await world.store.read.select().from(world.store.read.tables.cases)).length;

test("the same key from the same session with the same text gives the same case and secret, once stored", async () => {
  await using world = await openWorld();
  const first = await send(world, key);
  world.tick(1);
  const again = await send(world, key);
  expect(first.repeated).toBe(false);
  expect(again).toEqual({ ...first, repeated: true });
  expect(first.secret).not.toBeNull();
  expect(await stored(world)).toBe(1);
});

test("the same key from another session is refused, and from none as well", async () => {
  await using world = await openWorld();
  await send(world, key);
  for (const sessionHash of ["another", ""]) {
    await expect(send(world, { ...key, sessionHash })).rejects.toMatchObject({ code: "key-reused" });
  }
  expect(await stored(world)).toBe(1);
});

test("the same key with another text is refused", async () => {
  await using world = await openWorld();
  await send(world, key);
  await expect(send(world, { ...key, bodyHash: "another" })).rejects.toMatchObject({ code: "key-reused" });
  expect(await stored(world)).toBe(1);
});

test("a caller without a session gets its case again, but never the secret", async () => {
  await using world = await openWorld();
  const first = await send(world, { ...key, sessionHash: "" });
  const again = await send(world, { ...key, sessionHash: "" });
  expect(first.secret).not.toBeNull();
  expect(again).toEqual({ ...first, secret: null, repeated: true });
});

test("other keys give other cases with other codes and secrets", async () => {
  await using world = await openWorld();
  const receipts = [await send(world, key), await send(world, { ...key, key: "another" })];
  expect(new Set(receipts.map(({ code }) => code)).size).toBe(2);
  expect(new Set(receipts.map(({ secret }) => secret)).size).toBe(2);
});

test("twenty at once with one key store one case and all get it", async () => {
  await using world = await openWorld();
  const receipts = await Promise.all(Array.from({ length: 20 }, () => send(world, key)));
  expect(new Set(receipts.map(({ code, secret }) => `${code} ${secret}`)).size).toBe(1);
  expect(receipts.filter(({ repeated }) => !repeated).length).toBe(1);
  expect(await stored(world)).toBe(1);
});

test("at once from several sessions one wins and the others are refused", async () => {
  await using world = await openWorld();
  const sessions = Array.from({ length: 10 }, (_none, index) => ({ ...key, sessionHash: `session ${index}` }));
  const results = await Promise.allSettled(sessions.map((session) => send(world, session)));
  expect(results.filter(({ status }) => status === "fulfilled").length).toBe(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "key-reused" });
  expect(await stored(world)).toBe(1);
});

test("a key whose submission was refused may be used again", async () => {
  await using world = await openWorld();
  const wrong = { answers: answersOf("feedback", { field: "unknown" }), key, heldReason: null };
  await expect(world.run(submitCase, thePublic, wrong)).rejects.toMatchObject({ errors: { field: "wrong" } });
  expect(await send(world, key)).toMatchObject({ repeated: false });
});

test("neither key nor secret nor session is stored as it came", async () => {
  await using world = await openWorld();
  const { secret } = await send(world, { ...key, key: "rather-a-long-key-0123456789" });
  const { idempotencyKeys, cases } = world.store.read.tables;
  const rows = JSON.stringify([
    await world.store.read.select().from(idempotencyKeys),
    await world.store.read.select().from(cases),
  ]);
  expect(rows).not.toContain("rather-a-long-key");
  expect(rows).not.toContain(secret);
  expect(rows).not.toContain(secret?.replaceAll("-", ""));
});

test("leaders, editors, administrators and timers file nothing", async () => {
  await using world = await openWorld();
  const submission = { answers: answersOf("feedback"), key, heldReason: null };
  for (const actor of [
    await world.staff("leader"),
    await world.staff("editor"),
    await world.staff("admin"),
    theSystem,
  ]) {
    await expect(world.run(submitCase, actor, submission)).rejects.toMatchObject({ code: "forbidden" });
  }
});
