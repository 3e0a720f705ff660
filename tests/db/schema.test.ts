import { readdirSync, readFileSync } from "node:fs";
import { getTableName } from "drizzle-orm";
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { postgresKit, sqliteKit } from "../../db/columns.server.ts";
import * as postgresSchema from "../../db/migrations/postgres.schema.ts";
import * as sqliteSchema from "../../db/migrations/sqlite.schema.ts";
import { defineSchema } from "../../db/schema.ts";

const journal = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) });

function readMigrations(dialect: "sqlite" | "postgres") {
  const folder = new URL(`../../db/migrations/${dialect}/`, import.meta.url);
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const { entries } = journal.parse(read("meta/_journal.json"));
  const last = entries.at(-1)?.tag.slice(0, 4) ?? "none";
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return { tags: entries.map(({ tag }) => tag), files, snapshot: read(`meta/${last}_snapshot.json`) };
}

describe.each([
  ["sqlite", sqliteSchema, defineSchema(sqliteKit)],
  ["postgres", postgresSchema, defineSchema(postgresKit)],
] as const)("the migrations of %s", (dialect, exported, defined) => {
  test("are generated from every table of the schema", () => {
    const names = (tables: Record<string, Parameters<typeof getTableName>[0]>) =>
      Object.entries(tables).map(([key, table]) => `${key} ${getTableName(table)}`);
    expect(names({ ...exported }).sort()).toEqual(names(defined).sort());
  });

  test("are all in the journal, in order", () => {
    const { tags, files } = readMigrations(dialect);
    expect(files.sort()).toEqual(tags.map((tag) => `${tag}.sql`));
    expect([...tags].sort()).toEqual(tags);
  });
});

test.each(["sqlite", "postgres"])("no table and no index of %s share a name", (dialect) => {
  const folder = new URL(`../../db/migrations/${dialect}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  const text = files.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  /** Each name with the table it goes with, which for a table is itself. */
  const held = new Map<string, string>();
  const twice: string[] = [];
  for (const [, verb, name = "", table = name] of text.matchAll(
    /(CREATE (?:UNIQUE )?(?:TABLE|INDEX)|DROP (?:TABLE|INDEX)) [`"](\w+)[`"](?: ON [`"](\w+))?/g,
  )) {
    if (verb === "DROP TABLE") for (const [other, its] of held) if (its === name) held.delete(other);
    if (verb?.startsWith("DROP")) held.delete(name);
    else if (held.has(name)) twice.push(name);
    else held.set(name, table);
  }
  expect(held.size).toBeGreaterThan(100);
  expect(twice).toEqual([]);
});

test("both databases have the same migrations by name", () => {
  expect(readMigrations("sqlite").tags).toEqual(readMigrations("postgres").tags);
});

describe("nothing of the schema waits for a migration", () => {
  test("sqlite", async () => {
    const { snapshot } = readMigrations("sqlite");
    const now = await generateSQLiteDrizzleJson(sqliteSchema, undefined, "snake_case");
    const before: typeof now = Object.assign({}, now, snapshot);
    expect(await generateSQLiteMigration(before, now)).toEqual([]);
  });

  test("postgres", async () => {
    const { snapshot } = readMigrations("postgres");
    const now = generateDrizzleJson(postgresSchema, undefined, undefined, "snake_case");
    const before: typeof now = Object.assign({}, now, snapshot);
    expect(await generateMigration(before, now)).toEqual([]);
  });
});
