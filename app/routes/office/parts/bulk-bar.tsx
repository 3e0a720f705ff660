import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Checkbox } from "../../../components/choice-field.tsx";
import { SelectField } from "../../../components/field.tsx";
import { type BulkAct, MOST_AT_ONCE } from "../../../domain/bulk-acts.ts";

/** What to do with the selected rows, or with everything that the list finds. */
export function BulkBar({ acts, query, found }: { acts: readonly BulkAct[]; query: string; found: number | null }) {
  const { t } = useTranslation(["bulk", "office"]);
  if (acts.length === 0) return null;
  const count = found !== null && found <= MOST_AT_ONCE ? { count: found } : null;
  return (
    <fieldset className="bulk-bar">
      <legend className="strong">{t("title")}</legend>
      <input type="hidden" name="query" value={query} />
      {found !== null && (
        <Checkbox name="all" value="yes" label={count ? t("all", count) : t("allMany", { most: MOST_AT_ONCE })} />
      )}
      <div className="cluster">
        <SelectField
          name="act"
          id="bulk-act"
          label={t("act")}
          options={acts.map((value) => ({ value, label: t(`office:act.${value}`) }))}
          empty={null}
        />
        <Button variant="secondary">{t("choose")}</Button>
      </div>
    </fieldset>
  );
}
