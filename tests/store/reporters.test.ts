import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { revealIdentity } from "../../app/commands/reveal-identity.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { openReporter, reporterAddress } from "../../db/reporters.ts";
import { openStore } from "../../db/store.server.ts";
import { anonymous } from "./answers.ts";
import { testKeys } from "./databases.ts";
import { caseIn, hire } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

const person = { name: "Hoàng Văn Kín Đáo", email: "kin.dao@example.vn", phone: "0987 654 321" };
const pieces = ["Kín Đáo", "kin.dao", "+84987654321", "987654321"];

/** Everything that the database holds: SQLite's file byte by byte, PostgreSQL's rows of every table. */
async function everything({ database, store }: World): Promise<string> {
  if (database.dialect === "sqlite") {
    const file = database.url.slice("file:".length);
    return [file, `${file}-wal`].map((name) => readFileSync(name).toString("utf8")).join("\n");
  }
  const rows = [];
  for (const table of Object.values(store.read.tables)) rows.push(await store.read.select().from(table));
  return JSON.stringify(rows);
}

test("nothing that says who sent a case can be read in the database", async () => {
  await using world = await openWorld();
  const filed = await world.submit("barrier", { answers: { ...person, taxCode: "0100109106" } });
  const held = await everything(world);
  expect(held.includes("Thông tư 10/2025/TT-BKHCN")).toBe(true);
  for (const piece of [...pieces, "0100109106", filed.secret, filed.secret.replaceAll("-", "")]) {
    expect(held.includes(piece), piece).toBe(false);
  }
  expect(await openReporter(world.store.read, filed.id)).toEqual({
    name: person.name,
    email: person.email,
    phone: "+84987654321",
    taxCode: "0100109106",
  });
  expect(await reporterAddress(world.store.read, filed.id)).toBe(person.email);
});

test("a sealed value that was moved, altered or exchanged does not open", async () => {
  await using world = await openWorld();
  const one = await world.submit("feedback", { answers: person });
  const other = await world.submit();
  const { sql } = world.database;
  const [row] = await sql("select name, email, wrapped_key from reporter where case_id = ?", one.id);
  const text = (value: unknown) => String(value);
  const fails = async (id: number) => {
    await expect(openReporter(world.store.read, id)).rejects.toThrow();
  };

  await sql("update reporter set name = ? where case_id = ?", text(row?.["name"]), other.id);
  await fails(other.id);
  await sql("update reporter set wrapped_key = ? where case_id = ?", text(row?.["wrapped_key"]), other.id);
  await fails(other.id);
  await sql("update reporter set name = email where case_id = ?", one.id);
  await fails(one.id);
  const flipped = text(row?.["name"]).replace(/.$/, (last) => (last === "A" ? "Q" : "A"));
  await sql("update reporter set name = ? where case_id = ?", flipped, one.id);
  await fails(one.id);
  await sql("update reporter set name = ? where case_id = ?", text(row?.["name"]), one.id);
  expect(await openReporter(world.store.read, one.id)).toMatchObject({ name: person.name });
});

test("another key opens nothing", async () => {
  await using world = await openWorld();
  const { id } = await world.submit();
  const stranger = await openStore(world.database.url, testKeys(8));
  await expect(openReporter(stranger.read, id)).rejects.toThrow();
  await stranger.close();
});

test("a case whose key is erased keeps nothing readable", async () => {
  await using world = await openWorld();
  const { id } = await world.submit();
  await world.database.sql("update reporter set wrapped_key = '' where case_id = ?", id);
  await expect(openReporter(world.store.read, id)).rejects.toThrow();
});

test("the same person in two cases is sealed differently but found by one index", async () => {
  await using world = await openWorld();
  await world.submit("feedback", { answers: person });
  await world.submit("proposal", { answers: { ...person, email: "KIN.DAO@example.vn" } });
  const rows = await world.database.sql("select name, email, email_index from reporter");
  expect(new Set(rows.map((row) => row["name"])).size).toBe(2);
  expect(new Set(rows.map((row) => row["email"])).size).toBe(2);
  expect(new Set(rows.map((row) => row["email_index"])).size).toBe(1);
});

test("opening an identity takes a reason and leaves an event that names who opened it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id } = await caseIn(world, people, "in_progress", "feedback", { answers: person });
  const reason = "Cần gọi để hẹn ngày kiểm tra.";
  const version = (await world.find(code)).version;
  expect(await world.run(revealIdentity, people.officer, { code, version, reason })).toMatchObject({
    name: person.name,
  });
  const last = (await listEvents(world.store.read, caseStream(id))).at(-1);
  expect(last).toMatchObject({ type: "reveal", actorName: people.officer.name, seenBy: "office", toStatus: null });
  expect(JSON.stringify(last)).not.toContain("Kín Đáo");
  for (const actor of [people.editor, people.monitor]) {
    await expect(world.run(revealIdentity, actor, { code, reason })).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("an anonymous case has nothing to open", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id } = await caseIn(world, people, "in_progress", "feedback", { answers: anonymous });
  const opened = world.run(revealIdentity, people.officer, { code, reason: "Cần gọi để hẹn ngày." });
  await expect(opened).rejects.toMatchObject({ code: "forbidden" });
  expect(await openReporter(world.store.read, id)).toBeNull();
});
