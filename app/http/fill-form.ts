import type { CaseworkName } from "../domain/casework-names.ts";
import { typedValues } from "./form-input.ts";

/**
 * A press on a suggestion: the form comes back with the suggested value in its
 * field and everything typed still there. Nothing is stored. Null when the form
 * was posted for another purpose. The button's value is `field=value`.
 */
export function filledForm(act: CaseworkName, form: FormData) {
  const asked = form.get("_fill");
  if (typeof asked !== "string") return null;
  const at = asked.indexOf("=");
  const [name, value] = [asked.slice(0, at), asked.slice(at + 1)];
  const { _act, _fill, version, ...typed } = typedValues(form);
  return shownAgain(act, { ...typed, ...(at > 0 ? { [name]: value } : {}) }, version);
}

/** A form to be shown again as it was typed, without an error. */
export function shownAgain(act: CaseworkName, values: Readonly<Record<string, string>>, version: string | undefined) {
  const nothing = { errors: {}, refusal: null, identity: null, saved: null, preview: null };
  return { ...nothing, form: act, values, version: Number(version) || 0 };
}
