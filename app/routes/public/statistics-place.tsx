import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { BarChart } from "../../components/charts.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Filled } from "../../components/filled.tsx";
import { dateWords } from "../../components/date-words.ts";
import { Pagination } from "../../components/pagination.tsx";
import { UntranslatedMark } from "../../components/untranslated.tsx";
import type { Spoken } from "../../domain/spoken.ts";
import { Days, Share, Told } from "../../components/told-number.tsx";
import type { PlaceFigures } from "../../http/statistics.ts";
import type { PlacePeriod } from "../../http/statistics-period.ts";
import { PublicPage } from "./public-page.tsx";
import { PeriodFilter, QuarterFrame } from "./statistics-quarters.tsx";

/** One page of the published cases that are late. */
interface LateCases {
  readonly items: readonly {
    readonly code: string;
    readonly title: Spoken;
    /** The last day on which an answer was in time. */
    readonly dueOn: string;
  }[];
  /** Not its first page. */
  readonly deep: boolean;
  readonly newerHref: string | null;
  readonly olderHref: string | null;
}

/** A figure with its number in each year. */
interface Row {
  readonly name: string;
  readonly told: (year: PlaceFigures["years"][number]) => ReactNode;
}

/** Of how many a share is. */
function Base({ of }: { of: PlaceFigures["years"][number]["rated"] }) {
  return (
    <span className="nowrap">
      (n = <Told of={of} />)
    </span>
  );
}

/** One agency or province over the years, and the published cases that are late there. */
export function PlacePage({
  name,
  axis,
  figures,
  period,
  allYears,
  path,
  late,
}: {
  name: string;
  axis: "agency" | "province";
  figures: PlaceFigures | null;
  period: PlacePeriod;
  /** The years that are told. */
  allYears: readonly string[];
  /** The address of the page. */
  path: string;
  late: LateCases;
}) {
  const { t, i18n } = useTranslation("figures");
  const { t: furniture } = useTranslation("furniture");
  const lang = i18n.language;
  const title = t("place.title", { name });
  const years = figures?.years ?? [];
  const rows: readonly Row[] = [
    {
      name: t(axis === "agency" ? "column.assigned" : "column.received"),
      told: (year) => <Told of={year.received} />,
    },
    { name: t("column.answered"), told: (year) => <Told of={year.answered} /> },
    {
      name: t("column.inTimeShare"),
      told: ({ inTime, tooLate, answered }) => <Share part={inTime} rest={tooLate} whole={answered} />,
    },
    { name: t("column.median"), told: (year) => <Days of={year.median} /> },
    { name: t("column.p90"), told: (year) => <Days of={year.p90} /> },
    { name: t("column.refused"), told: (year) => <Told of={year.refused} /> },
    { name: t("column.reopened"), told: (year) => <Told of={year.reopened} /> },
    {
      name: t("column.satisfied"),
      told: ({ satisfied, rated }) => (
        <>
          <Share part={satisfied} whole={rated} /> <Base of={rated} />
        </>
      ),
    },
    {
      name: t("column.solved"),
      told: ({ solved, rated }) => (
        <>
          <Share part={solved} whole={rated} /> <Base of={rated} />
        </>
      ),
    },
  ];
  return (
    <PublicPage
      title={title}
      description={t("place.description", { name })}
      back={{ href: `/${lang}/statistics`, label: t("title") }}
      unlisted={late.deep}
    >
      <h1>{title}</h1>
      {figures && <PeriodFilter period={period} years={allYears} path={path} />}
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
                { key: "measure", header: t("place.measure"), cell: (row) => row.name, rowHeader: true },
                ...years.map((year) => ({
                  key: year.year,
                  header: year.year,
                  cell: ({ told }: Row) => told(year),
                  align: "end" as const,
                })),
              ]}
              rows={rows}
              rowKey={(row) => row.name}
            />
          }
          files={[axis === "agency" ? "figures-agencies" : "figures-provinces"]}
          method={`${t(`place.counted.${axis}`)} ${t("place.method")}`}
        />
      )}
      {figures && (
        <QuarterFrame
          name={name}
          axis={axis}
          year={figures.quartersOf}
          quarters={figures.quarters}
          asked={period.quarter}
        />
      )}
      <section className="section" id="late">
        <h2>{t("place.lateTitle")}</h2>
        <p>{t("place.lateText")}</p>
        {late.items.length === 0 ? (
          <p>{t("place.lateNone")}</p>
        ) : (
          <ul>
            {late.items.map(({ code, title: words, dueOn }) => (
              <li key={code}>
                <a href={`/${lang}/cases/${code}`} lang={words.lang}>
                  {words.text}
                </a>{" "}
                {words.lang !== lang && <UntranslatedMark />}{" "}
                <span className="muted">
                  <span className="nowrap">{code}</span>,{" "}
                  {t("place.lateDue", { date: dateWords(dueOn, "short", furniture) })}
                </span>
              </li>
            ))}
          </ul>
        )}
        <Pagination newerHref={late.newerHref} olderHref={late.olderHref} byTime={false} />
      </section>
    </PublicPage>
  );
}
