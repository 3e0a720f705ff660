import Database from "better-sqlite3";
import pg from "pg";
import { clashQueries, type CopiedTable, copyStatement, type Dialect, tablesOfCases } from "./copying.ts";

/** A database that takes statements as they are. */
interface Loader extends Dialect {
  run(statement: string): Promise<void>;
  figure(query: string): Promise<number>;
  /** The statements that make the indexes and triggers of a table which can be left out while rows are loaded. */
  leaveOut(table: string): Promise<{ drop: string; make: string }[]>;
  /** What is left to do once the rows are there. */
  readonly after: (tables: readonly CopiedTable[]) => readonly string[];
  close(): Promise<void>;
}

/**
 * Copies every case with all that hangs on it so often that there are `times`
 * as many. Texts and times repeat; codes and numbers do not. The hashes of
 * copied events are those of the first ones: copies are to be read, not to be
 * verified. Many times as fast as seeding, because indexes are made last.
 */
export async function multiplyCases(url: string, times: number): Promise<void> {
  await multiply(url, times, tablesOfCases());
}

/** The same of what is published alone: lists, searches and feeds read nothing else. */
export async function multiplyPublications(url: string, times: number): Promise<void> {
  await multiply(
    url,
    times,
    tablesOfCases().filter(({ name }) => name === "publication"),
  );
}

async function multiply(url: string, times: number, tables: readonly CopiedTable[]): Promise<void> {
  const loader = url.startsWith("file:") ? sqliteLoader(url) : await postgresLoader(url);
  const spans = new Map<string, number>();
  const numbered = tables.filter(({ columns }) => columns.includes("id")).map((table) => table.name);
  for (const name of ["case_file", ...numbered])
    if (!spans.has(name)) spans.set(name, await loader.figure(`select coalesce(max(id), 0) from ${name}`));
  const place = await turnablePlace(loader);
  const left = (await Promise.all(tables.map(({ name }) => loader.leaveOut(name)))).flat();
  for (const { drop } of left) await loader.run(drop);
  for (const table of tables) {
    for (let copy = 1; copy < times; copy += 1) await loader.run(copyStatement(table, spans, copy, place, loader));
  }
  for (const { make } of left) await loader.run(make);
  for (const statement of loader.after(tables)) await loader.run(statement);
  await loader.close();
}

async function turnablePlace(loader: Loader): Promise<number> {
  for (const { place, query } of clashQueries()) if ((await loader.figure(query)) === 0) return place;
  throw new Error("codes clash at every place; seed with another number");
}

function sqliteLoader(url: string): Loader {
  const db = new Database(url.slice("file:".length));
  for (const setting of ["foreign_keys = off", "synchronous = off", "cache_size = -400000", "temp_store = memory"])
    db.pragma(setting);
  return {
    position: (text, part) => `instr(${text}, ${part})`,
    raised: (column, name, by) => {
      const now = `json_extract(${column}, '$.${name}')`;
      return `case when ${now} is null then ${column} else json_set(${column}, '$.${name}', ${now} + ${by}) end`;
    },
    async run(statement) {
      db.exec(statement);
    },
    figure: async (query) => db.prepare<[], number>(query).pluck().get() ?? 0,
    async leaveOut(table) {
      const made = db
        .prepare<[string], { type: string; name: string; sql: string }>(
          "select type, name, sql from sqlite_master where tbl_name = ? and sql is not null and (type = 'index' or name like '%_fts_insert')",
        )
        .all(table);
      return made.map(({ type, name, sql }) => ({ drop: `drop ${type} ${name}`, make: sql }));
    },
    // The portal keeps no statistics of SQLite's tables, so none are made here.
    after: () => [
      ...["case_file_fts", "publication_fts"].map((fts) => `insert into ${fts}(${fts}) values ('rebuild')`),
      "pragma wal_checkpoint(truncate)",
    ],
    async close() {
      db.close();
    },
  };
}

async function postgresLoader(url: string): Promise<Loader> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("set session_replication_role = replica");
  await client.query("set maintenance_work_mem = '512MB'");
  return {
    position: (text, part) => `strpos(${text}, ${part})`,
    raised: (column, name, by) =>
      `case when ${column} ? '${name}' then jsonb_set(${column}, '{${name}}', to_jsonb((${column}->>'${name}')::bigint + ${by})) else ${column} end`,
    async run(statement) {
      await client.query(statement);
    },
    async figure(query) {
      const { rows } = await client.query<unknown[]>({ text: query, rowMode: "array" });
      return Number(rows[0]?.[0] ?? 0);
    },
    async leaveOut(table) {
      const { rows } = await client.query<{ name: string; made: string }>(
        `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
         where indrelid = $1::regclass and not exists (select 1 from pg_constraint where conindid = indexrelid)`,
        [table],
      );
      return rows.map(({ name, made }) => ({ drop: `drop index ${name}`, make: made }));
    },
    after: (tables) => [
      ...tables
        .filter(({ columns }) => columns.includes("id"))
        .map(({ name }) => `select setval(pg_get_serial_sequence('${name}', 'id'), (select max(id) from ${name}))`),
      "vacuum analyze",
    ],
    close: () => client.end(),
  };
}
