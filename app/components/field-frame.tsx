/** What every form field shares: ids, label, hint, optional marker and error, wired for screen readers. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

export interface FieldText {
  /** The control's name; also its id, so that error summaries can link to it. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  /** The label is the page's only question: it becomes the `<h1>`. */
  asHeading?: boolean;
  /** Set where two forms of one page use the same name. */
  id?: string;
}

export interface FieldIds {
  id: string;
  hint: string;
  error: string;
  describedBy: string | undefined;
}

export function fieldIds({
  name,
  id = name,
  hint,
  error,
}: Pick<FieldText, "name" | "id" | "hint" | "error">): FieldIds {
  const ids = { id, hint: `${id}-hint`, error: `${id}-error` };
  const described = [hint && ids.hint, error && ids.error].filter(Boolean).join(" ");
  return { ...ids, describedBy: described || undefined };
}

/** Attributes that tie a control to its hint and error. */
export function wiring(text: FieldText) {
  const ids = fieldIds(text);
  return {
    id: ids.id,
    name: text.name,
    "aria-describedby": ids.describedBy,
    "aria-invalid": text.error ? (true as const) : undefined,
  };
}

/** Label, hint, error and one control. */
export function FieldFrame({ text, children }: { text: FieldText; children: ReactNode }) {
  const label = (
    <label className="field__label" htmlFor={fieldIds(text).id}>
      <LabelWords text={text} />
    </label>
  );
  return (
    <div className={text.error ? "field field--error" : "field"}>
      {text.asHeading ? <h1>{label}</h1> : label}
      <HintAndError text={text} />
      {children}
    </div>
  );
}

/** Legend, hint, error and a group of controls. */
export function GroupFrame({ text, children }: { text: FieldText; children: ReactNode }) {
  return (
    <div className={text.error ? "field field--error" : "field"}>
      <fieldset aria-describedby={fieldIds(text).describedBy}>
        <legend className="field__label">
          {text.asHeading ? (
            <h1>
              <LabelWords text={text} />
            </h1>
          ) : (
            <LabelWords text={text} />
          )}
        </legend>
        <HintAndError text={text} />
        {children}
      </fieldset>
    </div>
  );
}

/** Hint and error without a label of their own. */
export function FieldFrameless({ text, children }: { text: FieldText; children: ReactNode }) {
  return (
    <div className={text.error ? "field field--error" : "field"}>
      <HintAndError text={text} />
      {children}
    </div>
  );
}

function LabelWords({ text }: { text: FieldText }) {
  const { t } = useTranslation("furniture");
  return (
    <>
      {text.label}
      {text.optional && <span className="field__optional"> {t("form.optional")}</span>}
    </>
  );
}

function HintAndError({ text }: { text: FieldText }) {
  const { t } = useTranslation("furniture");
  const ids = fieldIds(text);
  return (
    <>
      {text.hint && (
        <p className="field__hint" id={ids.hint}>
          {text.hint}
        </p>
      )}
      {text.error && (
        <p className="field__error" id={ids.error}>
          <Icon name="alert" />
          <span>
            <span className="visually-hidden">{t("form.errorPrefix")} </span>
            {text.error}
          </span>
        </p>
      )}
    </>
  );
}
