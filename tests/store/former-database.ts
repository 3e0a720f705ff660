import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { drizzle as overSqlite } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as overPostgres } from "drizzle-orm/node-postgres";
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { migrationsFolder } from "../../db/migrations.server.ts";
import { type FreshDatabase, freshDatabase } from "./databases.ts";

/** The migrations of the first release. */
const FIRST_RELEASE = 2;

/**
 * A database as the first release left it, with the rows of a database of
 * today: of each table that there was, the columns that there were.
 */
export async function formerDatabase(today: FreshDatabase): Promise<FreshDatabase> {
  const database = await freshDatabase({ empty: true });
  const folder = firstMigrations(database.dialect);
  if (database.dialect === "sqlite") copySqlite(folder, fileOf(today), fileOf(database));
  else await copyPostgres(folder, today.url, database.url);
  rmSync(folder, { recursive: true });
  return database;
}

const fileOf = ({ url }: FreshDatabase): string => url.slice("file:".length);

/** A folder with the first migrations alone. */
function firstMigrations(dialect: FreshDatabase["dialect"]): string {
  const all = migrationsFolder(dialect);
  const folder = mkdtempSync(path.join(os.tmpdir(), "cau-noi-former-"));
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(path.join(all, "meta/_journal.json"), "utf8"),
  );
  const entries = journal.entries.slice(0, FIRST_RELEASE);
  mkdirSync(path.join(folder, "meta"));
  writeFileSync(path.join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries) copyFileSync(path.join(all, `${tag}.sql`), path.join(folder, `${tag}.sql`));
  return folder;
}

function copySqlite(folder: string, from: string, to: string): void {
  const connection = new Database(to);
  connection.pragma("foreign_keys = OFF");
  migrateSqlite(overSqlite(connection), { migrationsFolder: folder });
  connection.prepare("attach database ? as today").run(from);
  const tables = connection
    .prepare<[], { name: string }>(
      "select name from main.sqlite_master where type = 'table' and name not like '%\\_fts%' escape '\\' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'",
    )
    .all();
  for (const { name } of tables) {
    const columns = (schema: string) =>
      connection.prepare<[], { name: string }>(`pragma ${schema}.table_info("${name}")`).all();
    const known = new Set(columns("today").map((column) => column.name));
    const shared = columns("main")
      .filter((column) => known.has(column.name))
      .map((column) => `"${column.name}"`)
      .join(", ");
    if (shared !== "") connection.exec(`insert into main."${name}" (${shared}) select ${shared} from today."${name}"`);
  }
  connection.close();
}

async function copyPostgres(folder: string, from: string, to: string): Promise<void> {
  const [source, target] = [new pg.Client({ connectionString: from }), new pg.Client({ connectionString: to })];
  await Promise.all([source.connect(), target.connect()]);
  await migratePostgres(overPostgres(target), { migrationsFolder: folder });
  // Neither keys nor triggers while rows come in the order of their tables.
  await target.query("set session_replication_role = replica");
  const columnsOf = async (client: pg.Client) => {
    const { rows } = await client.query<{ table: string; column: string; identity: boolean }>(
      `select c.table_name as "table", c.column_name as "column", c.is_identity = 'YES' or c.column_default like 'nextval%' as identity
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
       order by c.table_name, c.ordinal_position`,
    );
    return Map.groupBy(rows, ({ table }) => table);
  };
  const [today, former] = [await columnsOf(source), await columnsOf(target)];
  for (const [table, columns] of former) {
    const known = new Set((today.get(table) ?? []).map(({ column }) => column));
    const shared = columns.filter(({ column }) => known.has(column));
    if (shared.length === 0) continue;
    const { rows } = await source.query<{ all: string }>(`select json_agg(t)::text as "all" from "${table}" t`);
    const names = shared.map(({ column }) => `"${column}"`).join(", ");
    await target.query(
      `insert into "${table}" (${names}) overriding system value select ${names} from json_populate_recordset(null::"${table}", $1)`,
      [rows[0]?.all ?? "[]"],
    );
    for (const { column } of shared.filter(({ identity }) => identity)) {
      await target.query(
        `select setval(pg_get_serial_sequence('"${table}"', '${column}'), greatest(1, (select max("${column}") from "${table}")))`,
      );
    }
  }
  await Promise.all([source.end(), target.end()]);
}
