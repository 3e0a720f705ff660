import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DataTable } from "../../../components/data-table.tsx";
import type { ExtensionsPage } from "../../../http/extensions-page.ts";

type Budget = ExtensionsPage["budgets"][number];

/** What agencies may sign in the year, have signed and have left; the bar says nothing that the figures do not. */
export function BudgetTable({ page }: { page: ExtensionsPage }) {
  const { t } = useTranslation("extensions");
  const { budgets, basis, year, agency, seesAll } = page;
  const label = t("budgets", { year });
  if (budgets.length === 0) return <p className="muted">{t("noBudgets", { year })}</p>;
  return (
    <section>
      <DataTable
        label={label}
        caption={label}
        cards
        rows={budgets}
        rowKey={(row) => String(row.id)}
        columns={[
          {
            key: "agency",
            header: t("agency"),
            rowHeader: true,
            cell: (row) => (
              <div className="desk">
                {seesAll && !agency ? (
                  <Link to={`/office/extensions?agency=${row.id}&year=${year}`}>{row.name}</Link>
                ) : (
                  row.name
                )}
                <BudgetBar budget={row} />
              </div>
            ),
          },
          { key: "perYear", header: t("perYear"), align: "end", cell: (row) => row.perYear },
          { key: "used", header: t("used"), align: "end", cell: (row) => row.used },
          {
            key: "left",
            header: t("left"),
            align: "end",
            cell: (row) => <strong>{row.left}</strong>,
          },
          { key: "perCase", header: t("perCase"), align: "end", cell: (row) => row.perCase },
        ]}
      />
      {basis && <p className="muted">{basis}</p>}
    </section>
  );
}

function BudgetBar({ budget }: { budget: Budget }) {
  const span = Math.max(budget.perYear, budget.used, 1);
  const x = (value: number) => Math.round((value / span) * 10000) / 100;
  const inside = Math.min(budget.used, budget.perYear);
  const beyond = budget.used - inside;
  return (
    <svg className="bar" width="100%" height="14" aria-hidden="true" focusable="false">
      <line className="bar__track" x1="0" x2="100%" y1="7" y2="7" />
      {inside > 0 && <rect className="bar__fill" x="0" y="2" width={`${x(inside)}%`} height="10" />}
      {beyond > 0 && <rect className="bar__late" x={`${x(inside)}%`} y="2" width={`${x(beyond)}%`} height="10" />}
    </svg>
  );
}
