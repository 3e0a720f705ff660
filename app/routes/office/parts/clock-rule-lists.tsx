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
    <ul className="plain-list people column">
      {page.budgets.map((rule) => (
        <li key={rule.id} className="box">
          <h3>{rule.agency ?? t("clock.everyAgency")}</h3>
          <p>
            {t("clock.yearly", { count: rule.perYear })} {t("clock.each", { count: rule.perCase })}
          </p>
          <p>
            {t("clock.valid")} <Validity rule={rule} />
          </p>
          <p className="muted">
            {rule.basis}. {t("clock.set")}: <Setter rule={rule} />
          </p>
        </li>
      ))}
    </ul>
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
