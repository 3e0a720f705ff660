import { useTranslation } from "react-i18next";
import { SelectField, TextArea, TextField } from "../../../components/field.tsx";
import { takedownReasons } from "../../../domain/takedown.ts";
import type { ActProps } from "./act-form.tsx";
import { useFormWords } from "./form-words.ts";

/** Why a case is taken off the public pages: what the public log tells, and what stays in the office. */
export function UnpublishFields({ state }: Pick<ActProps, "state">) {
  const { t } = useTranslation("publishing");
  const { field } = useFormWords("unpublish", state);
  return (
    <>
      <SelectField
        {...field("category")}
        options={takedownReasons.map((value) => ({ value, label: t(`category.${value}`) }))}
        width="full"
      />
      <TextField {...field("ground")} optional />
      <TextArea {...field("reason")} rows={3} />
    </>
  );
}
