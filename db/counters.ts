import { and, eq, sql } from "drizzle-orm";
import { prepared } from "./prepared.ts";
import type { Db } from "./store.server.ts";

/** Adds to a figure, in the transaction that changes what it counts. */
export async function addToCounter(tx: Db, name: string, key: string, by: number): Promise<void> {
  const { counters } = tx.tables;
  const adding = prepared(tx, "addToCounter", () =>
    tx
      .insert(counters)
      .values({ name: sql.placeholder("name"), key: sql.placeholder("key"), value: sql.placeholder("by") })
      .onConflictDoUpdate({
        target: [counters.name, counters.key],
        set: { value: sql`${counters.value} + excluded.value` },
      })
      .prepare("add_to_counter"),
  );
  await adding.execute({ name, key, by });
}

/** A figure; 0 when nothing was ever counted. */
export async function readCounter(db: Db, name: string, key: string): Promise<number> {
  const { counters } = db.tables;
  const [row] = await db
    .select({ value: counters.value })
    .from(counters)
    .where(and(eq(counters.name, name), eq(counters.key, key)));
  return row?.value ?? 0;
}

const PUBLIC_VERSION = "public-version";

/** The number of changes ever made to what the public may read. */
export const readPublicVersion = (db: Db): Promise<number> => readCounter(db, PUBLIC_VERSION, "");
export const bumpPublicVersion = (tx: Db): Promise<void> => addToCounter(tx, PUBLIC_VERSION, "", 1);

const PUBLIC_REMOVALS = "public-removals";

/** How often something that the public could read was taken away or replaced: files made before do not stand any more. */
export const readPublicRemovals = (db: Db): Promise<number> => readCounter(db, PUBLIC_REMOVALS, "");
export const bumpPublicRemovals = (tx: Db): Promise<void> => addToCounter(tx, PUBLIC_REMOVALS, "", 1);
