/** A table that scrolls in its own box when it is wider than the page, reachable by keyboard. */
import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "end";
  /** The cell that names the row. */
  rowHeader?: boolean;
  nowrap?: boolean;
  sort?: "ascending" | "descending";
}

export function DataTable<Row>({
  label,
  caption,
  columns,
  rows,
  rowKey,
  dense,
  cards,
}: {
  label: string;
  caption?: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  dense?: boolean;
  /** On a narrow screen each row becomes a card, in which a cell says the words of its column. */
  cards?: boolean;
}) {
  const look = [dense && "table--dense", cards && "table--cards"].filter(Boolean).join(" ");
  const labelOf = ({ header }: Column<Row>) => (cards && typeof header === "string" ? header : undefined);
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      <table className={look || undefined}>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)} aria-sort={column.sort}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row" className={cellClass(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={cellClass(column)} data-label={labelOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass<Row>({ align, nowrap }: Column<Row>): string | undefined {
  return [align === "end" && "num", nowrap && "nowrap"].filter(Boolean).join(" ") || undefined;
}
