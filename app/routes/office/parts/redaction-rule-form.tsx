import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { SelectField, TextField } from "../../../components/field.tsx";
import { type MaskReason, maskReasons } from "../../../domain/mask.ts";
import { type FormState, useFormWords } from "./form-words.ts";

interface Rule {
  readonly id: number;
  readonly version: number;
  readonly words: string;
  readonly reason: MaskReason;
  readonly note: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A new rule, or the end of one that is known: its words and reason are for good. */
export function RedactionRuleForm({ rule, state }: { rule: Rule | null; state: FormState | null }) {
  const { t } = useTranslation("publishing");
  const words = useFormWords("redaction-rule", state);
  const field = (name: string, stored?: string | null) => {
    const own = words.field(name, stored);
    return rule ? { ...own, id: `${own.id}-${rule.id}` } : own;
  };
  return (
    <form method="post" noValidate>
      {rule ? (
        <>
          <input type="hidden" name="id" value={rule.id} />
          <input type="hidden" name="version" value={rule.version} />
        </>
      ) : (
        <>
          <TextField {...field("words")} autoComplete="off" />
          <SelectField
            {...field("reason")}
            options={maskReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          />
          <TextField {...field("validFrom")} type="date" width="short" optional />
        </>
      )}
      <TextField {...field("note", rule?.note)} />
      <TextField {...field("validTo", rule?.validTo)} type="date" width="short" optional />
      <Button>{t("rules.save")}</Button>
    </form>
  );
}
