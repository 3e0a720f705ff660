import { useTranslation } from "react-i18next";
import { dateWords } from "../../../components/date-words.ts";
import { Dl } from "../../../components/dl.tsx";
import { TextArea, TextField } from "../../../components/field.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import type { ActProps } from "./act-form.tsx";
import { useFormWords } from "./form-words.ts";

/** What an officer says who asks for more time, with what the settings allow. */
export function AskExtensionFields({ page, state }: ActProps) {
  const { t } = useTranslation("clocks");
  const { field } = useFormWords("ask-extension", state);
  const { most, unit } = page.extension;
  return (
    <>
      <BudgetLine page={page} />
      <TextField
        {...field("days")}
        hint={most === null ? undefined : t("most", { days: t(unit, { count: most }) })}
        width="short"
        inputMode="numeric"
        autoComplete="off"
      />
      <TextArea {...field("reason")} rows={4} />
    </>
  );
}

/** What the leader signs: how many days, until when, why, and what is left of the year. */
export function AskedExtension({ page }: Pick<ActProps, "page">) {
  const { t } = useTranslation("clocks");
  const { t: furniture } = useTranslation("furniture");
  const { asked, unit } = page.extension;
  if (!asked) return null;
  return (
    <>
      <Dl
        look="stacked"
        pairs={[
          { label: t("asked"), value: t(unit, { count: asked.units }) },
          { label: t("newDate"), value: dateWords(asked.dueOn, "long", furniture) },
          { label: t("reason"), value: <LangText text={asked.reason} lang="vi" /> },
        ]}
      />
      <BudgetLine page={page} />
    </>
  );
}

function BudgetLine({ page }: Pick<ActProps, "page">) {
  const { t } = useTranslation("clocks");
  const { budget } = page.extension;
  return budget && <p className="muted">{t("budget", { used: budget.used, perYear: budget.perYear })}</p>;
}
