import { createHash } from "node:crypto";
import { getTableName, sql } from "drizzle-orm";
import type { Tables } from "./schema.ts";
import type { Db } from "./store.server.ts";

/**
 * A query that is built once per connection and then only bound and run. For
 * the few that every submission and every page runs: building one costs more
 * than running it. Values come as `sql.placeholder(name)`.
 */
export function prepared<T>(db: Db, name: string, build: () => T): T {
  const known = db.prepared.get(name);
  // Each name stands for one query, so what is found under it has that query's type.
  if (known !== undefined) return known as T;
  const made = build();
  db.prepared.set(name, made);
  return made;
}

/** Inserts one row by a prepared statement for the columns that it fills, and gives the stored row. */
export async function insertRow<T extends keyof Tables>(
  tx: Db,
  table: T,
  row: Tables[T]["$inferInsert"],
): Promise<Tables[T]["$inferSelect"]> {
  const given = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  const columns = given.map(([column]) => column);
  const target = tx.tables[table];
  const name = `insert ${getTableName(target)} ${columns.join()}`;
  const statement = prepared(tx, name, () => {
    const places = Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)]));
    return tx
      .insert(target)
      .values(places as never)
      .returning()
      .prepare(`insert_${createHash("sha256").update(name).digest("hex").slice(0, 24)}`);
  });
  const stored = await statement.execute(Object.fromEntries(given));
  const [first] = stored as Tables[T]["$inferSelect"][];
  if (!first) throw new Error(`a row of ${getTableName(target)} was not stored`);
  return first;
}
