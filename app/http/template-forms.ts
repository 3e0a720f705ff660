import type { RouterContextProvider } from "react-router";
import { filledFor } from "../commands/steps/fill-template.ts";
import { readCaseCode } from "../domain/case-code.ts";
import type { CaseAct } from "../domain/acts.ts";
import { may } from "../domain/permissions.ts";
import { textField, type TemplatePurpose, templatePurposes } from "../domain/templates.ts";
import { type CaseRow, findCase, scopeOf } from "../../db/cases.ts";
import { templatesFor } from "../../db/templates.ts";
import { actorContext, portalContext } from "./context.ts";
import { shownAgain } from "./fill-form.ts";
import { typedValues } from "./form-input.ts";

/** A template as a form offers it. */
export interface OfferedTemplate {
  readonly id: number;
  readonly title: string;
  readonly purpose: TemplatePurpose;
}

/** The templates in force for the texts that this person may write on a case now. */
export async function loadTemplates(
  context: Readonly<RouterContextProvider>,
  row: CaseRow,
  acts: readonly CaseAct[],
): Promise<OfferedTemplate[]> {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (actor.kind !== "staff") return [];
  const purposes = templatePurposes.filter((purpose) => acts.includes(purpose));
  const offered = await templatesFor(store.read, actor, row, purposes, clock());
  return offered.map(({ row: { id, title, purpose } }) => ({ id, title, purpose }));
}

/** The words of a template filled in for a case; null when it is not offered to this person there. */
export async function templateText(
  context: Readonly<RouterContextProvider>,
  typedCode: string,
  purpose: TemplatePurpose,
  templateId: number,
): Promise<string | null> {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const row = await findCase(store.read, readCaseCode(typedCode) ?? "");
  if (!row || actor.kind !== "staff" || !may(actor, purpose, scopeOf(row))) return null;
  return filledFor(store.read, actor, row, templateId, purpose, clock());
}

export const readPurpose = (value: unknown): TemplatePurpose | null =>
  templatePurposes.find((purpose) => purpose === value) ?? null;

/**
 * A press on "insert": the form comes back with the template's words after what
 * was typed. Nothing is stored. Null when the form was posted for another purpose.
 */
export async function withTemplate(context: Readonly<RouterContextProvider>, typedCode: string, form: FormData) {
  const purpose = readPurpose(form.get("_insert"));
  if (purpose === null) return null;
  const id = Number(form.get("_template")) || 0;
  const text = id === 0 ? null : await templateText(context, typedCode, purpose, id);
  const { _act, _insert, _template, version, ...values } = typedValues(form);
  if (text === null) return shownAgain(purpose, values, version);
  const name = textField[purpose];
  const typed = (values[name] ?? "").trimEnd();
  const filled = typed === "" ? text : `${typed}\n\n${text}`;
  return shownAgain(purpose, { ...values, [name]: filled, templateId: String(id) }, version);
}
