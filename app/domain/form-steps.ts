import { z } from "zod";
import type { Kind } from "./case-kind.ts";
import { checkInput, type Checked } from "./check-input.ts";
import {
  type FieldName,
  formSteps,
  missingContact,
  type StepName,
  type Submission,
  submissionSchemas,
} from "./forms.ts";
import type { FieldErrors } from "./refusal.ts";

/** The names of a kind's steps, in order. */
export function stepsOf(kind: Kind): readonly StepName[] {
  return formSteps[kind].map((step) => step.name);
}

/** The step with which a kind begins. */
export function firstStep(kind: Kind): StepName {
  const [first] = formSteps[kind];
  if (!first) throw new Error(`${kind} asks nothing`);
  return first.name;
}

/** What a step of a kind asks; nothing when the kind has no such step. */
export function fieldsOf(kind: Kind, step: StepName): readonly FieldName[] {
  return formSteps[kind].find((known) => known.name === step)?.fields ?? [];
}

/**
 * What is wrong with the answers of one step, by the rules of the kind; empty
 * when nothing is. `today` is the day in Viet Nam: what happened has happened by then.
 */
export function stepErrors(kind: Kind, step: StepName, answers: Record<string, unknown>, today: string): FieldErrors {
  const all: Record<string, z.ZodType> = submissionSchemas[kind].shape;
  const fields = fieldsOf(kind, step);
  const shape = Object.fromEntries(fields.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
  const checked = checkInput<Record<string, unknown>>(z.object(shape), answers);
  const errors: FieldErrors = checked.ok ? {} : { ...checked.errors };
  if (fields.includes("reporterType"))
    for (const name of missingContact(typedContact(answers))) errors[name] ??= "empty";
  const { occurredOn } = checked.ok ? checked.value : {};
  if (typeof occurredOn === "string" && occurredOn > today) errors.occurredOn = "future";
  return inOrder(errors, fields);
}

/** All answers of a kind checked: what may be sent, or every error of every step. */
export function checkAll(kind: Kind, answers: Record<string, unknown>, today: string): Checked<Submission> {
  const errors: FieldErrors = {};
  for (const step of stepsOf(kind)) Object.assign(errors, stepErrors(kind, step, answers, today));
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return checkInput<Submission>(submissionSchemas[kind], { ...answers, kind });
}

/** The step in which a field is asked. */
export function stepOf(kind: Kind, field: string): StepName {
  const asking = formSteps[kind].find((step) => step.fields.includes(field as FieldName));
  return asking?.name ?? firstStep(kind);
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
