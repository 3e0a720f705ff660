import {
  bigint,
  bigserial,
  boolean,
  index as pgIndex,
  integer as pgInteger,
  jsonb,
  pgTable,
  primaryKey as pgPrimaryKey,
  text as pgText,
  timestamp,
  uniqueIndex as pgUniqueIndex,
} from "drizzle-orm/pg-core";
import {
  index as sqliteIndex,
  integer as sqliteInteger,
  primaryKey as sqlitePrimaryKey,
  sqliteTable,
  text as sqliteText,
  uniqueIndex as sqliteUniqueIndex,
} from "drizzle-orm/sqlite-core";

/**
 * The few kinds of column on which SQLite and PostgreSQL differ. The schema is
 * typed as PostgreSQL; the SQLite kit has the same names and the same types in
 * the program (Date, boolean, number, parsed JSON), by one cast.
 */
export const postgresKit = {
  table: pgTable,
  serial: () => bigserial({ mode: "number" }).primaryKey(),
  ref: () => bigint({ mode: "number" }),
  text: () => pgText(),
  int: () => pgInteger(),
  bool: () => boolean(),
  /** A moment, to the millisecond. */
  time: () => timestamp({ withTimezone: true, precision: 3, mode: "date" }),
  json: <T>() => jsonb().$type<T>(),
  index: pgIndex,
  uniqueIndex: pgUniqueIndex,
  primaryKey: pgPrimaryKey,
};

export type ColumnKit = typeof postgresKit;

export const sqliteKit = {
  table: sqliteTable,
  serial: () => sqliteInteger({ mode: "number" }).primaryKey({ autoIncrement: true }),
  ref: () => sqliteInteger({ mode: "number" }),
  text: () => sqliteText(),
  int: () => sqliteInteger({ mode: "number" }),
  bool: () => sqliteInteger({ mode: "boolean" }),
  time: () => sqliteInteger({ mode: "timestamp_ms" }),
  json: <T>() => sqliteText({ mode: "json" }).$type<T>(),
  index: sqliteIndex,
  uniqueIndex: sqliteUniqueIndex,
  primaryKey: sqlitePrimaryKey,
} as unknown as ColumnKit;
