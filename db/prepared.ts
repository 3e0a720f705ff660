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
  const { name, columns, values } = filled(tx, table, row);
  const statement = prepared(tx, `${name} returning`, () =>
    tx
      .insert(tx.tables[table])
      .values(placesOf(columns))
      .returning()
      .prepare(statementName(`${name} returning`)),
  );
  const [stored] = (await statement.execute(values)) as Tables[T]["$inferSelect"][];
  if (!stored) throw new Error(`a row of ${table} was not stored`);
  return stored;
}

/** Inserts one row, as `insertRow` does, when nobody needs to know what was stored. */
export async function addRow<T extends keyof Tables>(tx: Db, table: T, row: Tables[T]["$inferInsert"]): Promise<void> {
  const { name, columns, values } = filled(tx, table, row);
  const statement = prepared(tx, name, () =>
    tx.insert(tx.tables[table]).values(placesOf(columns)).prepare(statementName(name)),
  );
  await statement.execute(values);
}

function filled(tx: Db, table: keyof Tables, row: object) {
  const given = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  const columns = given.map(([column]) => column);
  return {
    name: `insert ${getTableName(tx.tables[table])} ${columns.join()}`,
    columns,
    values: Object.fromEntries(given),
  };
}

// The columns are those of the row that is being inserted, whose type was checked.
const placesOf = (columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)])) as never;

/** The name by which PostgreSQL knows a prepared statement on its connection: short, and one for each text. */
export const statementName = (text: string): string =>
  `q_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
