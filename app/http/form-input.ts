import { data } from "react-router";
import { isMultipart, readParts } from "./multipart.ts";

/**
 * The fields of a posted form as a plain object; `outcome.measure` becomes a
 * nested object. Files are left out, and of a repeated field the last counts.
 */
export function formInput(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = Object.create(null);
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.length > 100) continue;
    const [outer = "", inner, more] = name.split(".");
    if (more !== undefined || /^(__proto__|constructor|prototype)$/.test(outer)) continue;
    if (inner === undefined) {
      input[outer] = value;
      continue;
    }
    const known = input[outer];
    const group: Record<string, unknown> = isGroup(known) ? known : Object.create(null);
    group[inner] = value;
    input[outer] = group;
  }
  return input;
}

/** What was typed, by field name, for showing a refused form again with everything still there. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  return values;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The posted form; files in it are read past. A body that is no form is answered 400. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    if (isMultipart(request.headers.get("content-type"))) return await readParts(request, async () => {});
    return await request.formData();
  } catch {
    throw data(null, { status: 400 });
  }
}
