import { z } from "zod";
import { type Kind, kinds } from "./case-kind.ts";
import { barrierForm, missingProvision } from "./form-barrier.ts";
import { type CommonField, commonControls, commonFields } from "./form-common.ts";
import type { Control } from "./form-control.ts";
import { feedbackForm } from "./form-feedback.ts";
import { initiativeForm } from "./form-initiative.ts";
import { proposalForm } from "./form-proposal.ts";

/**
 * What each kind of submission asks for. To add a field: its rule and its
 * control in `form-{kind}.ts` (or `form-common.ts`), its place in a step
 * there, and its words in `locales/{vi,en}/forms.json`. Pages, validation, the
 * check page, the API and its documentation follow.
 */
const formOf = {
  feedback: feedbackForm,
  proposal: proposalForm,
  barrier: barrierForm,
  initiative: initiativeForm,
} as const;

type Reporter = {
  reporterType: string;
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
};

/** The contact fields still missing: whoever gives a name gives one way to be reached; whoever stays anonymous gives neither. */
export function missingContact(answers: Partial<Reporter>): ("name" | "email")[] {
  if (answers.reporterType === undefined || answers.reporterType === "anonymous") return [];
  const missing: ("name" | "email")[] = [];
  if (!answers.name) missing.push("name");
  if (!answers.email && !answers.phone) missing.push("email");
  return missing;
}

function reporterIsReachable(answers: Reporter, context: z.core.$RefinementCtx): void {
  for (const field of missingContact(answers)) {
    context.addIssue({ code: "custom", path: [field], message: "empty", input: answers });
  }
}

function provisionIsNamed(answers: Readonly<Record<string, unknown>>, context: z.core.$RefinementCtx): void {
  for (const field of missingProvision(answers)) {
    context.addIssue({ code: "custom", path: [field], message: "empty", input: answers });
  }
}

export const submissionSchemas = {
  feedback: z
    .object({ kind: z.literal("feedback"), ...commonFields, ...feedbackForm.fields })
    .superRefine(reporterIsReachable)
    .meta({ id: "Submission_feedback" }),
  proposal: z
    .object({ kind: z.literal("proposal"), ...commonFields, ...proposalForm.fields })
    .superRefine(reporterIsReachable)
    .meta({ id: "Submission_proposal" }),
  barrier: z
    .object({ kind: z.literal("barrier"), ...commonFields, ...barrierForm.fields })
    .superRefine(reporterIsReachable)
    .superRefine(provisionIsNamed)
    .meta({ id: "Submission_barrier" }),
  initiative: z
    .object({ kind: z.literal("initiative"), ...commonFields, ...initiativeForm.fields })
    .superRefine(reporterIsReachable)
    .meta({ id: "Submission_initiative" }),
};
export const submissionSchema = z
  .discriminatedUnion("kind", [
    submissionSchemas.feedback,
    submissionSchemas.proposal,
    submissionSchemas.barrier,
    submissionSchemas.initiative,
  ])
  .meta({ id: "Submission" });
export type Submission = z.infer<typeof submissionSchema>;

type KeysOfUnion<T> = T extends unknown ? keyof T : never;
export type DetailField = Extract<KeysOfUnion<(typeof formOf)[Kind]["controls"]>, string>;
export type FieldName = CommonField | DetailField;

export const controls: Record<FieldName, Control> = {
  ...commonControls,
  ...feedbackForm.controls,
  ...proposalForm.controls,
  ...barrierForm.controls,
  ...initiativeForm.controls,
};

/** A page of questions. */
export type StepName = (typeof formOf)[Kind]["steps"][number]["name"];

export interface FormStep {
  readonly name: StepName;
  /** In the order in which they are asked. */
  readonly fields: readonly FieldName[];
  /** What a task needs before it is done although a program may leave it out. */
  readonly needs?: readonly FieldName[];
}

/** How a kind is asked: page after page, or as a list of tasks in any order. */
export type Flow = "pages" | "tasks";
export const formFlows: Record<Kind, Flow> = {
  feedback: "pages",
  proposal: "pages",
  barrier: "pages",
  initiative: initiativeForm.flow,
};

/** True where several authors write together, each of whom accepts. */
export const takesCoAuthors = (kind: Kind): boolean => kind === "initiative";

/** True where a date may lie years back: it is asked as a date, not as "today or yesterday". */
export const happensOverTime = (kind: Kind): boolean => kind === "initiative";

/** The pages of questions of each kind, in order; the check page follows the last. */
export const formSteps: Record<Kind, readonly FormStep[]> = {
  feedback: feedbackForm.steps,
  proposal: proposalForm.steps,
  barrier: barrierForm.steps,
  initiative: initiativeForm.steps,
};

const detailsOf = (kind: Kind): readonly DetailField[] => Object.keys(formOf[kind].controls) as DetailField[];

/** The kind's own answers, stored as `details` of the case. */
export const detailFields: Record<Kind, readonly DetailField[]> = {
  feedback: detailsOf("feedback"),
  proposal: detailsOf("proposal"),
  barrier: detailsOf("barrier"),
  initiative: detailsOf("initiative"),
};

/**
 * True when a kind cannot be sent without this field; a named sender must also
 * be reachable. A list of provisions may stand for the one document.
 */
export function isRequired(kind: Kind, field: FieldName): boolean {
  if (kind === "barrier" && field === "legalDocument") return true;
  const shape: Record<string, z.ZodType> = submissionSchemas[kind].shape;
  return !(shape[field]?.safeParse(undefined).success ?? true);
}

export function isKind(value: string): value is Kind {
  return (kinds as readonly string[]).includes(value);
}
