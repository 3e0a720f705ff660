import type { Db } from "../../db/store.server.ts";

/**
 * What a column holds, in both formats. `code`, `text`: text; `integer`,
 * `decimal`: a number; `boolean`: true or false; `day`: a calendar day of Viet
 * Nam, 2026-10-05; `moment`: RFC 3339 in UTC; `json`: a JSON object, as text in
 * CSV. Null is an empty cell in CSV and null in JSON Lines.
 */
export const columnTypes = ["code", "text", "integer", "decimal", "boolean", "day", "moment", "json"] as const;
export type ColumnType = (typeof columnTypes)[number];

export interface Column {
  /** The heading in CSV and the key in JSON Lines: stable, since programs read it. */
  readonly name: string;
  readonly type: ColumnType;
  /** The sentence that explains it, as a key with its namespace: `open-data:cases.columns.code`. */
  readonly descriptionKey: string;
}

export type Cell = string | number | boolean | object | null;
/** Exactly one cell for each column of the file, by name. */
export type OpenDataRow = Readonly<Record<string, Cell>>;

/** What a file is made from: one moment of the database. */
export interface OpenDataSource {
  readonly db: Db;
  /** The portal's address without a slash at the end. */
  readonly publicUrl: string;
  readonly now: Date;
}

/** A file of open data: it holds nothing that the public pages do not show. */
export interface OpenDataFile {
  /** The name in the address, without ending: lower case and hyphens. */
  readonly name: string;
  /** What it is called, as a key with its namespace. */
  readonly titleKey: string;
  /** What one row is and what is left out, as a key with its namespace. */
  readonly aboutKey: string;
  readonly columns: readonly Column[];
  /** It grows with the number of cases: read in batches, never held whole. */
  readonly large: boolean;
  /** Every row in a lasting order. Asks for a batch at a time, and only when the one before was taken. */
  rows(source: OpenDataSource): AsyncIterable<OpenDataRow>;
}

/** The columns of a file from their names and types; each is explained under `<words>.columns.<name>`. */
export function columnsOf(words: string, types: Readonly<Record<string, ColumnType>>): Column[] {
  return Object.entries(types).map(([name, type]) => ({ name, type, descriptionKey: `${words}.columns.${name}` }));
}
