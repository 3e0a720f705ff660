import { useTranslation } from "react-i18next";
import type { FormError } from "../../components/error-summary.tsx";
import type { FieldErrors } from "../../domain/refusal.ts";

/** What a form of the account answers when it was not taken. */
export interface MeRefused {
  readonly form: string;
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
  readonly problem: "limited" | "unavailable" | "changed" | "expired" | null;
}

/** Labels, hints and errors of the account's fields; what a field shares with the submission has the words of that. */
export function useMeWords(refused: MeRefused | undefined) {
  const { t, i18n } = useTranslation(["me", "forms"]);
  const words = (name: string, rule: string): string => {
    const keys = [`me:errors.${name}.${rule}`, `forms:errors.${name}.${rule}`, `forms:errors.any.${rule}`];
    return t([...keys, "forms:errors.any.wrong"]);
  };
  const errors = refused?.errors ?? {};
  return {
    field: (form: string, name: string, stored = "") => {
      const own = refused?.form === form ? refused : null;
      const rule = own?.errors[name];
      const hint: string = `me:fields.${name}.hint`;
      return {
        name,
        label: t(`me:fields.${name}.label`),
        hint: i18n.exists(hint) ? t(hint) : undefined,
        error: rule === undefined ? undefined : words(name, rule),
        defaultValue: own?.values[name] ?? stored,
      };
    },
    summary: Object.entries(errors).map(([name, rule]): FormError => ({ name, message: words(name, rule) })),
    invalid: Object.keys(errors).length > 0,
  };
}
