import { z } from "zod";
import { type Kind, kinds, languages, reporterTypes } from "./case-kind.ts";
import { choice, emailAddress, line, optional, paragraphs, yesNo } from "./fields.ts";
import { readPhone } from "./phone.ts";
import { readTaxCode } from "./tax-code.ts";

/**
 * What each kind of submission asks for. To add a field: its rule in
 * `common` or `perKind`, its control below, its place in `stepFields`, and its
 * words in `locales/{vi,en}/forms.json`. Pages, validation, the check page, the
 * API and its documentation follow.
 */
const phone = z
  .string()
  .refine((value) => readPhone(value) !== null, "wrong")
  .overwrite((value) => readPhone(value) ?? value);
const taxCode = z
  .string()
  .refine((value) => readTaxCode(value) !== null, "wrong")
  .overwrite((value) => readTaxCode(value) ?? value);
const termCode = line(40);

export const readinessLevels = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

const common = {
  lang: choice(languages).default("vi"),
  title: optional(line(150, 5)),
  content: paragraphs(5000, 20),
  field: optional(termCode),
  provinceCode: optional(line(2)),
  communeCode: optional(line(5)),
  address: optional(line(300)),
  reporterType: choice(reporterTypes),
  name: optional(line(120, 2)),
  email: optional(emailAddress),
  phone: optional(phone),
  taxCode: optional(taxCode),
  publishConsent: yesNo,
};

const perKind = {
  feedback: {},
  proposal: { suggestion: paragraphs(5000, 10) },
  barrier: {
    legalDocument: line(200),
    legalProvision: optional(line(200)),
    obstacleClass: optional(termCode),
    burden: optional(paragraphs(2000)),
    suggestion: optional(paragraphs(5000)),
  },
  initiative: {
    solution: paragraphs(5000, 20),
    benefit: paragraphs(2000, 10),
    readiness: optional(choice(readinessLevels)),
    technology: optional(termCode),
  },
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

export const submissionSchemas = {
  feedback: z
    .object({ kind: z.literal("feedback"), ...common, ...perKind.feedback })
    .superRefine(reporterIsReachable)
    .meta({ id: "Submission_feedback" }),
  proposal: z
    .object({ kind: z.literal("proposal"), ...common, ...perKind.proposal })
    .superRefine(reporterIsReachable)
    .meta({ id: "Submission_proposal" }),
  barrier: z
    .object({ kind: z.literal("barrier"), ...common, ...perKind.barrier })
    .superRefine(reporterIsReachable)
    .meta({ id: "Submission_barrier" }),
  initiative: z
    .object({ kind: z.literal("initiative"), ...common, ...perKind.initiative })
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

export type CommonField = keyof typeof common;
type KeysOfUnion<T> = T extends unknown ? keyof T : never;
export type DetailField = Extract<KeysOfUnion<(typeof perKind)[Kind]>, string>;
export type FieldName = Exclude<CommonField, "lang"> | DetailField;

/** How a field is shown and what it may hold. */
export interface Control {
  readonly control: "line" | "paragraphs" | "choice" | "term" | "province" | "commune";
  readonly options?: readonly string[];
  readonly vocabulary?: "field" | "technology" | "obstacle_class";
  readonly autocomplete?: string;
  readonly inputMode?: "email" | "tel" | "numeric";
  readonly max?: number;
  /** Tells who somebody is: stored encrypted, never published. */
  readonly personal?: true;
}

export const controls: Record<FieldName, Control> = {
  title: { control: "line", max: 150 },
  content: { control: "paragraphs", max: 5000 },
  suggestion: { control: "paragraphs", max: 5000 },
  legalDocument: { control: "line", max: 200 },
  legalProvision: { control: "line", max: 200 },
  obstacleClass: { control: "term", vocabulary: "obstacle_class" },
  burden: { control: "paragraphs", max: 2000 },
  solution: { control: "paragraphs", max: 5000 },
  benefit: { control: "paragraphs", max: 2000 },
  readiness: { control: "choice", options: readinessLevels },
  technology: { control: "term", vocabulary: "technology" },
  field: { control: "term", vocabulary: "field" },
  provinceCode: { control: "province" },
  communeCode: { control: "commune" },
  address: { control: "line", max: 300, autocomplete: "street-address" },
  reporterType: { control: "choice", options: reporterTypes },
  name: { control: "line", max: 120, autocomplete: "name", personal: true },
  email: { control: "line", max: 254, autocomplete: "email", inputMode: "email", personal: true },
  phone: { control: "line", max: 30, autocomplete: "tel", inputMode: "tel", personal: true },
  taxCode: { control: "line", max: 20, inputMode: "numeric", personal: true },
  publishConsent: { control: "choice", options: ["yes", "no"] },
};

export const submitSteps = ["content", "where", "who", "check"] as const;
export type SubmitStep = (typeof submitSteps)[number];

const where = ["communeCode", "provinceCode", "address"] as const;
const who = ["reporterType", "name", "email", "phone", "publishConsent"] as const;
const whoInBusiness = ["reporterType", "name", "taxCode", "email", "phone", "publishConsent"] as const;

/** The fields of each step, in the order in which they are asked. */
export const stepFields: Record<Kind, Record<Exclude<SubmitStep, "check">, readonly FieldName[]>> = {
  feedback: { content: ["content", "title", "field"], where, who },
  proposal: { content: ["content", "suggestion", "title", "field"], where, who },
  barrier: {
    content: ["legalDocument", "legalProvision", "content", "obstacleClass", "burden", "suggestion", "title", "field"],
    where,
    who: whoInBusiness,
  },
  initiative: { content: ["content", "solution", "benefit", "readiness", "technology", "title", "field"], where, who },
};

/** The kind's own answers, stored as `details` of the case. */
export const detailFields: Record<Kind, readonly DetailField[]> = {
  feedback: [],
  proposal: Object.keys(perKind.proposal) as DetailField[],
  barrier: Object.keys(perKind.barrier) as DetailField[],
  initiative: Object.keys(perKind.initiative) as DetailField[],
};

/** True when a kind cannot be sent without this field; a named sender must also be reachable. */
export function isRequired(kind: Kind, field: FieldName): boolean {
  const shape: Record<string, z.ZodType> = submissionSchemas[kind].shape;
  return !(shape[field]?.safeParse(undefined).success ?? true);
}

export function isKind(value: string): value is Kind {
  return (kinds as readonly string[]).includes(value);
}
