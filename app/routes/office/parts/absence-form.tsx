import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { SelectField, TextField } from "../../../components/field.tsx";
import type { AbsencesPage } from "../../../http/absences-page.ts";
import { type FormState, useFormWords } from "./form-words.ts";

/** From when to when somebody is away, and who stands in. */
export function AbsenceForm({ page, state }: { page: AbsencesPage; state: FormState | null }) {
  const { t } = useTranslation("absences");
  const { field } = useFormWords("absence", state);
  const { defaultValue: substitute, ...words } = field("substitute");
  if (page.substitutes.length === 0) return <p>{t("nobody")}</p>;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="_act" value="set" />
      <input type="hidden" name="staffId" value={page.person.id} />
      <TextField {...field("fromDay", page.today)} type="date" width="short" />
      <TextField {...field("toDay")} type="date" width="short" />
      <SelectField {...words} defaultValue={substitute} options={page.substitutes} width="full" />
      <Button>{t("set")}</Button>
    </form>
  );
}
