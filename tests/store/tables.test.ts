import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { fileTable } from "../../app/commands/file-table.ts";
import { discardTable, keepTable } from "../../app/commands/keep-table.ts";
import { readCaseCode } from "../../app/domain/case-code.ts";
import { tidyUp } from "../../app/jobs/tidy-up.ts";
import { findDossier } from "../../db/dossiers.ts";
import { findTable } from "../../db/tables.ts";
import { formOf } from "./answers.ts";
import { openWorld, thePublic, type World } from "./world.ts";

const token = () => randomBytes(32).toString("base64url");
const { reporterType = "", name = "", email = "", publishConsent = "" } = formOf("barrier");
const sender = { reporterType, name, email, publishConsent, lang: "vi" };
const rowsOf = (count: number, more: Record<string, string> = {}) =>
  Array.from({ length: count }, (_, index) => ({
    line: index + 2,
    answers: {
      provisions: `Điều ${index + 1} NĐ 13/2023`,
      content: `Vướng mắc thứ ${index + 1} của doanh nghiệp.`,
      ...more,
    },
    sameAs: null,
  }));
const keep = (world: World, session: string, rows = rowsOf(3)) =>
  world.run(keepTable, thePublic, { token: session, rows, sender, trapped: false });
const file = (world: World, session: string, key: string) =>
  world.run(fileTable, thePublic, { token: session, key, heldReason: null });

test("a kept table is sealed, found by its session, and files nothing", async () => {
  await using world = await openWorld();
  const session = token();
  const table = await keep(world, session);
  expect(await findTable(world.store.read, session, world.now())).toEqual(table);
  expect(await findTable(world.store.read, token(), world.now())).toBeNull();
  expect(JSON.stringify(await world.database.sql("select * from draft"))).not.toContain("Vướng");
  expect(await world.database.sql("select id from case_file")).toEqual([]);
});

test("one press files all rows as cases of one dossier, each with its own code and secret", async () => {
  await using world = await openWorld();
  const session = token();
  const { key } = await keep(world, session);
  const dossier = await file(world, session, key);
  expect(dossier.code).toMatch(/^HS-/);
  expect(dossier.rows.map((row) => row.line)).toEqual([2, 3, 4]);
  expect(new Set(dossier.rows.map((row) => row.secret)).size).toBe(3);
  for (const row of dossier.rows) {
    expect(readCaseCode(row.code)).toBe(row.code);
    expect(await world.find(row.code)).toMatchObject({ kind: "barrier", reporterType: "business" });
  }
  expect(await world.database.sql("select case_id from dossier_case")).toHaveLength(3);
  expect(await findTable(world.store.read, session, world.now())).toBeNull();
  expect(await findDossier(world.store.read, session, world.now())).toEqual(dossier);
});

test("pressed twice, also at once, it is the same dossier", async () => {
  await using world = await openWorld();
  const session = token();
  const { key } = await keep(world, session);
  const both = await Promise.all([file(world, session, key), file(world, session, key)]);
  expect(both[0]).toEqual(both[1]);
  expect(await file(world, session, key)).toEqual(both[0]);
  expect(await world.database.sql("select id from case_file")).toHaveLength(3);
});

test("a row that is refused leaves no case, and the table where it was", async () => {
  await using world = await openWorld();
  const session = token();
  const rows = [...rowsOf(2), ...rowsOf(1, { sector: "no-such-sector" })].map((row, index) => ({
    ...row,
    line: index + 2,
  }));
  const { key } = await keep(world, session, rows);
  await expect(file(world, session, key)).rejects.toMatchObject({ errors: { sector: "wrong" } });
  expect(await world.database.sql("select id from case_file")).toEqual([]);
  expect(await world.database.sql("select id from dossier")).toEqual([]);
  expect((await findTable(world.store.read, session, world.now()))?.rows).toHaveLength(3);
});

test("another session, another key and a table thrown away file nothing", async () => {
  await using world = await openWorld();
  const session = token();
  const { key } = await keep(world, session);
  await expect(file(world, token(), key)).rejects.toMatchObject({ code: "not-found" });
  await expect(file(world, session, "another key")).rejects.toMatchObject({ code: "not-found" });
  await world.run(discardTable, thePublic, { token: session });
  await expect(file(world, session, key)).rejects.toMatchObject({ code: "not-found" });
  expect(await world.database.sql("select id from draft")).toEqual([]);
});

test("codes and secrets are sealed, shown to their session alone, and gone after a day", async () => {
  await using world = await openWorld();
  const session = token();
  const { key } = await keep(world, session);
  const { rows } = await file(world, session, key);
  const stored = JSON.stringify(await world.database.sql("select * from dossier"));
  for (const row of rows) expect(stored).not.toContain(row.secret);
  expect(await findDossier(world.store.read, token(), world.now())).toBeNull();
  world.tick(1.1);
  expect(await findDossier(world.store.read, session, world.now())).toBeNull();
  await tidyUp(world.store, world.now());
  expect(await world.database.sql("select body, wrapped_key from dossier")).toEqual([{ body: "", wrapped_key: "" }]);
  expect(await world.database.sql("select case_id from dossier_case")).toHaveLength(3);
});

test("one mail a case would be a flood: none is sent for a table", async () => {
  await using world = await openWorld();
  const session = token();
  const { key } = await keep(world, session);
  await file(world, session, key);
  expect(await world.database.sql("select id from outbox")).toEqual([]);
});
