import { useTranslation } from "react-i18next";
import { dateWords } from "../../../components/date-words.ts";
import { DataTable } from "../../../components/data-table.tsx";
import { Time } from "../../../components/time.tsx";
import type { ClockRulesPage } from "../../../http/clock-rules-page.ts";

type Budget = ClockRulesPage["budgets"][number];
type WarningSet = ClockRulesPage["warnings"][number];
/** What is as old as the portal has no first day worth saying. */
const ALWAYS = "1945-09-02";
const tones = { planned: "info", "in-force": "fine", ended: "quiet" } as const;

/** Every budget there was, is and will be. */
export function BudgetRules({ page }: { page: ClockRulesPage }) {
  const { t } = useTranslation("extensions");
  return (
    <DataTable
      label={t("clock.budgets")}
      rows={page.budgets}
      rowKey={(row) => String(row.id)}
      columns={[
        {
          key: "agency",
          header: t("agency"),
          rowHeader: true,
          cell: (row) => row.agency ?? t("clock.everyAgency"),
        },
        { key: "perYear", header: t("perYear"), align: "end", cell: (row) => row.perYear },
        { key: "perCase", header: t("perCase"), align: "end", cell: (row) => row.perCase },
        { key: "valid", header: t("clock.valid"), cell: (row) => <Validity rule={row} /> },
        { key: "basis", header: t("clock.basis"), cell: (row) => row.basis },
        { key: "set", header: t("clock.set"), cell: (row) => <Setter rule={row} /> },
      ]}
    />
  );
}

/** Every set of steps there was, is and will be. */
export function WarningSets({ page }: { page: ClockRulesPage }) {
  const { t } = useTranslation("extensions");
  const { t: furniture } = useTranslation("furniture");
  return page.warnings.map((set) => (
    <div key={set.from}>
      <h3>
        {t("clock.validFor")} <Validity rule={set} />
      </h3>
      <p className="muted">
        {set.basis}. {t("clock.set")}: <Setter rule={set} />
      </p>
      <DataTable
        label={t("clock.stepsFrom", { day: dateWords(set.from, "short", furniture) })}
        rows={set.steps}
        rowKey={(row) => String(row.position)}
        columns={[
          { key: "step", header: t("clock.step"), align: "end", cell: (row) => row.position },
          { key: "when", header: t("clock.when"), rowHeader: true, cell: (row) => <When days={row.afterDays} /> },
          { key: "whom", header: t("clock.whom"), cell: (row) => t(`clock.tells.${row.tells}`) },
        ]}
      />
    </div>
  ));
}

function When({ days }: { days: number }) {
  const { t } = useTranslation("extensions");
  if (days === 0) return t("clock.on");
  return t(days < 0 ? "clock.before" : "clock.after", { count: Math.abs(days) });
}

function Validity({ rule }: { rule: Pick<Budget | WarningSet, "from" | "to" | "standing"> }) {
  const { t } = useTranslation("extensions");
  return (
    <>
      {rule.from > ALWAYS ? (
        <>
          {t("clock.from")} <Time value={rule.from} />{" "}
        </>
      ) : (
        `${t("clock.always")} `
      )}
      {rule.to && (
        <>
          {t("clock.until")} <Time value={rule.to} />{" "}
        </>
      )}
      <span className={`badge badge--${tones[rule.standing]}`}>{t(`clock.standing.${rule.standing}`)}</span>
    </>
  );
}

function Setter({ rule }: { rule: Pick<Budget | WarningSet, "set"> }) {
  const { t } = useTranslation("extensions");
  if (!rule.set) return t("clock.shipped");
  return (
    <>
      <bdi>{rule.set.by}</bdi>, <Time value={rule.set.at} format="time" />
    </>
  );
}
