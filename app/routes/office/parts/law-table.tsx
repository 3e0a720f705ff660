import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DataTable } from "../../../components/data-table.tsx";
import { Time } from "../../../components/time.tsx";
import type { LawsPage } from "../../../http/laws-page.ts";

type Law = LawsPage["laws"][number];
/** What is as old as the portal's data has no first day that is known. */
const ALWAYS = "1945-09-02";
const tones = { coming: "info", "in-force": "fine", ended: "quiet" } as const;

export function LawTable({ laws }: { laws: readonly Law[] }) {
  const { t } = useTranslation("laws");
  return (
    <DataTable
      label={t("title")}
      rows={laws}
      rowKey={(row) => row.key}
      columns={[
        {
          key: "document",
          header: t("document"),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link to={`/office/laws?${new URLSearchParams({ law: row.key })}`}>{row.wording}</Link>
              <br />
              <span className="small muted">{row.title}</span>
            </>
          ),
        },
        {
          key: "standing",
          header: t("standing"),
          cell: (row) => <span className={`badge badge--${tones[row.standing]}`}>{t(`stands.${row.standing}`)}</span>,
        },
        {
          key: "from",
          header: t("from"),
          cell: (row) => (row.validFrom > ALWAYS ? <Time value={row.validFrom} /> : t("unknown")),
        },
        { key: "to", header: t("to"), cell: (row) => row.validTo && <Time value={row.validTo} /> },
        { key: "successor", header: t("successor"), cell: (row) => row.successor },
      ]}
    />
  );
}

/** What was said of a document before, by whom and when. */
export function LawHistory({ law }: { law: NonNullable<LawsPage["opened"]> }) {
  const { t } = useTranslation("laws");
  return (
    <section aria-labelledby="law-history">
      <h2 id="law-history">{t("history")}</h2>
      {law.history.length === 0 ? (
        <p className="muted">{t("shipped")}</p>
      ) : (
        <ol className="plain-list people">
          {law.history.map((event) => (
            <li key={event.position} className="box">
              <p>
                <Time value={event.at} format="time" />, <bdi className="strong">{event.by}</bdi>
              </p>
              <p>
                {event.validFrom && (
                  <>
                    {t("from")} <Time value={event.validFrom} />.{" "}
                  </>
                )}
                {event.validTo && (
                  <>
                    {t("to")} <Time value={event.validTo} />.{" "}
                  </>
                )}
                {event.successor && `${t("successor")}: ${event.successor}.`}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
