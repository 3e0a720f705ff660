import { useTranslation } from "react-i18next";
import type { FormError } from "../../../components/error-summary.tsx";
import type { FieldErrors } from "../../../domain/refusal.ts";
import type { ActPreview } from "../../../http/preview.ts";

/** A form that was not accepted: which one, what was typed, and the rule each field broke. */
export interface FormState {
  readonly form: string;
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
  /** The version of the case that its writer had before them. */
  readonly version?: number;
  /** What the act would send, when that was all that was asked. */
  readonly preview?: ActPreview | null;
}

export interface FieldWords {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly defaultValue?: string;
}

export interface FormWords {
  /** The words and the typed value of a field; `stored` is its value before anything was typed. */
  field(name: string, stored?: string | null): FieldWords;
  /** Every error of this form for the summary, in the order given by the rules. */
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Names, ids, labels, hints and errors of one form of an office page, from
 * `office:fields.<form>.<name>` or `office:fields.any.<name>`, and
 * `office:errors.<form>.<name>.<rule>` or `office:errors.any.<rule>`. Ids carry
 * the form's name, since a page has several forms.
 */
export function useFormWords(form: string, state?: FormState | null): FormWords {
  const { t, i18n } = useTranslation("office");
  const own = state?.form === form ? state : null;
  const has = (key: string) => i18n.exists(`office:${key}`);
  const word = (name: string, part: "label" | "hint") => {
    const bare = name.replace(/^.*\./, "");
    const keys = [`fields.${form}.${name}.${part}`, `fields.${form}.${bare}.${part}`, `fields.any.${bare}.${part}`];
    const key = keys.find(has);
    const words = key && t(key);
    const side = /^outcome(Vi|En)\./.exec(name)?.[1];
    // Two languages side by side ask the same: the label says in which.
    return words && part === "label" && side ? `${words} (${t(`publish.side${side}`)})` : words;
  };
  const errorOf = (name: string): string | undefined => {
    const rule = own?.errors[name];
    if (!rule) return undefined;
    const bare = name.replace(/^.*\./, "");
    const keys = [
      `errors.${form}.${bare}.${rule}`,
      `errors.field.${bare}.${rule}`,
      `errors.any.${rule}`,
      "errors.any.wrong",
    ];
    const key = keys.find(has) ?? "errors.any.wrong";
    // The summary names the part of a letter too: its fields are asked once for each part.
    const place = /^part(\d+)\./.exec(name)?.[1];
    return t(key, { field: word(name, "label") ?? "", place });
  };
  const field = (name: string, stored?: string | null): FieldWords => ({
    name,
    id: fieldId(form, name),
    label: word(name, "label") ?? name,
    hint: word(name, "hint"),
    error: errorOf(name),
    defaultValue: own?.values[name] ?? stored ?? undefined,
  });
  const errors = Object.keys(own?.errors ?? {}).map((name) => ({
    name,
    id: fieldId(form, name),
    message: errorOf(name) ?? "",
  }));
  return { field, errors, values: own?.values ?? {} };
}

export function fieldId(form: string, name: string): string {
  return `${form}-${name.replaceAll(".", "-")}`;
}
