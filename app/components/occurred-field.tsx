import { useTranslation } from "react-i18next";
import { RadioGroup } from "./choice-field.tsx";
import { DateField } from "./date-field.tsx";
import type { FieldText } from "./field-frame.tsx";
import { addDays } from "../domain/calendar.ts";
import { dayParts } from "../domain/day.ts";

/** The day on which something happened: today, yesterday, or a day to type. */
export function OccurredField({ text, value, today }: { text: FieldText; value: string; today: string }) {
  const { t } = useTranslation("forms");
  const chosen = value === "" ? "" : value === today ? "today" : value === addDays(today, -1) ? "yesterday" : "other";
  const { error, ...asked } = text;
  return (
    <>
      <RadioGroup
        {...asked}
        id={`${text.name}-when`}
        inline
        options={["today", "yesterday", "other"].map((when) => ({
          value: when,
          label: t(`options.occurredOn.${when}`),
        }))}
        value={chosen}
      />
      <DateField
        name={text.name}
        label={t("otherDay")}
        error={error}
        optional={false}
        values={chosen === "other" ? dayParts(value) : {}}
      />
    </>
  );
}
