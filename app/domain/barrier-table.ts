import { checkInput } from "./check-input.ts";
import { type Submission, submissionSchemas } from "./forms.ts";
import { cleanText, foldText } from "./text.ts";

/** A table in which an association files many barriers at once. */
export const MOST_ROWS = 200;
export const MOST_TABLE_BYTES = 1024 * 1024;

export const tableColumns = [
  "provisions",
  "content",
  "suggestion",
  "title",
  "obstacleClass",
  "sector",
  "hoursPerYear",
  "moneyPerYear",
  "timesPerYear",
  "burden",
  "affectedCount",
  "othersAffected",
  "presentWording",
  "proposedWording",
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** A record of the file with the line on which it begins, from 1. */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is wrong, where. Without a column it is about the row, without a line about the whole table. */
export interface TableProblem {
  readonly line: number | null;
  readonly column: TableColumn | null;
  readonly rule: string;
  /** The heading of a column that the template does not have. */
  readonly heading?: string;
}

export interface TableRow {
  readonly line: number;
  /** By field name, as typed. */
  readonly answers: Readonly<Record<string, string>>;
  /** The line of an earlier row with the same text; null when there is none. */
  readonly sameAs: number | null;
}

/** Words by which a column or a term is known, folded, and what they mean. */
export type Known<T extends string = string> = ReadonlyMap<string, T>;

interface TableWords {
  readonly columns: Known<TableColumn>;
  readonly obstacleClass: Known;
  readonly sector: Known;
}

export type CheckedTable = { readonly rows: readonly TableRow[]; readonly problems: readonly TableProblem[] };

/**
 * Checks a table: its first record names the columns. `sender` is who sends
 * every row. Either every row is right, or each wrong cell has its reason.
 */
export function checkTable(
  records: readonly TableRecord[],
  words: TableWords,
  sender: Readonly<Record<string, string>>,
): CheckedTable {
  const [head, ...body] = records;
  const columns = (head?.cells ?? []).map((cell) => words.columns.get(foldText(cell)) ?? null);
  const whole = (rule: string, column: TableColumn | null = null): CheckedTable => ({
    rows: [],
    problems: [{ line: null, column, rule }],
  });
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  for (const needed of ["provisions", "content"] as const) {
    if (!columns.includes(needed)) return whole("no-column", needed);
  }
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) < index);
  if (twice) return whole("column-twice", twice);
  const unknown = columns.findIndex(
    (column, index) => column === null && filled.some(({ cells }) => (cells[index] ?? "").trim() !== ""),
  );
  if (unknown >= 0) {
    const heading = cleanText(head?.cells[unknown] ?? "").slice(0, 60);
    return { rows: [], problems: [{ line: null, column: null, rule: "unknown-column", heading }] };
  }
  if (filled.length === 0) return whole("no-rows");
  if (filled.length > MOST_ROWS) return whole("too-many-rows");

  const problems: TableProblem[] = [];
  const rows: TableRow[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of filled) {
    if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
      problems.push({ line, column: null, rule: "too-many-cells" });
    const answers = answersOf(columns, cells, words);
    const checked = checkRow(answers, sender);
    if (!checked.ok)
      for (const [field, rule] of Object.entries(checked.errors)) problems.push({ line, ...placeOf(field), rule });
    const text = cleanText(`${answers.provisions ?? ""}\n${answers.content ?? ""}`).toLowerCase();
    rows.push({ line, answers, sameAs: seen.get(text) ?? null });
    if (!seen.has(text)) seen.set(text, line);
  }
  return { rows, problems };
}

/** One row with its sender as a submission. */
export function checkRow(answers: Readonly<Record<string, string>>, sender: Readonly<Record<string, string>>) {
  return checkInput<Submission>(submissionSchemas.barrier, { ...answers, ...sender, kind: "barrier" });
}

function answersOf(
  columns: readonly (TableColumn | null)[],
  cells: readonly string[],
  words: TableWords,
): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const [index, column] of columns.entries()) {
    const cell = (cells[index] ?? "").trim();
    if (column === null || cell === "") continue;
    const terms = column === "obstacleClass" || column === "sector" ? words[column] : null;
    // What is no term stays as it was typed, longer than any code, so that it is refused.
    answers[column] = terms ? (terms.get(foldText(cell)) ?? cell.padEnd(41, "?")) : cell;
  }
  return answers;
}

function placeOf(field: string): { column: TableColumn | null } {
  const column = field === "legalDocument" ? "provisions" : field;
  return { column: tableColumns.find((known) => known === column) ?? null };
}
