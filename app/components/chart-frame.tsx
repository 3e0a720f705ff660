/** A question with its answer: one sentence, one picture, the table of the same numbers, its files and its definition. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Disclosure } from "./disclosure.tsx";

export function ChartFrame({
  id,
  title,
  sentence,
  chart,
  table,
  files,
  method,
  tableOpen,
}: {
  id: string;
  title: string;
  sentence: ReactNode;
  chart?: ReactNode;
  table: ReactNode;
  /** The names of the open files that hold the numbers. */
  files: readonly string[];
  method: string;
  tableOpen?: boolean;
}) {
  const { t, i18n } = useTranslation("figures");
  return (
    <section className="section chart-frame" id={id}>
      <h2>{title}</h2>
      <p className="chart-frame__answer">{sentence}</p>
      {chart}
      <Disclosure summary={t("frame.table")} open={tableOpen ?? !chart}>
        {table}
      </Disclosure>
      <p className="small cluster">
        {files.map((file) => (
          <a key={file} href={`/open-data/${file}.csv`} download>
            {t("frame.csv", { file: `${file}.csv` })}
          </a>
        ))}
        <a href={`/${i18n.language}/open-data`}>{t("frame.dictionary")}</a>
      </p>
      <p className="small muted">{method}</p>
    </section>
  );
}
