import type { Cell, OpenDataFile, OpenDataRow } from "./open-data-file.ts";

/** The two formats of every file, by the ending of its address. */
export const formats = ["csv", "jsonl"] as const;
export type Format = (typeof formats)[number];

export const mediaTypes: Record<Format, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  jsonl: "application/jsonl; charset=utf-8",
};

/**
 * What opens a file. CSV begins with the byte order mark, because spreadsheets
 * read Vietnamese wrongly without it, and with the names of the columns.
 */
export function headOf(file: OpenDataFile, format: Format): string {
  return format === "csv" ? `\uFEFF${file.columns.map(({ name }) => name).join(",")}\r\n` : "";
}

/** One row. Throws when it has not exactly the columns of the file: nothing undescribed is ever published. */
export function lineOf(file: OpenDataFile, row: OpenDataRow, format: Format): string {
  const cells = file.columns.map(({ name }) => cellOf(file, row, name));
  if (Object.keys(row).length !== cells.length) throw new Error(`a row of ${file.name} has columns without a name`);
  if (format === "csv") return `${cells.map(csvCell).join(",")}\r\n`;
  return `${JSON.stringify(Object.fromEntries(file.columns.map(({ name }, at) => [name, cells[at]])))}\n`;
}

function cellOf(file: OpenDataFile, row: OpenDataRow, name: string): Cell {
  const cell = row[name];
  if (cell === undefined) throw new Error(`a row of ${file.name} has no ${name}`);
  return cell;
}

/**
 * A cell as RFC 4180 has it. A spreadsheet would run a text that begins like a
 * formula: it gets an apostrophe before it, and so does a text that begins with
 * an apostrophe. Taking one apostrophe away from the beginning gives back every
 * text as it was.
 */
function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  const text = typeof cell === "string" ? cell : JSON.stringify(cell);
  const safe = /^['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
