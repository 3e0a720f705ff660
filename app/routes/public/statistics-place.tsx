import { useTranslation } from "react-i18next";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { BarChart } from "../../components/charts.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Filled } from "../../components/filled.tsx";
import { Share, Told } from "../../components/told-number.tsx";
import type { PlaceFigures } from "../../http/statistics.ts";
import { PublicPage } from "./public-page.tsx";

export interface LateCase {
  readonly code: string;
  readonly title: string;
  /** The language of the title where it is not the page's. */
  readonly titleLang: string | undefined;
}

/** One agency or province over the years, and the published cases that are late there. */
export function PlacePage({
  name,
  axis,
  figures,
  late,
}: {
  name: string;
  axis: "agency" | "province";
  figures: PlaceFigures | null;
  late: readonly LateCase[];
}) {
  const { t, i18n } = useTranslation("figures");
  const lang = i18n.language;
  const title = t("place.title", { name });
  const years = figures?.years ?? [];
  return (
    <PublicPage
      title={title}
      description={t("place.description", { name })}
      back={{ href: `/${lang}/statistics`, label: t("title") }}
    >
      <h1>{title}</h1>
      {!figures ? (
        <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
      ) : (
        <ChartFrame
          id="years"
          title={t("place.years")}
          sentence={<Filled text={t("place.sentence")} parts={{ late: <Told of={figures.late} /> }} />}
          chart={
            <BarChart
              title={t("place.years")}
              description={t("place.picture", { name })}
              bars={years.map(({ year, answered }) => ({
                label: t("place.bar", { year }),
                n: answered.n,
                words: answered.n === null ? t("state.merged") : answered.n.toLocaleString(lang),
              }))}
            />
          }
          tableOpen
          table={
            <DataTable
              label={title}
              columns={[
                { key: "year", header: t("column.year"), cell: (row) => row.year, rowHeader: true },
                {
                  key: "received",
                  header: t(axis === "agency" ? "column.assigned" : "column.received"),
                  cell: (row) => <Told of={row.received} />,
                  align: "end",
                },
                {
                  key: "answered",
                  header: t("column.answered"),
                  cell: (row) => <Told of={row.answered} />,
                  align: "end",
                },
                {
                  key: "inTime",
                  header: t("column.inTimeShare"),
                  cell: (row) => <Share part={row.inTime} rest={row.tooLate} whole={row.answered} />,
                  align: "end",
                },
                { key: "median", header: t("column.median"), cell: (row) => <Told of={row.median} />, align: "end" },
                { key: "p90", header: t("column.p90"), cell: (row) => <Told of={row.p90} />, align: "end" },
                { key: "refused", header: t("column.refused"), cell: (row) => <Told of={row.refused} />, align: "end" },
                {
                  key: "reopened",
                  header: t("column.reopened"),
                  cell: (row) => <Told of={row.reopened} />,
                  align: "end",
                },
                {
                  key: "satisfied",
                  header: t("column.satisfied"),
                  cell: (row) => (
                    <>
                      <Share part={row.satisfied} whole={row.rated} /> (n = <Told of={row.rated} />)
                    </>
                  ),
                  align: "end",
                },
                {
                  key: "solved",
                  header: t("column.solved"),
                  cell: (row) => <Share part={row.solved} whole={row.rated} />,
                  align: "end",
                },
              ]}
              rows={years}
              rowKey={(row) => row.year}
            />
          }
          file={axis === "agency" ? "figures-agencies" : "figures-provinces"}
          method={t("place.method")}
        />
      )}
      <section className="section">
        <h2>{t("place.lateTitle")}</h2>
        <p>{t("place.lateText")}</p>
        {late.length > 0 && (
          <ul>
            {late.map(({ code, title: words, titleLang }) => (
              <li key={code}>
                <a href={`/${lang}/cases/${code}`} lang={titleLang}>
                  {words}
                </a>{" "}
                <span className="muted nowrap">{code}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </PublicPage>
  );
}
