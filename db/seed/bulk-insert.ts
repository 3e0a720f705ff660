import { addRow, insertRow } from "../prepared.ts";
import type { Tables } from "../schema.ts";
import type { Tx } from "../store.server.ts";

export type Row<T extends keyof Tables> = Tables[T]["$inferInsert"];

/** PostgreSQL takes at most 65,535 values in one statement. */
const ROWS_PER_INSERT = 400;

/** Inserts rows, many at a time where the engine is asked over a wire. */
export async function insertMany<T extends keyof Tables>(tx: Tx, table: T, rows: readonly Row<T>[]): Promise<void> {
  if (tx.dialect === "sqlite") {
    for (const row of rows) await addRow(tx, table, row);
    return;
  }
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await tx.insert(tx.tables[table]).values(valuesOf(rows.slice(from, from + ROWS_PER_INSERT)));
  }
}

/** Inserts rows and gives their numbers in the same order. */
export async function insertNumbered<T extends "cases" | "messages" | "answers">(
  tx: Tx,
  table: T,
  rows: readonly Row<T>[],
): Promise<number[]> {
  const ids: number[] = [];
  if (tx.dialect === "sqlite") {
    for (const row of rows) ids.push((await insertRow(tx, table, row)).id);
    return ids;
  }
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const { id } = tx.tables[table];
    const part = valuesOf(rows.slice(from, from + ROWS_PER_INSERT));
    for (const row of await tx.insert(tx.tables[table]).values(part).returning({ id })) ids.push(row.id);
  }
  return ids;
}

// The rows were checked against their table by the caller's types; a table chosen by name keeps no type of its own.
const valuesOf = (rows: readonly object[]) => rows as never;
