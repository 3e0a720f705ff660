import { useTranslation } from "react-i18next";
import type { FormError } from "./error-summary.tsx";
import type { Kind } from "../domain/case-kind.ts";
import type { FieldErrors } from "../domain/refusal.ts";

/**
 * Labels, hints and errors of fields. A kind of submission may have words of
 * its own for a field; an error without words of its own has those of its rule.
 */
export function useFieldWords(kind?: Kind) {
  const { t, i18n } = useTranslation("forms");
  const own = (name: string, part: "label" | "hint"): string | undefined => {
    const keys = [`kinds.${kind}.${name}.${part}`, `fields.${name}.${part}`];
    const known = keys.find((key) => i18n.exists(`forms:${key}`));
    return known === undefined ? undefined : t(known);
  };
  const words = (name: string, rule: string): string => {
    const keys = [`errors.${name}.${rule}`, `errors.any.${rule}`];
    return t(keys.find((key) => i18n.exists(`forms:${key}`)) ?? "errors.any.wrong");
  };
  return {
    labelOf: (name: string): string => own(name, "label") ?? name,
    hintOf: (name: string): string | undefined => own(name, "hint"),
    errorOf: (errors: FieldErrors, name: string): string | undefined => {
      const rule = errors[name];
      return rule === undefined ? undefined : words(name, rule);
    },
    /** The lines of the error summary, in the order of the fields. */
    summaryOf: (errors: FieldErrors): FormError[] =>
      Object.entries(errors).map(([name, rule]) => ({ name, message: words(name, rule) })),
  };
}
