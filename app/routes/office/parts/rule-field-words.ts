import { useTranslation } from "react-i18next";
import type { FormError } from "../../../components/error-summary.tsx";
import type { FieldErrors } from "../../../domain/refusal.ts";
import type { FieldWords } from "./form-words.ts";

/** A form about routing rules that was not accepted. */
export interface RuleFormState {
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
}

/** Labels, hints and errors of the forms about routing rules, from `routing:field`, `routing:hint` and `routing:error`. */
export function useRuleWords(state: RuleFormState | null) {
  const { t, i18n } = useTranslation("routing");
  const word = (key: string) => (i18n.exists(`routing:${key}`) ? t(key as "title") : undefined);
  const errorOf = (name: string) => {
    const rule = state?.errors[name];
    return rule && (word(`error.${name}.${rule}`) ?? word(`error.any.${rule}`) ?? word("error.any.wrong"));
  };
  const field = (name: string, stored?: string | null): FieldWords => ({
    name,
    id: name,
    label: word(`field.${name}`) ?? name,
    hint: word(`hint.${name}`),
    error: errorOf(name),
    defaultValue: state?.values[name] ?? stored ?? undefined,
  });
  const errors: FormError[] = Object.keys(state?.errors ?? {}).map((name) => ({
    name,
    id: name === "conditions" ? "words" : name,
    message: errorOf(name) ?? "",
  }));
  return { field, errors, error: errorOf };
}
