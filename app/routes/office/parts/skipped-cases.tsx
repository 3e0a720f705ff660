import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CodeText } from "../../../components/code-text.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { useProblemWords } from "./use-problem-words.ts";

/** The cases that an act on many at once does not change, each with the reason in words. */
export function SkippedCases({ cases }: { cases: readonly { readonly code: string; readonly problem: string }[] }) {
  const { t } = useTranslation(["bulk", "office"]);
  const words = useProblemWords();
  return (
    <DataTable
      dense
      label={t("skipped")}
      rows={cases}
      rowKey={(row) => row.code}
      columns={[
        {
          key: "code",
          header: t("office:queue.case"),
          rowHeader: true,
          nowrap: true,
          cell: (row) => (
            <Link to={`/office/cases/${row.code}`}>
              <CodeText>{row.code}</CodeText>
            </Link>
          ),
        },
        { key: "why", header: t("why"), cell: (row) => words(row.problem) },
      ]}
    />
  );
}
