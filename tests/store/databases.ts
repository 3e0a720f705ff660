import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { randomBytes } from "node:crypto";
import Database from "better-sqlite3";
import pg from "pg";
import { inject } from "vitest";
import { type Keyring, makeKeyring } from "../../db/keyring.server.ts";
import { loadReference } from "../../db/reference.ts";
import { openStore } from "../../db/store.server.ts";

// A transaction has one connection: what asks it for two things at once stops working with the next version of pg.
process.on("warning", (warning) => {
  if (warning.message.includes("already executing a query")) throw warning;
});

/** A migrated database of its own with the reference data loaded, on the engine that `TEST_DATABASE` names. */
export interface FreshDatabase {
  readonly dialect: "sqlite" | "postgres";
  /** What `DATABASE_URL` would say. */
  readonly url: string;
  /** Runs one statement past the store, as somebody with the database's own tools could. Parameters are `?`. */
  sql(statement: string, ...values: (string | number | null)[]): Promise<Record<string, unknown>[]>;
  /** Removes the database; every store on it must be closed. */
  remove(): Promise<void>;
}

export const dialect: FreshDatabase["dialect"] = process.env.TEST_DATABASE === "postgres" ? "postgres" : "sqlite";

/** The key ring of the tests; another `fill` gives other keys under the same name. */
export const testKeys = (fill = 7): Keyring => makeKeyring("test", { test: Buffer.alloc(32, fill) });

/** Makes a database; `empty` leaves out tables and reference data. */
export async function freshDatabase(options: { empty?: boolean } = {}): Promise<FreshDatabase> {
  return dialect === "postgres" ? postgresDatabase(options.empty ?? false) : sqliteDatabase(options.empty ?? false);
}

let sqliteTemplate: Promise<Buffer> | undefined;

async function sqliteDatabase(empty: boolean): Promise<FreshDatabase> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "cau-noi-test-"));
  const file = path.join(folder, "portal.db");
  if (!empty) writeFileSync(file, await (sqliteTemplate ??= makeSqliteTemplate()));
  return {
    dialect: "sqlite",
    url: `file:${file}`,
    sql: async (statement, ...values) => {
      const connection = new Database(file, { timeout: 5000 });
      try {
        const prepared = connection.prepare<(string | number | null)[], Record<string, unknown>>(statement);
        if (prepared.reader) return prepared.all(...values);
        prepared.run(...values);
        return [];
      } finally {
        connection.close();
      }
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function makeSqliteTemplate(): Promise<Buffer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "cau-noi-template-"));
  const file = path.join(folder, "template.db");
  const store = await openStore(`file:${file}`, testKeys());
  await loadReference(store);
  await store.close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

async function postgresDatabase(empty: boolean): Promise<FreshDatabase> {
  const server = inject("postgresUrl");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const template = empty ? "template0" : inject("postgresTemplate");
  await query(server, `create database ${name} template ${template}`);
  const url = server.replace(/postgres$/, name);
  return {
    dialect: "postgres",
    url,
    sql: (statement, ...values) => {
      let place = 0;
      return query(
        url,
        statement.replace(/\?/g, () => `$${(place += 1)}`),
        values,
      );
    },
    remove: async () => {
      await query(server, `drop database ${name} with (force)`);
    },
  };
}

async function query(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query<Record<string, unknown>>(text, values);
    return result.rows;
  } finally {
    await client.end();
  }
}
