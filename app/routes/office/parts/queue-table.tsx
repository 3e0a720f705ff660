import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CodeText } from "../../../components/code-text.tsx";
import { type Column, DataTable } from "../../../components/data-table.tsx";
import { StandingBadge } from "../../../components/standing-badge.tsx";
import { dateWords } from "../../../components/date-words.ts";
import { StatusBadge } from "../../../components/status-badge.tsx";
import { Time } from "../../../components/time.tsx";
import type { ShownRow } from "../queue.tsx";

/** A queue as a table. Where rows can be selected, each has a box that names its case. */
export function QueueTable({
  rows,
  query,
  label,
  selectable,
  sort,
}: {
  rows: readonly ShownRow[];
  /** The address of the queue, which goes with each case. */
  query: string;
  label: string;
  selectable: boolean;
  sort: string;
}) {
  const { t } = useTranslation(["office", "domain", "views", "collective"]);
  return (
    <DataTable
      dense
      cards
      label={label}
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        ...(selectable
          ? [{ key: "select", header: t("views:selectHead"), cell: SelectBox } satisfies Column<ShownRow>]
          : []),
        {
          key: "title",
          header: t("queue.case"),
          rowHeader: true,
          cell: (row) => (
            <span className="case-title">
              <Link className="strong" lang={row.lang} to={`/office/cases/${row.code}?${query}`}>
                {row.title}
              </Link>
              <span className="card__meta">
                <CodeText>{row.code}</CodeText>
                <span>{t(`domain:kind.${row.kind}`)}</span>
                {row.place && <span>{row.place}</span>}
                {row.field && <span>{row.field}</span>}
                {row.level !== "normal" && <span className="badge">{t(`views:levelBadge.${row.level}`)}</span>}
                {row.heard && <span className="badge">{t("views:heardBadge")}</span>}
                {row.openParts > 0 && (
                  <span className="badge">{t("collective:splitBadge", { count: row.openParts })}</span>
                )}
                {row.taken && <span className="badge">{t("views:ownerBadge")}</span>}
                <PublicationBadges publication={row.publication} />
              </span>
            </span>
          ),
        },
        {
          key: "standing",
          header: t("queue.due"),
          sort: sort === "due" ? "ascending" : undefined,
          cell: (row) => (
            <>
              <StandingBadge standing={row.standing} />
              {(row.triageOn || row.decideOn) && (
                <>
                  <br />
                  {t(row.triageOn ? "queue.triageBy" : "collective:dispute.decideBy")}{" "}
                  <Time value={row.triageOn ?? row.decideOn ?? ""} />
                </>
              )}
              <br />
              <span className={row.triageOn || row.decideOn ? "small muted" : undefined}>
                {(row.triageOn || row.decideOn) && t("case.due")} <Time value={row.dueOn} />
              </span>
            </>
          ),
        },
        {
          key: "status",
          header: t("queue.status"),
          cell: (row) => (
            <StatusBadge
              status={row.status}
              word={t(
                row.held
                  ? "status.held"
                  : row.status === "submitted" && row.openParts > 0
                    ? "collective:splitStatus"
                    : `status.${row.status}`,
              )}
            />
          ),
        },
        { key: "agency", header: t("queue.agency"), cell: (row) => row.agency || "—" },
        {
          key: "received",
          header: t("queue.received"),
          nowrap: true,
          sort: sort === "due" ? undefined : sort === "newest" ? "descending" : "ascending",
          cell: (row) => <Time value={row.receivedAt} />,
        },
      ]}
    />
  );
}

/** What whoever publishes has to know before opening a case: that it is public, or that somebody has it in hand. */
function PublicationBadges({ publication }: Pick<ShownRow, "publication">) {
  const { t } = useTranslation(["views", "office"]);
  const { t: furniture } = useTranslation("furniture");
  if (!publication) return null;
  const { proposed, publicOn, contested, published } = publication;
  return (
    <>
      {proposed && <span className="badge badge--soon">{t("publication.proposed")}</span>}
      {publicOn && (
        <span className="badge">{t("publication.on", { date: dateWords(publicOn, "short", furniture) })}</span>
      )}
      {contested && <span className="badge badge--soon">{t("publication.contested")}</span>}
      {published && <span className="badge badge--fine">{t("office:case.isPublished")}</span>}
    </>
  );
}

/** The box carries the version that its reader had before them. */
function SelectBox({ code, version }: { code: string; version: number }) {
  const { t } = useTranslation("views");
  return (
    <input
      type="checkbox"
      className="row-select"
      name="case"
      value={`${code}:${version}`}
      aria-label={t("select", { code })}
    />
  );
}
