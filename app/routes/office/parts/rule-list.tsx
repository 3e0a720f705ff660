import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ShownRule } from "../../../http/rules-page.ts";

/** Rules in the order in which they are asked, in words; `after` adds what can be done with one. */
export function RuleList({ rules, after }: { rules: readonly ShownRule[]; after?: (rule: ShownRule) => ReactNode }) {
  const { t } = useTranslation("routing");
  if (rules.length === 0) return <p className="muted">{t("noRules")}</p>;
  return (
    <ol className="plain-list">
      {rules.map((rule) => (
        <li key={rule.position}>
          <h3>{t("ruleNo", { rule: rule.position, name: rule.name })}</h3>
          <RuleWords rule={rule} />
          {after?.(rule)}
        </li>
      ))}
    </ol>
  );
}

/** When, then: one rule as two sentences. */
export function RuleWords({ rule }: { rule: ShownRule }) {
  const { t } = useTranslation("routing");
  const given = [
    rule.field && t("then.field", { field: rule.field }),
    rule.level && t("then.level", { level: t(`level.${rule.level}`) }),
  ].filter(Boolean);
  return (
    <>
      <p>
        {t("when")}{" "}
        {rule.conditions.map(({ name, values }) => `${t(`field.${name}`)}: ${values.join(` ${t("or")} `)}`).join("; ")}
      </p>
      <p>
        {t(`mode.${rule.mode}`)}:{" "}
        <strong>{t(`then.${rule.target}`, { agency: rule.agency, department: rule.department ?? "" })}</strong>
        {given.length > 0 && `; ${given.join("; ")}`}
      </p>
    </>
  );
}
