import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { SelectField, TextField } from "../../../components/field.tsx";
import type { LawsPage } from "../../../http/laws-page.ts";
import { type FormState, useFormWords } from "./form-words.ts";

/** A document that is not known yet, or what is known of one. Its number is for good: letters cite it. */
export function LawForm({
  law,
  agencies,
  state,
}: {
  law: LawsPage["opened"];
  agencies: LawsPage["agencies"];
  state: FormState | null;
}) {
  const { t } = useTranslation("laws");
  const { field } = useFormWords("law", state);
  return (
    <form method="post" noValidate>
      {law ? (
        <>
          <input type="hidden" name="key" value={law.key} />
          <input type="hidden" name="version" value={law.version} />
        </>
      ) : (
        <TextField {...field("document")} lang="vi" autoComplete="off" />
      )}
      <TextField {...field("titleVi", law?.titleVi)} lang="vi" />
      <TextField {...field("titleEn", law?.titleEn)} lang="en" />
      <TextField {...field("validFrom", law?.validFrom)} type="date" width="short" />
      <TextField {...field("validTo", law?.validTo)} type="date" width="short" optional />
      <TextField {...field("replacedBy", law?.successor)} autoComplete="off" optional />
      <SelectField {...field("drafterId", law?.drafterId ? String(law.drafterId) : null)} options={agencies} optional />
      <Button>{t("save")}</Button>
    </form>
  );
}
