/** One-control fields: a line of text, a paragraph, a select, files. Other attributes go to the control. */
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import { FieldFrame, type FieldText, wiring } from "./field-frame.tsx";

export type Width = "short" | "medium" | "full";
export type Option = { value: string; label: string };

type Control<A> = Omit<A, "name" | "id" | "className" | "children">;

export function TextField({
  name,
  label,
  hint,
  error,
  optional,
  asHeading,
  id,
  width = "full",
  after,
  type = "text",
  ...rest
}: FieldText & Control<InputHTMLAttributes<HTMLInputElement>> & { width?: Width; after?: ReactNode }) {
  const text = { name, label, hint, error, optional, asHeading, id };
  return (
    <FieldFrame text={text}>
      <input type={type} className={control(width)} {...wiring(text)} {...rest} />
      {after}
    </FieldFrame>
  );
}

export function TextArea({
  name,
  label,
  hint,
  error,
  optional,
  asHeading,
  id,
  rows = 8,
  after,
  ...rest
}: FieldText & Control<TextareaHTMLAttributes<HTMLTextAreaElement>> & { after?: ReactNode }) {
  const text = { name, label, hint, error, optional, asHeading, id };
  return (
    <FieldFrame text={text}>
      <textarea rows={rows} className="control" {...wiring(text)} {...rest} />
      {after}
    </FieldFrame>
  );
}

/** `empty` is the first, valueless choice; `null` leaves it out. */
export function SelectField({
  name,
  label,
  hint,
  error,
  optional,
  asHeading,
  id,
  options,
  groups,
  empty,
  width = "medium",
  ...rest
}: FieldText &
  Control<SelectHTMLAttributes<HTMLSelectElement>> & {
    options?: readonly Option[];
    groups?: readonly { label: string; options: readonly Option[] }[];
    empty?: string | null;
    width?: Width;
  }) {
  const { t } = useTranslation("furniture");
  const text = { name, label, hint, error, optional, asHeading, id };
  return (
    <FieldFrame text={text}>
      <select className={control(width)} {...wiring(text)} {...rest}>
        {empty !== null && <option value="">{empty ?? t("form.choose")}</option>}
        {options?.map(toOption)}
        {groups?.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(toOption)}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}

export function FileField({
  name,
  label,
  hint,
  error,
  optional,
  asHeading,
  id,
  ...rest
}: FieldText & Control<InputHTMLAttributes<HTMLInputElement>>) {
  const text = { name, label, hint, error, optional, asHeading, id };
  return (
    <FieldFrame text={text}>
      <input {...wiring(text)} {...rest} type="file" className="control" />
    </FieldFrame>
  );
}

/** A field that people do not see and machines fill in. */
export function TrapField({ name }: { name: string }) {
  const { t } = useTranslation("furniture");
  return (
    <div className="trap" aria-hidden="true">
      <label htmlFor={`trap-${name}`}>{t("form.honeypot")}</label>
      <input id={`trap-${name}`} name={name} type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}

function control(width: Width): string {
  return width === "full" ? "control" : `control control--${width}`;
}

function toOption({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
