import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { type Known, type TableColumn, tableColumns, type TableRecord } from "../domain/barrier-table.ts";
import { type Lang, languages } from "../domain/case-kind.ts";
import { foldText } from "../domain/text.ts";
import { getI18n } from "../i18n.ts";

/** The bytes of a table as text: UTF-8, or UTF-16 as some spreadsheets write it. Null for anything else. */
export function tableText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

const readShape = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

export type ReadTable = { readonly records: TableRecord[] } | { readonly line: number; readonly rule: string };

/** The records of a table whose cells are parted by commas, semicolons or tabs, each with the line on which it begins. */
export function readTable(text: string, columns: Known<TableColumn>): ReadTable {
  const [head = ""] = text.split(/\r?\n/, 1);
  const marks = [",", ";", "\t"];
  const found = (mark: string) => head.split(mark).filter((cell) => columns.has(foldText(cell))).length;
  const delimiter = marks.toSorted((a, b) => found(b) - found(a))[0] ?? ",";
  try {
    const read: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 200_000,
    });
    return {
      records: readShape.parse(read).map(({ record, info }) => ({
        // The line on which it ends, less the line breaks within its cells.
        line: info.lines - record.join("").split("\n").length + 1,
        cells: record,
      })),
    };
  } catch (error) {
    const lines = error instanceof CsvError ? Number(error.lines) : Number.NaN;
    return { line: Number.isInteger(lines) ? lines : 1, rule: "broken-quotes" };
  }
}

/** Every word by which a column is known: its name, and its heading in each language. */
export function columnWords(): Known<TableColumn> {
  const words = tableColumns.flatMap((column) => [
    [foldText(column), column] as const,
    ...languages.map((lang) => [foldText(heading(lang, column)), column] as const),
  ]);
  return new Map(words);
}

export const heading = (lang: Lang, column: TableColumn): string => getI18n(lang).t(`barrier:table.columns.${column}`);

/** An empty table with its headings and one row that shows how it is meant. */
export function tableTemplate(lang: Lang): string {
  const t = getI18n(lang).getFixedT(lang, "barrier");
  const example = tableColumns.map((column) => t(`table.example.${column}`, { defaultValue: "" }));
  return asCsv([tableColumns.map((column) => heading(lang, column)), example]);
}

/** A file that spreadsheets open as it is: with a byte order mark, and nothing in it that they would compute. */
export function asCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: true, escape_formulas: true, record_delimiter: "windows" },
  );
}
