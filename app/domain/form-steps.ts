import { z } from "zod";
import type { Kind } from "./case-kind.ts";
import { checkInput, type Checked } from "./check-input.ts";
import { missingProvision } from "./form-barrier.ts";
import {
  controls,
  type FieldName,
  type Flow,
  formFlows,
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

/** How a kind is asked. */
export const flowOf = (kind: Kind): Flow => formFlows[kind];

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
  if (fields.includes("legalDocument")) for (const name of missingProvision(answers)) errors[name] ??= "empty";
  const { occurredOn } = checked.ok ? checked.value : {};
  if (typeof occurredOn === "string" && occurredOn > today) errors.occurredOn = "future";
  return inOrder(errors, fields);
}

/**
 * What stops somebody from leaving a step. A task is written in any order over
 * weeks: what it still lacks does not, only what is wrong.
 */
export function leavingErrors(
  kind: Kind,
  step: StepName,
  answers: Record<string, unknown>,
  today: string,
): FieldErrors {
  const errors = stepErrors(kind, step, answers, today);
  if (flowOf(kind) === "pages") return errors;
  return Object.fromEntries(Object.entries(errors).filter(([, rule]) => rule !== "empty"));
}

/** What a step lacks before it is done, beyond its rules; a pledge that is needed has to be made. */
export function missingAnswers(kind: Kind, step: StepName, answers: Record<string, unknown>): FieldErrors {
  const needs = formSteps[kind].find((known) => known.name === step)?.needs ?? [];
  const isMissing = (name: FieldName) => {
    const value = answers[name];
    if (controls[name].control === "tick") return value !== "yes";
    return typeof value !== "string" || value.trim() === "";
  };
  return Object.fromEntries(needs.filter(isMissing).map((name) => [name, "empty"]));
}

/** True when the step that asks for a field is not done without it. */
export const isNeeded = (kind: Kind, field: FieldName): boolean =>
  formSteps[kind].some((step) => step.needs?.includes(field));

/** Everything that a step lacks or has wrong, in the order of its fields. */
export function undoneIn(kind: Kind, step: StepName, answers: Record<string, unknown>, today: string): FieldErrors {
  const errors = { ...missingAnswers(kind, step, answers), ...stepErrors(kind, step, answers, today) };
  return inOrder(errors, fieldsOf(kind, step));
}

/** How far a task is. */
export type TaskState = "empty" | "writing" | "done";

export function taskState(kind: Kind, step: StepName, answers: Record<string, unknown>, today: string): TaskState {
  if (Object.keys(undoneIn(kind, step, answers, today)).length === 0) return "done";
  const begun = fieldsOf(kind, step).some((name) => typeof answers[name] === "string" && answers[name] !== "");
  return begun ? "writing" : "empty";
}

/** Everything that a submission written step by step still lacks or has wrong. */
export function undoneErrors(kind: Kind, answers: Record<string, unknown>, today: string): FieldErrors {
  return Object.assign({}, ...stepsOf(kind).map((step) => undoneIn(kind, step, answers, today)));
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
