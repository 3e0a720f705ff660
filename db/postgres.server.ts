import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { postgresKit } from "./columns.server.ts";
import type { Keyring } from "./keyring.server.ts";
import { migrationsFolder } from "./migrations.server.ts";
import { defineSchema } from "./schema.ts";
import type { Db, Engine } from "./store.server.ts";

const tables = defineSchema(postgresKit);
/** Any number, the same in every process: the lock under which one process migrates. */
const MIGRATION_LOCK = 570_057;

/** PostgreSQL through a pool; each write is one transaction of its own. */
export async function openPostgres(url: string, keys: Keyring, host: string): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // A burst waits its turn rather than being sent away.
    connectionTimeoutMillis: 15_000,
    statement_timeout: 20_000,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 20_000,
  });
  // Without a listener on pool and client a restart of the server would end this process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  await migrateUnderLock(pool);
  const database = drizzle(pool, { casing: "snake_case" });

  return {
    read: verbs(database, keys, host),
    transaction: (work) => database.transaction((inner) => work(verbs(inner, keys, host))),
    snapshot: (work) =>
      database.transaction((inner) => work(verbs(inner, keys, host)), {
        isolationLevel: "repeatable read",
        accessMode: "read only",
      }),
    ping: async () => {
      await pool.query("select 1");
    },
    scrub: async () => {},
    close: () => pool.end(),
  };
}

type Verbs = Pick<Db, "select" | "insert" | "update" | "delete">;

function verbs(inner: Verbs, keys: Keyring, host: string): Db {
  return {
    dialect: "postgres",
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

async function migrateUnderLock(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("set lock_timeout = 0; set statement_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder("postgres") });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => {});
    client.release(true);
  }
}
