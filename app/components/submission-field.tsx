import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Checkbox, RadioGroup } from "./choice-field.tsx";
import { useChoices } from "./choices.ts";
import { DateField } from "./date-field.tsx";
import { type Option, SelectField, TextArea, TextField } from "./field.tsx";
import type { FieldText } from "./field-frame.tsx";
import type { Kind } from "../domain/case-kind.ts";
import { controls, type FieldName, happensOverTime, isRequired } from "../domain/forms.ts";
import type { Control } from "../domain/form-control.ts";
import { isNeeded } from "../domain/form-steps.ts";
import type { FieldErrors } from "../domain/refusal.ts";
import { dayParts } from "../domain/day.ts";
import { useFieldWords } from "./field-words.ts";
import { OccurredField } from "./occurred-field.tsx";

interface FieldProps {
  kind: Kind;
  name: FieldName;
  value: string;
  errors: FieldErrors;
  /** The day in Viet Nam, `2026-12-05`. */
  today: string;
}

/** Fields that every named sender is asked for: not marked optional although "no name" leaves them out. */
const asked = new Set<FieldName>(["name", "email", "phone"]);

/** One field of a submission, drawn as its control says. */
export function SubmissionField({ kind, name, value, errors, today }: FieldProps) {
  const choices = useChoices();
  const { t } = useTranslation("forms");
  const { labelOf, hintOf, errorOf } = useFieldWords(kind);
  const control = controls[name];
  const text = {
    name,
    label: labelOf(name),
    hint: hintOf(name),
    error: errorOf(errors, name),
    optional: !asked.has(name) && !isRequired(kind, name) && !isNeeded(kind, name),
  };
  switch (control.control) {
    case "paragraphs": {
      const max = control.max ?? 5000;
      const count = <text-count for={name} max={max} words={t("count")} hidden />;
      return (
        <TextArea {...text} defaultValue={value} rows={max > 2000 && text.optional === false ? 8 : 4} after={count} />
      );
    }
    case "choice":
      if (control.folded) return <SelectField {...text} options={optionsOf(name, control, t)} defaultValue={value} />;
      return <RadioGroup {...text} options={radiosOf(name, control, t)} value={value} />;
    case "term":
      return (
        <SelectField {...text} options={choices[control.vocabulary ?? "field"]} defaultValue={value} width="full" />
      );
    case "province":
      return <SelectField {...text} options={choices.province} defaultValue={value} />;
    case "agency":
      return <SelectField {...text} options={choices.complainedOf} defaultValue={value} width="full" />;
    // People look a commune up by its name; a code comes from programs, and shows only when it is wrong.
    case "commune":
      if (text.error) return <TextField {...text} defaultValue={value} width="short" />;
      return value === "" ? null : <input type="hidden" name={name} value={value} />;
    case "date":
      if (happensOverTime(kind)) return <DateField {...text} values={value === "" ? {} : dayParts(value)} />;
      return <OccurredField text={text} value={value} today={today} />;
    case "tick":
      return <Tick text={text} checked={value === "yes"} />;
    case "number":
    case "line":
      return (
        <TextField
          {...text}
          type={control.inputMode === "email" ? "email" : control.inputMode === "tel" ? "tel" : "text"}
          defaultValue={value}
          autoComplete={control.autocomplete}
          inputMode={control.inputMode}
          spellCheck={control.personal ? false : undefined}
          width={control.max !== undefined && control.max <= 30 ? "short" : "full"}
        />
      );
  }
}

/** A box to tick. A box that is not ticked sends nothing, so an empty answer goes before it. */
function Tick({ text, checked }: { text: FieldText; checked: boolean }) {
  return (
    <>
      <input type="hidden" name={text.name} value="" />
      <Checkbox {...text} checked={checked} />
    </>
  );
}

type Words = TFunction<"forms">;

function optionsOf(name: FieldName, control: Control, t: Words): Option[] {
  return (control.options ?? []).map((value) => ({ value, label: t(`options.${name}.${value}`) }));
}

function radiosOf(name: FieldName, control: Control, t: Words) {
  return optionsOf(name, control, t).map((option) => ({
    ...option,
    hint: t(`options.${name}Hint.${option.value}`, { defaultValue: "" }) || undefined,
  }));
}
