import { useTranslation } from "react-i18next";
import { numberWords } from "../../components/answer-words.ts";
import { amountWords } from "../../components/barrier-words.ts";
import { Button, ButtonLink } from "../../components/button.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Notice } from "../../components/notice.tsx";
import { ProvisionList } from "../../components/provision-list.tsx";
import { SummaryList } from "../../components/summary-list.tsx";
import { provisionsOf } from "../../domain/barrier.ts";
import type { TableProblem } from "../../domain/barrier-table.ts";
import type { Lang } from "../../domain/case-kind.ts";
import { fieldsOf } from "../../domain/form-steps.ts";
import { openingWords } from "../../domain/text.ts";
import type { Dossier } from "../../../db/dossiers.ts";
import type { StoredTable } from "../../../db/tables.ts";
import { useFieldWords } from "../../components/field-words.ts";
import { tableAddress } from "./submission-address.ts";

/** As many wrong cells as a person corrects in one go. */
const MOST_SHOWN = 100;

/** Each wrong cell with its line, its column and what to do. */
export function TableProblems({ problems }: { problems: readonly TableProblem[] }) {
  const { t, i18n } = useTranslation("barrier");
  const { errorOf } = useFieldWords("barrier");
  if (problems.length === 0) return null;
  const columnOf = ({ column, line }: TableProblem) =>
    column === null ? t(line === null ? "table.whole" : "table.row") : t(`table.columns.${column}`);
  const reasonOf = ({ column, rule, heading }: TableProblem) => {
    const own = `table.errors.${rule}`;
    if (column === null || rule === "no-column" || rule === "column-twice")
      return t(i18n.exists(`barrier:${own}`) ? own : "table.errors.wrong", {
        column: column === null ? (heading ?? "") : t(`table.columns.${column}`),
        n: 1,
      });
    const field = column === "provisions" && rule === "empty" ? "legalDocument" : column;
    return errorOf({ [field]: rule }, field) ?? "";
  };
  const shown = problems.slice(0, MOST_SHOWN).map((problem, index) => ({ ...problem, index }));
  return (
    <section id="problems" tabIndex={-1}>
      <h2>{t("table.problemsTitle")}</h2>
      <DataTable
        label={t("table.problemsTitle")}
        rows={shown}
        rowKey={({ index }) => String(index)}
        columns={[
          { key: "line", header: t("table.line"), cell: ({ line }) => line ?? t("table.whole"), rowHeader: true },
          { key: "column", header: t("table.column"), cell: columnOf },
          { key: "reason", header: t("table.reason"), cell: reasonOf },
        ]}
      />
      {problems.length > MOST_SHOWN && <p>{t("table.more", { n: problems.length - MOST_SHOWN })}</p>}
    </section>
  );
}

const amounts = ["hoursPerYear", "moneyPerYear", "timesPerYear"] as const;

/** The rows as they were understood, who sends them, and the two ways on. */
export function CheckedTable({ table, lang }: { table: StoredTable; lang: Lang }) {
  const { t } = useTranslation("barrier");
  const { t: forms } = useTranslation("forms");
  const { labelOf } = useFieldWords("barrier");
  const { rows, sender } = table;
  const same = rows.filter(({ sameAs }) => sameAs !== null).length;
  const cost = (answers: Readonly<Record<string, string>>) =>
    amounts.flatMap((name) => amountWords(t, lang, name, answers[name] ?? "") ?? []).join("; ");
  return (
    <>
      <p className="column">{t("table.checkLead", { n: rows.length })}</p>
      {same > 0 && <Notice tone="warning">{t("table.sameNotice", { n: same })}</Notice>}
      <DataTable
        label={t("table.checkTitle")}
        rows={rows}
        rowKey={({ line }) => String(line)}
        columns={[
          {
            key: "line",
            header: t("table.line"),
            cell: ({ line }) => numberWords(String(line), lang),
            rowHeader: true,
          },
          {
            key: "provisions",
            header: t("table.provisions"),
            cell: ({ answers }) => <ProvisionList references={provisionsOf(answers)} />,
          },
          {
            key: "content",
            header: t("table.content"),
            cell: ({ answers, sameAs }) => (
              <>
                {openingWords(answers.content ?? "", 160)}
                {sameAs !== null && <strong> ({t("table.same", { line: sameAs })})</strong>}
              </>
            ),
          },
          { key: "cost", header: t("table.cost"), cell: ({ answers }) => cost(answers) },
        ]}
      />
      <section>
        <h2>{t("table.sender")}</h2>
        <SummaryList
          answers={fieldsOf("barrier", "who")
            .filter((name) => sender[name])
            .map((name) => ({
              label: labelOf(name),
              value: forms(`options.${name}.${sender[name]}`, { defaultValue: sender[name] ?? "" }),
            }))}
        />
      </section>
      <form method="post" action={tableAddress(lang)} className="cluster">
        <input type="hidden" name="key" value={table.key} />
        <Button icon="send" name="act" value="file">
          {t("table.send", { n: rows.length })}
        </Button>
        <Button variant="quiet" name="act" value="discard">
          {t("table.discard")}
        </Button>
      </form>
    </>
  );
}

/** One code for all, and each case with its own code and secret. */
export function FiledTable({ title, dossier, lang }: { title: string; dossier: Dossier; lang: Lang }) {
  const { t } = useTranslation("barrier");
  return (
    <>
      <h1>{title}</h1>
      <dl className="dl">
        <div className="dl__row">
          <dt>{t("table.dossier")}</dt>
          <dd>
            <CodeText mark="code" large>
              {dossier.code}
            </CodeText>
          </dd>
        </div>
      </dl>
      <Notice tone="warning">{t("table.doneLead")}</Notice>
      <p className="cluster no-print">
        <ButtonLink href={`/${lang}/submit/barrier/table/codes.csv`}>{t("table.download")}</ButtonLink>
        <a href={tableAddress(lang)}>{t("table.another")}</a>
      </p>
      <DataTable
        label={title}
        rows={dossier.rows}
        rowKey={({ code }) => code}
        columns={[
          { key: "line", header: t("table.line"), cell: ({ line }) => line },
          { key: "code", header: t("table.code"), cell: ({ code }) => <CodeText>{code}</CodeText>, rowHeader: true },
          {
            key: "secret",
            header: t("table.secret"),
            cell: ({ secret }) => <CodeText>{secret}</CodeText>,
            nowrap: true,
          },
          { key: "title", header: t("table.caseTitle"), cell: ({ title: said }) => said },
        ]}
      />
    </>
  );
}
