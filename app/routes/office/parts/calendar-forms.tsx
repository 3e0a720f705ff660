import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Disclosure } from "../../../components/disclosure.tsx";
import { SelectField, TextField } from "../../../components/field.tsx";
import { type FieldWords, type FormState, useFormWords } from "./form-words.ts";

/** The two ways to prepare a change: one day, or a swap of two. */
export function CalendarForms({ state }: { state: FormState | null }) {
  const { t } = useTranslation("clocks");
  return (
    <div className="moves column">
      <Disclosure id="calendar-day" summary={t("calendar.change")} open={state?.form === "calendar-day"}>
        <DayForm state={state} />
      </Disclosure>
      <Disclosure id="calendar-swap" summary={t("calendar.swap")} open={state?.form === "calendar-swap"}>
        <p className="muted">{t("calendar.swapAbout")}</p>
        <SwapForm state={state} />
      </Disclosure>
    </div>
  );
}

function DayForm({ state }: { state: FormState | null }) {
  const { t } = useTranslation("clocks");
  const { field } = useFormWords("calendar-day", state);
  const { defaultValue: kind, ...kindWords } = field("kind");
  return (
    <form method="post" noValidate>
      <input type="hidden" name="_act" value="day" />
      <TextField {...field("date")} type="date" width="short" />
      <SelectField
        {...kindWords}
        defaultValue={kind}
        options={(["off", "working", "plain"] as const).map((value) => ({ value, label: t(`calendar.${value}`) }))}
      />
      <Words field={field} />
      <Button>{t("calendar.keep")}</Button>
    </form>
  );
}

function SwapForm({ state }: { state: FormState | null }) {
  const { t } = useTranslation("clocks");
  const { field } = useFormWords("calendar-swap", state);
  return (
    <form method="post" noValidate>
      <input type="hidden" name="_act" value="swap" />
      <TextField {...field("offDate")} type="date" width="short" />
      <TextField {...field("workDate")} type="date" width="short" />
      <Words field={field} />
      <Button>{t("calendar.keep")}</Button>
    </form>
  );
}

function Words({ field }: { field: (name: string) => FieldWords }) {
  return (
    <>
      <TextField {...field("nameVi")} lang="vi" />
      <TextField {...field("nameEn")} lang="en" />
      <TextField {...field("basis")} />
    </>
  );
}
