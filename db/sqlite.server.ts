import { AsyncResource } from "node:async_hooks";
import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { migrationsFolder } from "./migrations.server.ts";
import type { Keyring } from "./keyring.server.ts";
import { defineSchema } from "./schema.ts";
import { sqliteKit } from "./columns.server.ts";
import type { Db, Engine } from "./store.server.ts";

const tables = defineSchema(sqliteKit);
/** How many queued writes share one commit at the most. */
const BATCH = 128;
/** How many compiled statements each connection keeps. */
const STATEMENTS = 400;

interface Queued {
  run(): Promise<void>;
  settle(failure?: unknown): void;
}

/**
 * SQLite in WAL mode with one private writer and one read-only connection.
 * Writes queue and commit in groups: one BEGIN IMMEDIATE, a savepoint per
 * write, one COMMIT with fsync; each promise settles after that commit.
 */
export function openSqlite(file: string, keys: Keyring, host: string): Engine {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const writer = connect(file);
  migrateSqlite(writer);
  const reader = connect(file, { readonly: true });
  const db = (connection: Database.Database): Db => verbs(connection, keys, host);
  const tx = db(writer);
  const frames = framesOf(writer);
  const queue: Queued[] = [];
  let scheduled = false;
  let idle: Promise<void> = Promise.resolve();

  const drain = async () => {
    while (queue.length > 0) await commitTogether(writer, frames, queue.splice(0, BATCH));
    scheduled = false;
  };

  const transaction: Engine["transaction"] = (work) =>
    new Promise((resolve, reject) => {
      let result: Awaited<ReturnType<typeof work>>;
      // Each write keeps the async context of its caller although another one's turn runs it.
      const run = AsyncResource.bind(async () => {
        result = await work(tx);
      });
      const settle = (failure?: unknown) => (failure === undefined ? resolve(result) : reject(failure));
      queue.push({ run, settle });
      if (scheduled) return;
      scheduled = true;
      // Requests that arrive in the same turn of the event loop share the commit.
      setImmediate(() => {
        idle = drain();
      });
    });

  let snapshots = 0;
  const snapshot: Engine["snapshot"] = async (work) => {
    const connection = connect(file, { readonly: true });
    snapshots += 1;
    try {
      connection.exec("BEGIN");
      // The first read chooses the moment.
      connection.prepare("select 1 from sqlite_master").get();
      return await work(db(connection));
    } finally {
      snapshots -= 1;
      connection.close();
    }
  };

  return {
    read: db(reader),
    transaction,
    snapshot,
    ping: async () => {
      reader.prepare("select 1").get();
    },
    scrub: async () => {
      await idle;
      // Between two groups of writes: the log goes back into the file and is emptied.
      // A snapshot still reads the older images: the next round lets go of them.
      if (!writer.inTransaction && snapshots === 0) writer.pragma("wal_checkpoint(TRUNCATE)");
    },
    close: async () => {
      await idle;
      reader.close();
      writer.close();
    },
  };
}

/** The statements that frame a group of writes, compiled once. */
function framesOf(writer: Database.Database) {
  const run = (source: string) => {
    const statement = writer.prepare(source);
    return () => void statement.run();
  };
  return {
    begin: run("BEGIN IMMEDIATE"),
    commit: run("COMMIT"),
    rollback: run("ROLLBACK"),
    save: run("SAVEPOINT one_write"),
    release: run("RELEASE one_write"),
    undo: run("ROLLBACK TO one_write"),
  };
}
type Frames = ReturnType<typeof framesOf>;

async function commitTogether(writer: Database.Database, frames: Frames, batch: Queued[]): Promise<void> {
  const outcomes: { item: Queued; failure?: unknown }[] = [];
  try {
    frames.begin();
    for (const item of batch) outcomes.push(await inSavepoint(writer, frames, item));
    frames.commit();
  } catch (failure) {
    if (writer.inTransaction) frames.rollback();
    for (const item of batch) item.settle(failure);
    return;
  }
  for (const { item, failure } of outcomes) item.settle(failure);
}

async function inSavepoint(
  writer: Database.Database,
  frames: Frames,
  item: Queued,
): Promise<{ item: Queued; failure?: unknown }> {
  frames.save();
  try {
    await item.run();
    frames.release();
    return { item };
  } catch (failure) {
    // A full disk may already have rolled the whole transaction back.
    if (!writer.inTransaction) throw failure;
    frames.undo();
    frames.release();
    return { item, failure: failure ?? new Error("a write failed without a reason") };
  }
}

function verbs(connection: Database.Database, keys: Keyring, host: string): Db {
  rememberStatements(connection);
  // The one cast of the SQLite side: the schema is typed as PostgreSQL, and the shared subset behaves alike.
  const inner = drizzle(connection, { casing: "snake_case" }) as unknown as Db;
  return {
    dialect: "sqlite",
    tables,
    keys,
    host,
    prepared: new Map(),
    select: inner.select.bind(inner),
    insert: inner.insert.bind(inner),
    update: inner.update.bind(inner),
    delete: inner.delete.bind(inner),
  };
}

/** Compiles each statement once: the query builder asks for the same texts again and again. */
function rememberStatements(connection: Database.Database): void {
  const compile = connection.prepare.bind(connection);
  const known = new Map<string, Database.Statement>();
  const remembered = (source: string) => {
    const before = known.get(source);
    if (before) return before;
    const statement = compile(source);
    if (known.size >= STATEMENTS) known.delete(known.keys().next().value ?? "");
    known.set(source, statement);
    return statement;
  };
  connection.prepare = remembered as typeof connection.prepare;
}

function connect(file: string, options: Database.Options = {}): Database.Database {
  const connection = new Database(file, { timeout: 5000, ...options });
  connection.pragma("journal_mode = WAL");
  // The library's build falls back to NORMAL in WAL mode and would acknowledge before the disk has the commit.
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("secure_delete = ON");
  connection.pragma("trusted_schema = OFF");
  connection.pragma("temp_store = MEMORY");
  connection.pragma("cache_size = -32768");
  if (connection.pragma("synchronous", { simple: true }) !== 2)
    throw new Error("SQLite does not run with synchronous=FULL");
  return connection;
}

/** With foreign keys on, rebuilding a table would silently delete the rows that refer to it. */
function migrateSqlite(writer: Database.Database): void {
  const before = migrationsDone(writer);
  writer.pragma("foreign_keys = OFF");
  migrate(drizzle(writer), { migrationsFolder: migrationsFolder("sqlite") });
  // The check reads the whole database, so it runs only where something was migrated.
  const broken = migrationsDone(writer) > before ? (writer.pragma("foreign_key_check") as unknown[]) : [];
  if (broken.length > 0) throw new Error("the migrated database has rows without their parent");
  writer.pragma("foreign_keys = ON");
}

function migrationsDone(writer: Database.Database): number {
  const table = writer.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (!table) return 0;
  const row = writer.prepare<[], { done: number }>("select count(*) as done from __drizzle_migrations").get();
  return row?.done ?? 0;
}
