import { AsyncLocalStorage } from "node:async_hooks";
import { UNDO_MS } from "../app/domain/undo.ts";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Keyring } from "./keyring.server.ts";
import { bumpPublicVersion, readPublicVersion } from "./counters.ts";
import { openPostgres } from "./postgres.server.ts";
import type { Tables } from "./schema.ts";
import { openSqlite } from "./sqlite.server.ts";

/**
 * What queries and commands see of a database: the tables and four verbs.
 * Nothing here can start a transaction or bypass `Store.write`.
 */
export interface Db extends Pick<NodePgDatabase, "select" | "insert" | "update" | "delete"> {
  readonly dialect: "sqlite" | "postgres";
  readonly tables: Tables;
  readonly keys: Keyring;
  /** The host under which people reach the portal; it stands in receipts. */
  readonly host: string;
  /** Queries built so far, by name (db/prepared.ts): kept as long as the connection. */
  readonly prepared: Map<string, unknown>;
}

/** A database inside one transaction. */
export interface Tx extends Db {
  /** Runs after the commit, in order; never when the transaction rolls back. */
  afterCommit(work: () => void): void;
  /** How long mails that an officer's act causes wait, so that the act can be undone. */
  readonly mailHoldMs: number;
  /** Marks that what the public may read has changed. */
  publicChanged(): Promise<void>;
  /** Marks that the number of voices of a published case has changed, and nothing else. */
  voicesChanged(code: string): void;
}

export interface Store {
  /** For reading, outside any transaction. */
  readonly read: Db;
  /**
   * Runs the work in one transaction and resolves only once the commit is on
   * disk. What the work throws rolls everything back and is thrown on. Work
   * does no I/O but queries on its `tx`, awaits every query, and never calls
   * `write` again: nesting is an error.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * For reading many batches of one moment: what others commit meanwhile is not
   * seen. Writes go on beside it. `work` only reads.
   */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * Changes whenever what the public may read has changed: at once for this
   * process's own commits, within a second for those of others.
   */
  publicVersion(): string;
  /** Changes with each voice that this process adds to a case or takes off it: only that case's page is made anew. */
  voicesVersion(code: string): number;
  /** Resolves when a trivial query succeeds. */
  ping(): Promise<void>;
  /** Lets go of older images of pages, so that what was erased is nowhere on disk; PostgreSQL does so by its own vacuum. */
  scrub(): Promise<void>;
  /** Closes the database once the writes asked for before are done. */
  close(): Promise<void>;
}

/** What an engine offers; `openStore` adds the rules that both share. */
export interface Engine {
  readonly read: Db;
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** So many cases whose voices changed are remembered; pages made before are a minute old at the most. */
const MOST_VOICED = 10_000;

const inside = new AsyncLocalStorage<true>();

/** Opens the database named by `DATABASE_URL`, migrated to the newest schema. */
export async function openStore(
  url: string,
  keys: Keyring,
  host = "localhost",
  mailHoldMs: number = UNDO_MS,
): Promise<Store> {
  const engine = url.startsWith("file:")
    ? openSqlite(url.slice("file:".length), keys, host)
    : await openPostgres(url, keys, host);
  let ownChanges = 0;
  let voiceChanges = 0;
  const voices = new Map<string, number>();
  let shared = await readPublicVersion(engine.read);
  let checkedAt = Date.now();
  const underWay = new Set<Promise<unknown>>();

  const refreshShared = () => {
    if (Date.now() - checkedAt < 1000) return;
    checkedAt = Date.now();
    // An unreachable database keeps the last known version: cached pages stay readable.
    readPublicVersion(engine.read).then(
      (value) => {
        shared = value;
      },
      () => {},
    );
  };

  const noteVoices = (code: string) => {
    voiceChanges += 1;
    voices.delete(code);
    voices.set(code, voiceChanges);
    const [oldest] = voices.keys();
    if (voices.size > MOST_VOICED && oldest !== undefined) voices.delete(oldest);
  };

  return {
    read: engine.read,
    async write(work) {
      if (inside.getStore()) throw new Error("write() inside write(): pass tx along instead");
      const done: (() => void)[] = [];
      let changed = false;
      const running = inside.run(true, () =>
        engine.transaction((db) => {
          // A retried transaction starts afresh.
          done.length = 0;
          changed = false;
          const tx: Tx = {
            ...db,
            mailHoldMs,
            afterCommit: (next) => done.push(next),
            publicChanged: () => {
              changed = true;
              return bumpPublicVersion(db);
            },
            voicesChanged: (code) => done.push(() => noteVoices(code)),
          };
          return work(tx);
        }),
      );
      underWay.add(running);
      const result = await running.finally(() => underWay.delete(running));
      if (changed) ownChanges += 1;
      for (const next of done) next();
      return result;
    },
    snapshot: engine.snapshot,
    publicVersion() {
      refreshShared();
      return `${ownChanges}.${shared}`;
    },
    voicesVersion: (code) => voices.get(code) ?? 0,
    ping: engine.ping,
    scrub: engine.scrub,
    async close() {
      await Promise.allSettled(underWay);
      await engine.close();
    },
  };
}
