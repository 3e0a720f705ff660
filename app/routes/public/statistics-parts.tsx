import { useTranslation } from "react-i18next";
import { DotStrip, TimeChart } from "../../components/charts.tsx";
import { BoundaryMap } from "../../components/boundary-map.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Filled } from "../../components/filled.tsx";
import { TileMap } from "../../components/tile-map.tsx";
import { Days, isShareTold, Share, Told } from "../../components/told-number.tsx";
import type { Boundaries } from "../../domain/boundaries.ts";
import type { agencyFigures } from "../../http/statistics.ts";
import { spansOf, sumRows } from "./statistics-sums.ts";
import { largest, type Part, useNameOf, useWords } from "./statistics-words.ts";

type Agencies = Awaited<ReturnType<typeof agencyFigures>>;

export function HowMany({ figures, scope, byQuarter }: Part & { byQuarter: boolean }) {
  const { t } = useTranslation("figures");
  const { received, answered, declined, times } = figures;
  const labelOf = (code: string) =>
    byQuarter ? t("period.shortQuarter", { quarter: code.slice(-1) }) : String(Number(code.slice(5)));
  const nameOf = (code: string) =>
    byQuarter
      ? t("period.quarter", { quarter: code.slice(-1), year: code.slice(0, 4) })
      : t("period.month", { month: Number(code.slice(5)), year: code.slice(0, 4) });
  const { rows, sums } = times;
  const shown = rows.map(({ code }) => code);
  const title = t("many.title");
  return (
    <ChartFrame
      id="how-many"
      title={title}
      sentence={
        <Filled
          text={t("many.sentence", { scope })}
          parts={{
            received: <Told of={received} />,
            answered: <Told of={answered} />,
            declined: <Told of={declined} />,
          }}
        />
      }
      chart={
        <TimeChart
          title={title}
          description={t("many.picture", { scope })}
          names={{ first: t("column.received"), second: t("column.answered"), span: t("many.dashed") }}
          spans={{ first: spansOf(shown, sums.received), second: spansOf(shown, sums.answered) }}
          pairs={rows.map(({ code, ...row }) => ({
            label: labelOf(code),
            first: row.received.n,
            second: row.answered.n,
          }))}
        />
      }
      table={
        <DataTable
          label={title}
          columns={[
            { key: "time", header: t("column.time"), cell: (row) => row.name, rowHeader: true },
            {
              key: "received",
              header: t("column.received"),
              cell: ({ received: told }) => told && <Told of={told} />,
              align: "end",
            },
            {
              key: "answered",
              header: t("column.answered"),
              cell: ({ answered: told }) => told && <Told of={told} />,
              align: "end",
            },
          ]}
          rows={[...rows.map((row) => ({ ...row, name: nameOf(row.code) })), ...sumRows(sums, nameOf, t("many.sum"))]}
          rowKey={(row) => row.name}
        />
      }
      files={["figures-country"]}
      method={t("many.method")}
    />
  );
}

export function OnTime({ figures, scope, names, lang, agencies }: Part & { agencies: Agencies }) {
  const { t } = useTranslation("figures");
  const { inTime, tooLate, answered, late, days, quarters } = figures;
  const title = t("time.title");
  const nameOf = useNameOf(names.agency);
  const median = days.find(({ percent }) => percent === 50)?.told;
  const dots = days.flatMap(({ percent, told }) =>
    told.n === null ? [] : [{ label: t("time.dot", { percent, days: told.n }), value: told.n }],
  );
  return (
    <ChartFrame
      id="on-time"
      title={title}
      sentence={
        <Filled
          text={t(
            isShareTold(inTime, tooLate, answered) && median && median.n !== null ? "time.sentence" : "time.few",
            { scope },
          )}
          parts={{
            share: <Share part={inTime} rest={tooLate} whole={answered} />,
            median: median ? <Told of={median} /> : null,
            late: <Told of={late} />,
          }}
        />
      }
      chart={
        dots.length > 0 && (
          <DotStrip title={t("time.days")} description={dots.map(({ label }) => label).join("; ")} dots={dots} />
        )
      }
      table={
        <>
          <DataTable
            label={t("time.days")}
            columns={[
              {
                key: "percent",
                header: t("column.percent"),
                cell: (row) => t("time.percent", { percent: row.percent }),
                rowHeader: true,
              },
              { key: "days", header: t("column.days"), cell: (row) => <Days of={row.told} />, align: "end" },
            ]}
            rows={days}
            rowKey={(row) => String(row.percent)}
          />
          {quarters.length > 0 && (
            <DataTable
              label={t("time.quarters")}
              columns={[
                {
                  key: "quarter",
                  header: t("column.time"),
                  cell: (row) => t("period.shortQuarter", { quarter: row.code.slice(-1) }),
                  rowHeader: true,
                },
                {
                  key: "answered",
                  header: t("column.answered"),
                  cell: (row) => <Told of={row.answered} />,
                  align: "end",
                },
                { key: "inTime", header: t("column.inTime"), cell: (row) => <Told of={row.inTime} />, align: "end" },
              ]}
              rows={quarters}
              rowKey={(row) => row.code}
            />
          )}
          {agencies.length > 0 && (
            <DataTable
              label={t("time.agencies")}
              caption={t("time.agencies")}
              columns={[
                {
                  key: "agency",
                  header: t("column.agency"),
                  cell: (row) => <a href={`/${lang}/statistics/agencies/${row.code}`}>{nameOf(row.code)}</a>,
                  rowHeader: true,
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
                { key: "median", header: t("column.median"), cell: (row) => <Days of={row.median} />, align: "end" },
              ]}
              rows={agencies}
              rowKey={(row) => row.code}
            />
          )}
        </>
      }
      files={["figures-country", "figures-agencies"]}
      method={t("time.method")}
    />
  );
}

export function Where({ figures, scope, names, lang, boundaries }: Part & { boundaries: Boundaries | null }) {
  const { t } = useTranslation(["figures", "periods"]);
  const words = useWords();
  const nameOf = useNameOf(names.province);
  const { provinces } = figures;
  const title = t("where.title");
  const first = largest(provinces);
  const picture = {
    title,
    description: t(boundaries ? "periods:map" : "where.picture", { scope }),
    tiles: Object.keys(names.province).map((code) => {
      const told = provinces.find((row) => row.code === code)?.received;
      return {
        code,
        name: nameOf(code),
        n: told?.n ?? null,
        words: told ? words(told) : t("state.merged"),
        href: `/${lang}/statistics/provinces/${code}`,
      };
    }),
  };
  return (
    <ChartFrame
      id="where"
      title={title}
      sentence={
        first ? (
          <Filled
            text={t("where.sentence", { scope, name: nameOf(first.code) })}
            parts={{ received: <Told of={first.received} /> }}
          />
        ) : (
          t("where.none")
        )
      }
      chart={boundaries ? <BoundaryMap {...picture} boundaries={boundaries} /> : <TileMap {...picture} />}
      table={
        <DataTable
          label={title}
          columns={[
            {
              key: "province",
              header: t("column.province"),
              cell: (row) => nameOf(row.code),
              rowHeader: true,
            },
            { key: "received", header: t("column.received"), cell: (row) => <Told of={row.received} />, align: "end" },
            { key: "answered", header: t("column.answered"), cell: (row) => <Told of={row.answered} />, align: "end" },
          ]}
          rows={provinces}
          rowKey={(row) => row.code}
          dense
        />
      }
      files={["figures-provinces"]}
      method={t("where.method")}
    />
  );
}
