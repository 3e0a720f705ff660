import { useTranslation } from "react-i18next";
import type { ShownRule } from "../../../http/rules-page.ts";
import { RuleWords } from "./rule-list.tsx";

/** What is new and what is gone against the version in force; a changed rule is both. */
export function RuleChanges({
  before,
  rules,
}: {
  before: { readonly id: number; readonly rules: readonly ShownRule[] };
  rules: readonly ShownRule[];
}) {
  const { t } = useTranslation("routing");
  const added = rules.filter((rule) => !before.rules.some(({ text }) => text === rule.text));
  const gone = before.rules.filter((rule) => !rules.some(({ text }) => text === rule.text));
  const order = (list: readonly ShownRule[], others: readonly ShownRule[]) =>
    list.filter(({ text }) => others.some((one) => one.text === text)).map(({ text }) => text);
  const moved = order(rules, before.rules).join() !== order(before.rules, rules).join();
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t("changes.title", { set: before.id })}</h2>
      {added.length + gone.length === 0 && !moved && <p>{t("changes.none")}</p>}
      {moved && <p>{t("changes.order")}</p>}
      {added.length > 0 && <Side title={t("changes.added")} rules={added} />}
      {gone.length > 0 && <Side title={t("changes.gone")} rules={gone} />}
    </section>
  );
}

function Side({ title, rules }: { title: string; rules: readonly ShownRule[] }) {
  const { t } = useTranslation("routing");
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain-list">
        {rules.map((rule) => (
          <li key={rule.text}>
            <p className="strong">{t("ruleNo", { rule: rule.position, name: rule.name })}</p>
            <RuleWords rule={rule} />
          </li>
        ))}
      </ul>
    </>
  );
}
