import type { ConsoleRow, ConsoleView } from "../../../http/console.ts";

/** A line of the list, and what became of its case since the list was opened. */
export interface Line {
  readonly row: ConsoleRow;
  /** What was done to it here; "gone" when it left the view by somebody else's hand. */
  readonly fate: string | null;
}

/** The list as it stands still: what comes in waits on top until it is asked for. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly arrived: readonly ConsoleRow[];
}

/** The address of a case beside the list it is opened from, or by itself. */
export const addressIn = (view: ConsoleView | null, code: string): string =>
  `/office/cases/${code}${view ? `?${view.search}` : ""}`;

export const linesOf = (rows: readonly ConsoleRow[]): Lines => ({
  lines: rows.map((row) => ({ row, fate: null })),
  arrived: [],
});

/** The same lines in the same order after the view was read anew. */
export function refreshed({ lines }: Lines, rows: readonly ConsoleRow[]): Lines {
  const fresh = new Map(rows.map((row) => [row.code, row]));
  const known = new Set(lines.map(({ row }) => row.code));
  return {
    lines: lines.map(({ row, fate }) => {
      const newest = fresh.get(row.code);
      return newest ? { row: newest, fate: fate === "gone" ? null : fate } : { row, fate: fate ?? "gone" };
    }),
    arrived: rows.filter((row) => !known.has(row.code)),
  };
}

/** What has come in, put on top. */
export const withArrived = ({ lines, arrived }: Lines): Lines => ({
  lines: [...arrived.map((row) => ({ row, fate: null })), ...lines],
  arrived: [],
});

/** Notes what was done to a case, or that it was undone. */
export const withFate = (list: Lines, code: string, fate: string | null): Lines => ({
  ...list,
  lines: list.lines.map((line) => (line.row.code === code ? { ...line, fate } : line)),
});

/** The codes of the lines still to be decided after this one, then those before it. */
export function ahead({ lines }: Lines, code: string, count: number): string[] {
  const at = lines.findIndex(({ row }) => row.code === code);
  return [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))]
    .filter(({ fate }) => fate === null)
    .slice(0, count)
    .map(({ row }) => row.code);
}

/** The line before or after this one, whatever became of it. */
export function beside({ lines }: Lines, code: string | null, step: 1 | -1): string | null {
  const at = lines.findIndex(({ row }) => row.code === code);
  return lines[at < 0 ? 0 : at + step]?.row.code ?? null;
}

/** At most three cases that a key may lead to from this one: what is decided next, the lines beside it, what is decided then. */
export function soon(list: Lines, code: string): string[] {
  const [next = null, afterNext = null] = ahead(list, code, 2);
  const near = [next, beside(list, code, 1), beside(list, code, -1), afterNext];
  return [...new Set(near.filter((one) => one !== null))].slice(0, 3);
}
