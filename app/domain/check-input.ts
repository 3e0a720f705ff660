import type { z } from "zod";
import type { FieldErrors } from "./refusal.ts";

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors };

/**
 * Input checked against a schema: the clean value, or for each wrong field the
 * name of the first rule it breaks. Messages of nested fields carry their path
 * with dots (`outcome.measure`).
 */
export function checkInput<T>(schema: z.ZodType<T>, input: unknown): Checked<T> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const errors: FieldErrors = {};
  for (const issue of result.error.issues) {
    const field = issue.path.map(String).join(".") || "form";
    errors[field] ??= isRuleName(issue.message) ? issue.message : "wrong";
  }
  return { ok: false, errors };
}

function isRuleName(message: string): boolean {
  return /^[a-z-]+$/.test(message);
}
