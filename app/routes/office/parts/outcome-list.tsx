import { useTranslation } from "react-i18next";
import { Dl } from "../../../components/dl.tsx";
import { Time } from "../../../components/time.tsx";
import type { CasePage } from "../../../http/case-page.ts";

const days: readonly string[] = ["changedOn", "promisedOn"];

/** A fact of an outcome that is a day, kept as `2026-12-05` and shown as people write days. */
export const isDay = (name: string, value: string): boolean => days.includes(name) && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** What an answer shows for itself: the kind of outcome and its facts. */
export function OutcomeList({
  page,
  answer,
}: {
  page: Pick<CasePage, "outcomeFields">;
  answer: Pick<NonNullable<CasePage["answer"]>, "outcome" | "lang">;
}) {
  const { t } = useTranslation(["office", "domain"]);
  const { outcome, lang } = answer;
  const [kind, names] = Object.entries(page.outcomeFields).find(([known]) => known === outcome.kind) ?? [];
  if (!kind || !names) return null;
  return (
    <Dl
      look="tight"
      pairs={[
        { label: t("fields.any.kind.label"), value: t(`domain:outcome.${kind}`) },
        ...names.map((name) => {
          const value = outcome[name] ?? "";
          return {
            label: t(`fields.any.${name}.label`),
            value: isDay(name, value) ? <Time value={value} /> : value,
            lang,
          };
        }),
      ]}
    />
  );
}
