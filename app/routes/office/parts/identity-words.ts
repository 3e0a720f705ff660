import { useTranslation } from "react-i18next";
import type { FormError } from "../../../components/error-summary.tsx";
import { fieldId, type FormState } from "./form-words.ts";

/** The words of the custodian's form. Each request has a form of its own, so ids carry its name. */
export function useIdentityWords(form: string, state?: FormState | null) {
  const { t } = useTranslation("identity");
  const own = state?.form === form ? state : null;
  const errorOf = (name: string): string | undefined => {
    const rule = own?.errors[name];
    const key: string = `identity:errors.${name}.${rule}`;
    return rule === undefined ? undefined : t([key, "identity:errors.any"]);
  };
  return {
    field: (name: string) => ({
      name,
      id: fieldId(form, name),
      label: t(`fields.${name}.label`),
      hint: t(`fields.${name}.hint`),
      error: errorOf(name),
      defaultValue: own?.values[name],
    }),
    errors: Object.keys(own?.errors ?? {}).map((name): FormError => ({
      name,
      id: fieldId(form, name),
      message: errorOf(name) ?? "",
    })),
  };
}
