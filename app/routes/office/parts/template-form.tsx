import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { CheckboxGroup } from "../../../components/choice-field.tsx";
import type { FormError } from "../../../components/error-summary.tsx";
import { SelectField, TextArea, TextField } from "../../../components/field.tsx";
import { kinds } from "../../../domain/case-kind.ts";
import type { FieldErrors } from "../../../domain/refusal.ts";
import { templatePurposes, templateVariables } from "../../../domain/templates.ts";
import type { NamedChoice } from "../../../http/case-page.ts";
import type { TemplateShown } from "../../../http/template-page.ts";

/** A template as somebody typed it. */
export interface TemplateTyped {
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

type Words = TFunction<["templates", "office"]>;

/** The errors of the form with their words. */
export function templateErrors(t: Words, errors: FieldErrors): FormError[] {
  return Object.entries(errors).map(([name, rule]) => ({ name, id: idOf(name), message: errorWords(t, name, rule) }));
}

function errorWords(t: Words, name: string, rule: string): string {
  const field = t(`field.${name.split(".")[0]}.label`);
  return t([`error.${name}.${rule}`, `error.${rule}`, `office:errors.any.${rule}`, "office:errors.any.wrong"], {
    field,
  });
}

const idOf = (name: string) => `template-${name.split(".")[0]}`;

/** Writes a template: what it is for, its words in both languages, where it is offered and until when. */
export function TemplateForm({
  template,
  agencies,
  fields,
  typed,
  errors,
}: {
  template: TemplateShown | null;
  agencies: string;
  fields: readonly NamedChoice[];
  typed: TemplateTyped | null;
  errors: FieldErrors;
}) {
  const { t } = useTranslation(["templates", "office", "domain"]);
  const words = (name: string) => {
    const rule = Object.entries(errors).find(([key]) => key.split(".")[0] === name)?.[1];
    const hint = t(`field.${name}.hint`, { defaultValue: "" });
    return {
      name,
      id: idOf(name),
      label: t(`field.${name}.label`),
      hint: hint === "" ? undefined : hint,
      error: rule === undefined ? undefined : errorWords(t, name, rule),
    };
  };
  const value = (name: string, stored: string | null | undefined): string | undefined =>
    typed?.values[name] ?? stored ?? undefined;
  const laws = template?.laws.map(({ number }) => number).join("\n");
  return (
    <form method="post" noValidate className="column">
      {template && <input type="hidden" name="version" value={template.version} />}
      <SelectField
        {...words("purpose")}
        defaultValue={value("purpose", template?.purpose)}
        options={templatePurposes.map((purpose) => ({ value: purpose, label: t(`purpose.${purpose}`) }))}
      />
      <TextField {...words("title")} defaultValue={value("title", template?.title)} maxLength={120} />
      <details>
        <summary>{t("variablesTitle")}</summary>
        <dl className="variables">
          {templateVariables.map((name) => (
            <div key={name}>
              <dt>
                <code>{`{{${name}}}`}</code>
              </dt>
              <dd>{t(`variables.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <TextArea {...words("bodyVi")} rows={10} lang="vi" defaultValue={value("bodyVi", template?.bodyVi)} />
      <TextArea {...words("bodyEn")} rows={10} lang="en" defaultValue={value("bodyEn", template?.bodyEn)} />
      <TextArea {...words("laws")} optional rows={3} defaultValue={value("laws", laws)} />
      <TextField
        {...words("validTo")}
        optional
        type="date"
        width="short"
        defaultValue={value("validTo", template?.validTo)}
      />
      <CheckboxGroup
        {...words("kinds")}
        inline
        values={typed?.kinds ?? template?.kinds ?? []}
        options={kinds.map((kind) => ({ value: kind, label: t(`domain:kind.${kind}`) }))}
      />
      <CheckboxGroup {...words("fields")} values={typed?.fields ?? template?.fields ?? []} options={fields} />
      <TextField {...words("agencies")} optional defaultValue={value("agencies", agencies)} />
      <div className="cluster">
        <Button>{t("save")}</Button>
        <Button variant="secondary" name="_sample" value="1" formAction="#samples">
          {t("showSample")}
        </Button>
      </div>
    </form>
  );
}
