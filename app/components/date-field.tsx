/** A known date as three typed parts: day, month, year. Names are `{name}.day`, `{name}.month`, `{name}.year`. */
import { useTranslation } from "react-i18next";
import { type FieldText, fieldIds, GroupFrame } from "./field-frame.tsx";

export type DateParts = { day?: string; month?: string; year?: string };
export type DatePart = keyof DateParts;

/** `wrong` names the part an error is about: it gets the field's id, so the summary's link lands there. */
export function DateField({
  values = {},
  wrong = "day",
  birthday,
  ...text
}: FieldText & { values?: DateParts; wrong?: DatePart; birthday?: boolean }) {
  const { t } = useTranslation("furniture");
  const base = fieldIds(text).id;
  const parts: DatePart[] = ["day", "month", "year"];
  return (
    <GroupFrame text={text}>
      <div className="date">
        {parts.map((part) => {
          const id = part === wrong ? base : `${base}-${part}`;
          return (
            <div key={part} className={part === "year" ? "date__part date__part--year" : "date__part"}>
              <label htmlFor={id}>{t(`form.${part}`)}</label>
              <input
                className="control"
                id={id}
                name={`${text.name}.${part}`}
                type="text"
                inputMode="numeric"
                autoComplete={birthday ? `bday-${part}` : "off"}
                defaultValue={values[part]}
                aria-invalid={text.error && part === wrong ? true : undefined}
              />
            </div>
          );
        })}
      </div>
    </GroupFrame>
  );
}
