import type { MaskReason } from "../domain/mask.ts";
import type { RouterContextProvider } from "react-router";
import { type ChosenMask, judge, type Verdict } from "../domain/publishing.ts";
import type { FieldErrors } from "../domain/refusal.ts";
import { formInput, typedValues } from "./form-input.ts";
import { reviewTyped, type ReviewView } from "./publishing-page.ts";

/** What a proposing form says of its findings and masks: hidden fields hold the words, radios the verdicts. */
export function saidInForm(fields: Readonly<Record<string, unknown>>): { verdicts: Verdict[]; masks: ChosenMask[] } {
  const verdicts = rowsOf(fields.found).flatMap(([place, found]): Verdict[] => {
    const verdict = groupOf(fields.verdicts)[place];
    return verdict === "harmless" || verdict === "masked" ? [{ ...(found as Omit<Verdict, "verdict">), verdict }] : [];
  });
  const { _unmask: dropped } = fields;
  const masks = rowsOf(fields.masks).flatMap(([place, mask]) => (place === dropped ? [] : [mask as ChosenMask]));
  const typed = typedMask(fields);
  return { verdicts, masks: typed ? [...masks, typed] : masks };
}

/** Words typed into the form to be masked, or selected in a text. */
function typedMask({ maskField, maskWords: words, maskNth, maskReason, maskNote }: Readonly<Record<string, unknown>>) {
  if (typeof words !== "string" || words.trim() === "") return null;
  // Words that were only selected are not meant to be masked yet.
  if (maskNth && !maskReason) return null;
  const nth = typeof maskNth === "string" && maskNth !== "" ? Number(maskNth) : undefined;
  const note = typeof maskNote === "string" && maskNote !== "" ? maskNote : undefined;
  const text = words.replace(/\r\n?/g, "\n").normalize("NFC").trim();
  return { field: String(maskField ?? ""), text, nth, reason: String(maskReason ?? "") as MaskReason, note };
}

function groupOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** Hidden fields of JSON by their place; what is no object is left out. */
function rowsOf(value: unknown): [string, object][] {
  return Object.entries(groupOf(value)).flatMap(([place, json]): [string, object][] => {
    try {
      const parsed: unknown = JSON.parse(String(json));
      return typeof parsed === "object" && parsed !== null ? [[place, parsed]] : [];
    } catch {
      return [];
    }
  });
}

/** Errors under the names that the fields have in the form. */
export function proposingErrors(form: FormData, errors: FieldErrors): FieldErrors {
  const typed = String(form.get("maskWords") ?? "").trim() !== "";
  const renamed = Object.entries(errors).map(([name, rule]) => {
    if (name === "masks") return [typed ? "maskWords" : name, rule];
    const part = /^masks\.\d+\.(field|text|reason|note)$/.exec(name)?.[1];
    return [part ? maskField[part] : name, rule];
  });
  return Object.fromEntries(renamed);
}

const maskField: Readonly<Record<string, string>> = {
  field: "maskField",
  text: "maskWords",
  reason: "maskReason",
  note: "maskNote",
};

/** The findings and masks of a proposing form as it was typed; null for any other. */
export async function reviewOfForm(
  context: Readonly<RouterContextProvider>,
  act: string,
  code: string,
  form: FormData,
): Promise<ReviewView | null> {
  if (act !== "propose-publication") return null;
  const said = saidInForm(formInput(form));
  // What is not in the list yet stays in its fields.
  const listed = said.masks.slice(0, typedMask(formInput(form)) ? -1 : undefined);
  return reviewTyped(context, code, typedValues(form), { ...said, masks: listed });
}

/**
 * A press on "mask", "do not mask" or "check again": the form comes back with
 * the list as it is then. Nothing is stored. Null when the form was posted to
 * be proposed.
 */
export async function checkedProposal<T extends { readonly values: Readonly<Record<string, string>> }>(
  context: Readonly<RouterContextProvider>,
  act: string,
  code: string,
  form: FormData,
  typed: T,
) {
  if (act !== "propose-publication" || !["_mask", "_unmask", "_check"].some((name) => form.has(name))) return null;
  const nothing = { refusal: null, preview: null, cited: null };
  const fields = formInput(form);
  const said = saidInForm(fields);
  const mask = form.has("_mask") ? typedMask(fields) : null;
  const texts = new Map(
    Object.entries(typed.values).map(([name, text]) => [name, text.replace(/\r\n?/g, "\n").normalize("NFC")]),
  );
  const errors: FieldErrors = {};
  if (form.has("_mask")) {
    if (!mask) errors.maskWords = "empty";
    else if (judge(texts, [], [], [mask]).errors.masks) errors.maskWords = "not-in-text";
    if (mask && String(mask.reason) === "") errors.maskReason = "empty";
    if (mask?.field === "") errors.maskField = "empty";
  }
  const added = mask !== null && Object.keys(errors).length === 0;
  const { maskField: _field, maskWords: _words, maskReason: _reason, maskNote: _note, ...rest } = typed.values;
  const masks = added || !typedMask(fields) ? said.masks : said.masks.slice(0, -1);
  const review = await reviewTyped(context, code, typed.values, { ...said, masks });
  return { ...typed, values: added ? rest : typed.values, ...nothing, errors, review };
}
