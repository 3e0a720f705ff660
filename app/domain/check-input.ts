import type { z } from "zod";
import type { FieldErrors } from "./refusal.ts";

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors; readonly allowed?: AllowedValues };

/** By field, the values that a closed list takes, where another one was given. */
export type AllowedValues = Readonly<Record<string, readonly string[]>>;

/**
 * Input checked against a schema: the clean value, or for each wrong field the
 * name of the first rule it breaks. Messages of nested fields carry their path
 * with dots (`outcome.measure`). Fields come in the order of the schema, which
 * is that of the form: a rule over several fields is checked after all others.
 */
export function checkInput<T>(schema: z.ZodType<T>, input: unknown): Checked<T> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const errors: FieldErrors = {};
  const allowed: Record<string, readonly string[]> = {};
  const places = "shape" in schema ? Object.keys(schema.shape as object) : [];
  const placeOf = ({ path: [name] }: z.core.$ZodIssue) => places.indexOf(String(name));
  for (const issue of result.error.issues.toSorted((one, other) => placeOf(one) - placeOf(other))) {
    const field = issue.path.map(String).join(".") || "form";
    if (errors[field] !== undefined) continue;
    errors[field] = isRuleName(issue.message) ? issue.message : "wrong";
    const values = allowedBy(issue).filter((value) => value !== "");
    if (values.length > 0) allowed[field] = values;
  }
  return { ok: false, errors, ...(Object.keys(allowed).length > 0 ? { allowed } : {}) };
}

/** The values that a closed list, a choice of shapes or a choice of such lists would have taken. */
function allowedBy(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code !== "invalid_union") return [];
  if ("options" in issue) return (issue.options ?? []).map(String);
  const all = issue.errors.flat();
  return all.every(({ code, path }) => code === "invalid_value" && path.length === 0) ? all.flatMap(allowedBy) : [];
}

function isRuleName(message: string): boolean {
  return /^[a-z-]+$/.test(message);
}
