import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CodeText } from "../../../components/code-text.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { StandingBadge } from "../../../components/standing-badge.tsx";
import { StatusBadge } from "../../../components/status-badge.tsx";
import { Time } from "../../../components/time.tsx";
import type { ShownRow } from "../queue.tsx";

/** A queue as a table, the first due on top. */
export function QueueTable({ rows, view, label }: { rows: readonly ShownRow[]; view: string; label: string }) {
  const { t } = useTranslation(["office", "domain"]);
  return (
    <DataTable
      dense
      label={label}
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        {
          key: "title",
          header: t("queue.case"),
          rowHeader: true,
          cell: (row) => (
            <span className="case-title">
              <Link className="strong" lang={row.lang} to={`/office/cases/${row.code}?view=${view}`}>
                {row.title}
              </Link>
              <span className="card__meta">
                <CodeText>{row.code}</CodeText>
                <span>{t(`domain:kind.${row.kind}`)}</span>
                {row.place && <span>{row.place}</span>}
                {row.field && <span>{row.field}</span>}
              </span>
            </span>
          ),
        },
        {
          key: "standing",
          header: t("queue.due"),
          sort: "ascending",
          cell: (row) => (
            <>
              <StandingBadge standing={row.standing} />
              <br />
              <Time value={row.dueOn} />
              {row.triageOn && (
                <>
                  <br />
                  <span className="small muted">
                    {t("queue.triageBy")} <Time value={row.triageOn} />
                  </span>
                </>
              )}
            </>
          ),
        },
        {
          key: "status",
          header: t("queue.status"),
          cell: (row) => (
            <StatusBadge status={row.status} word={t(row.held ? "status.held" : `status.${row.status}`)} />
          ),
        },
        { key: "agency", header: t("queue.agency"), cell: (row) => row.agency || "—" },
        { key: "received", header: t("queue.received"), nowrap: true, cell: (row) => <Time value={row.receivedAt} /> },
      ]}
    />
  );
}
