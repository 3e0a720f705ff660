import { useTranslation } from "react-i18next";
import { BarChart } from "../../components/charts.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Filled } from "../../components/filled.tsx";
import { isShareTold, Share, Told, type ToldValue } from "../../components/told-number.tsx";
import { kinds } from "../../domain/case-kind.ts";
import { largest, type Part, useNameOf, useWords } from "./statistics-words.ts";

export function AboutWhat({ figures, scope, names }: Part) {
  const { t } = useTranslation("figures");
  const { t: domain } = useTranslation("domain");
  const words = useWords();
  const nameOf = useNameOf(names.field);
  const { fieldKinds } = figures;
  // The largest first; what has no number or no name, last.
  const sizeOf = ({ code, received }: (typeof figures.fields)[number]) =>
    code === "*" || code === "none" ? -1 : (received.n ?? 0);
  const fields = figures.fields.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  const title = t("what.title");
  const first = largest(fields);
  const most = Math.max(1, ...fieldKinds.flatMap(({ cells }) => cells.map(({ n }) => n ?? 0)));
  const heat = (n: number | null) => (n ? Math.ceil((n / most) * 3) : 0);
  return (
    <ChartFrame
      id="about-what"
      title={title}
      sentence={
        first ? (
          <Filled
            text={t("what.sentence", { scope, name: nameOf(first.code) })}
            parts={{ received: <Told of={first.received} /> }}
          />
        ) : (
          t("what.none")
        )
      }
      chart={
        <BarChart
          title={title}
          description={t("what.picture", { scope })}
          bars={fields.map(({ code, received }) => ({ label: nameOf(code), n: received.n, words: words(received) }))}
        />
      }
      table={
        <DataTable
          label={title}
          columns={[
            { key: "field", header: t("column.field"), cell: (row) => nameOf(row.code), rowHeader: true },
            { key: "received", header: t("column.received"), cell: (row) => <Told of={row.received} />, align: "end" },
            ...(fieldKinds.length === 0
              ? []
              : kinds.map((kind, place) => ({
                  key: kind,
                  header: domain(`kind.${kind}`),
                  align: "end" as const,
                  cell: (row: (typeof fields)[number]) => {
                    const told = fieldKinds.find(({ code }) => code === row.code)?.cells[place];
                    return (
                      told && (
                        <span className={`heat heat--${heat(told.n)}`}>
                          <Told of={told} />
                        </span>
                      )
                    );
                  },
                }))),
          ]}
          rows={fields}
          rowKey={(row) => row.code}
          dense
        />
      }
      files={["figures-fields"]}
      method={t("what.method")}
    />
  );
}

export function Content({ figures, scope }: Part) {
  const { t } = useTranslation("figures");
  const { t: domain } = useTranslation("domain");
  const words = useWords();
  const { rated, satisfied, solved, levels, reasons } = figures;
  const title = t("content.title");
  const rows = [
    ...levels.map(({ level, told }) => ({ key: level, name: domain(`rating.${level}`), told })),
    { key: "satisfied", name: t("content.satisfied"), told: satisfied },
    { key: "solved", name: t("content.solved"), told: solved },
  ];
  const why = reasons.map(({ reason, told }) => ({ key: reason, name: t(`reason.${reason}`), told }));
  return (
    <ChartFrame
      id="content"
      title={title}
      sentence={
        <Filled
          text={t(isShareTold(satisfied, undefined, rated) ? "content.sentence" : "content.few", { scope })}
          parts={{
            rated: <Told of={rated} />,
            satisfied: <Share part={satisfied} whole={rated} />,
            solved: <Share part={solved} whole={rated} />,
          }}
        />
      }
      chart={
        <BarChart
          title={title}
          description={t("content.picture", { scope })}
          bars={rows.map(({ name, told }) => ({ label: name, n: told.n, words: words(told) }))}
        />
      }
      table={<NamedTable label={title} rows={[...rows, ...why]} />}
      files={["figures-country"]}
      method={t("content.method")}
    />
  );
}

export function WhatChanged({ figures, scope }: Part) {
  const { t } = useTranslation("figures");
  const { t: domain } = useTranslation("domain");
  const words = useWords();
  const { outcomes, answered, reopened, refused } = figures;
  const solved = outcomes.find(({ outcome }) => outcome === "solved")?.told;
  const title = t("changed.title");
  const rows = outcomes.map(({ outcome, told }) => ({ key: outcome, name: domain(`outcome.${outcome}`), told }));
  return (
    <ChartFrame
      id="what-changed"
      title={title}
      sentence={
        <Filled
          text={t("changed.sentence", { scope })}
          parts={{
            answered: <Told of={answered} />,
            solved: solved ? <Told of={solved} /> : null,
            reopened: <Told of={reopened} />,
          }}
        />
      }
      chart={
        <BarChart
          title={title}
          description={t("changed.picture", { scope })}
          bars={rows.map(({ name, told }) => ({ label: name, n: told.n, words: words(told) }))}
        />
      }
      table={
        <NamedTable
          label={title}
          rows={[
            ...rows,
            { key: "reopened", name: t("column.reopened"), told: reopened },
            { key: "refused", name: t("column.refused"), told: refused },
          ]}
        />
      }
      files={["figures-country"]}
      method={t("changed.method")}
    />
  );
}

function NamedTable({
  label,
  rows,
}: {
  label: string;
  rows: readonly { key: string; name: string; told: ToldValue }[];
}) {
  const { t } = useTranslation("figures");
  return (
    <DataTable
      label={label}
      columns={[
        { key: "name", header: t("column.what"), cell: (row) => row.name, rowHeader: true },
        { key: "n", header: t("column.number"), cell: (row) => <Told of={row.told} />, align: "end" },
      ]}
      rows={rows}
      rowKey={(row) => row.key}
    />
  );
}
