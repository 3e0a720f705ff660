import { useTranslation } from "react-i18next";
import { BarChart } from "../../components/charts.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { SelectField } from "../../components/field.tsx";
import { Filled } from "../../components/filled.tsx";
import { FilterForm } from "../../components/filter-form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Told } from "../../components/told-number.tsx";
import type { PlacePeriod, PlaceQuarter } from "../../http/statistics-period.ts";
import { useWords } from "./statistics-words.ts";

/** The choice of a year or a quarter, and what is said of one that is not known. */
export function PeriodFilter({
  period,
  years,
  path,
}: {
  period: PlacePeriod;
  years: readonly string[];
  /** The address of the page without its query. */
  path: string;
}) {
  const { t } = useTranslation(["periods", "figures"]);
  const options = years.flatMap((year) => [
    { value: year, label: t("figures:period.year", { year }) },
    ...[1, 2, 3, 4].map((quarter) => ({
      value: `${year}-Q${quarter}`,
      label: t("figures:period.quarter", { quarter, year }),
    })),
  ]);
  return (
    <>
      {period.unknown && <Notice tone="warning">{t("unknown")}</Notice>}
      <FilterForm action={path} title={t("figures:filter")} clearHref={period.year ? path : undefined}>
        <SelectField
          name="period"
          label={t("figures:filterPeriod")}
          options={[{ value: "", label: t("every") }, ...options]}
          defaultValue={period.quarter ?? period.year ?? ""}
        />
      </FilterForm>
    </>
  );
}

const measures = ["received", "answered", "refused", "reopened", "rated"] as const;

/** The quarters of a year at one place; of a quarter that was asked for, its numbers in a sentence. */
export function QuarterFrame({
  name,
  axis,
  year,
  quarters,
  asked,
}: {
  name: string;
  axis: "agency" | "province";
  year: string;
  quarters: readonly PlaceQuarter[];
  asked: string | null;
}) {
  const { t } = useTranslation(["periods", "figures"]);
  const words = useWords();
  const title = t("title", { year });
  const one = quarters.find(({ quarter }) => quarter === asked);
  const nameOf = (quarter: string) => t("figures:period.shortQuarter", { quarter: quarter.slice(-1) });
  const come = axis === "agency" ? "assigned" : "received";
  return (
    <ChartFrame
      id="quarters"
      title={title}
      sentence={
        one ? (
          <Filled
            text={t(`sentence.${come}`, {
              period: t("figures:period.quarter", { quarter: one.quarter.slice(-1), year }),
            })}
            parts={{ received: <Told of={one.received} />, answered: <Told of={one.answered} /> }}
          />
        ) : (
          t("about")
        )
      }
      chart={
        <BarChart
          title={title}
          description={t("picture", { name, year })}
          bars={quarters.map(({ quarter, answered }) => ({
            label: t("bar", { quarter: nameOf(quarter) }),
            n: answered.n,
            words: words(answered),
          }))}
        />
      }
      tableOpen
      table={
        <DataTable
          label={title}
          columns={[
            {
              key: "measure",
              header: t("figures:place.measure"),
              cell: (measure) =>
                measure === "rated" || measure === "refused"
                  ? t(measure)
                  : t(`figures:column.${measure === "received" ? come : measure}`),
              rowHeader: true,
            },
            ...quarters.map((row) => ({
              key: row.quarter,
              header: nameOf(row.quarter),
              cell: (measure: (typeof measures)[number]) => <Told of={row[measure]} />,
              align: "end" as const,
            })),
          ]}
          rows={measures}
          rowKey={(measure) => measure}
        />
      }
      files={[axis === "agency" ? "figures-agencies" : "figures-provinces"]}
      method={t("method")}
    />
  );
}
