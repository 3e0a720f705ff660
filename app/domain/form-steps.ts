import { z } from "zod";
import type { Kind } from "./case-kind.ts";
import { checkInput, type Checked } from "./check-input.ts";
import {
  type FieldName,
  missingContact,
  stepFields,
  type Submission,
  submissionSchemas,
  type SubmitStep,
} from "./forms.ts";
import type { FieldErrors } from "./refusal.ts";

/** The steps that ask something; `check` only shows. */
export type AskingStep = Exclude<SubmitStep, "check">;
export const askingSteps = ["content", "where", "who"] as const satisfies readonly AskingStep[];

/** What is wrong with the answers of one step, by the rules of the kind; empty when nothing is. */
export function stepErrors(kind: Kind, step: AskingStep, answers: Record<string, unknown>): FieldErrors {
  const all: Record<string, z.ZodType> = submissionSchemas[kind].shape;
  const fields = stepFields[kind][step];
  const shape = Object.fromEntries(fields.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
  const checked = checkInput(z.object(shape), answers);
  const errors: FieldErrors = checked.ok ? {} : { ...checked.errors };
  if (step === "who") for (const name of missingContact(typedContact(answers))) errors[name] ??= "empty";
  return inOrder(errors, fields);
}

/** All answers of a kind checked: what may be sent, or every error of every step. */
export function checkAll(kind: Kind, answers: Record<string, unknown>): Checked<Submission> {
  const errors: FieldErrors = {};
  for (const step of askingSteps) Object.assign(errors, stepErrors(kind, step, answers));
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return checkInput<Submission>(submissionSchemas[kind], { ...answers, kind });
}

/** The step in which a field is asked. */
export function stepOf(kind: Kind, field: string): AskingStep {
  return askingSteps.find((step) => stepFields[kind][step].includes(field as FieldName)) ?? "content";
}

function typedContact(answers: Record<string, unknown>): Parameters<typeof missingContact>[0] {
  const text = (name: string) => {
    const value = answers[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  return { reporterType: text("reporterType"), name: text("name"), email: text("email"), phone: text("phone") };
}

/** Errors in the order in which the page asks. */
function inOrder(errors: FieldErrors, fields: readonly string[]): FieldErrors {
  return Object.fromEntries(fields.flatMap((name) => (errors[name] === undefined ? [] : [[name, errors[name]]])));
}
