import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CodeText } from "../../../components/code-text.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { Time } from "../../../components/time.tsx";
import type { ExtensionsPage } from "../../../http/extensions-page.ts";

type Item = ExtensionsPage["items"][number];

/** The extensions that were signed: case, how long, why, by whom, and both dates. */
export function SignedTable({ items, several }: { items: readonly Item[]; several: boolean }) {
  const { t } = useTranslation(["extensions", "clocks"]);
  const columns = [
    {
      key: "case",
      header: t("case"),
      rowHeader: true,
      cell: (row: Item) => (
        <>
          {row.title === null ? (
            <CodeText>{row.code}</CodeText>
          ) : (
            <Link to={`/office/cases/${row.code}`}>
              <CodeText>{row.code}</CodeText>
            </Link>
          )}
          {row.title !== null && (
            <span className="small muted" lang={row.lang}>
              <br />
              {row.title}
            </span>
          )}
        </>
      ),
    },
    ...(several ? [{ key: "agency", header: t("agency"), cell: (row: Item) => row.agency }] : []),
    {
      key: "days",
      header: t("days"),
      nowrap: true,
      cell: (row: Item) => t(`clocks:${row.unit}`, { count: row.units }),
    },
    { key: "reason", header: t("reason"), cell: (row: Item) => <span lang="vi">{row.reason}</span> },
    {
      key: "by",
      header: t("by"),
      cell: (row: Item) => (
        <>
          <bdi>{row.signedBy}</bdi>
          <br />
          {row.signedAt && <Time value={row.signedAt} />}
        </>
      ),
    },
    { key: "before", header: t("before"), cell: (row: Item) => row.dueBefore && <Time value={row.dueBefore} /> },
    { key: "after", header: t("after"), cell: (row: Item) => row.dueAfter && <Time value={row.dueAfter} /> },
  ];
  return <DataTable label={t("list")} rows={items} rowKey={(row) => String(row.id)} columns={columns} />;
}
