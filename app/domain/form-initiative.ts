import { readMoney } from "./amount.ts";
import { choice, line, optional, paragraphs, yesNo } from "./fields.ts";
import { termCode } from "./form-common.ts";
import { readQuantity } from "./quantity.ts";

/** Technology readiness, from a basic principle (1) to use in practice (9). */
export const readinessLevels = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** How far a solution can be carried. */
export const reaches = ["unit", "province", "country"] as const;
/** To whom the solution belongs. */
export const owners = ["authors", "employer", "shared", "other"] as const;
/** What the world knows of it. */
export const disclosures = ["unpublished", "published", "patented", "confidential"] as const;

/** A plain number in any spelling, kept as digits with a point. */
const quantity = line(40)
  .refine((value) => readQuantity(value) !== null, "wrong")
  .overwrite((value) => readQuantity(value) ?? value);

/** Whole đồng, from `40 triệu` as well as `40.000.000`. */
const dong = line(60)
  .refine((value) => readMoney(value) !== null, "wrong")
  .overwrite((value) => String(readMoney(value) ?? value));

/** Sáng kiến, giải pháp: a problem, its solution, what shows that it works, whose it is. */
export const initiativeForm = {
  flow: "tasks",
  fields: {
    affected: optional(line(300)),
    bottleneck: optional(termCode),
    solution: paragraphs(5000, 20),
    novelty: optional(paragraphs(3000)),
    technology: optional(termCode),
    readiness: optional(choice(readinessLevels)),
    trials: optional(paragraphs(3000)),
    trialPlace: optional(line(200)),
    benefit: paragraphs(2000, 10),
    measure: optional(line(200)),
    measureUnit: optional(line(60)),
    measureBefore: optional(quantity),
    measureAfter: optional(quantity),
    costOnce: optional(dong),
    costYearly: optional(dong),
    reach: optional(choice(reaches)),
    conditions: optional(paragraphs(2000)),
    seekSandbox: optional(yesNo),
    seekPilot: optional(yesNo),
    seekFirstCustomer: optional(yesNo),
    owner: optional(choice(owners)),
    disclosure: optional(choice(disclosures)),
    disclosureNote: optional(line(300)),
    keepClosed: optional(paragraphs(1000)),
    pledgeTruth: optional(yesNo),
    pledgeNoSecrets: optional(yesNo),
    pledgeContact: optional(yesNo),
  },
  controls: {
    affected: { control: "line", max: 300 },
    bottleneck: { control: "term", vocabulary: "bottleneck" },
    solution: { control: "paragraphs", max: 5000 },
    novelty: { control: "paragraphs", max: 3000 },
    technology: { control: "term", vocabulary: "technology" },
    readiness: { control: "choice", options: readinessLevels },
    trials: { control: "paragraphs", max: 3000 },
    trialPlace: { control: "line", max: 200 },
    benefit: { control: "paragraphs", max: 2000 },
    measure: { control: "line", max: 200, group: "measure" },
    measureUnit: { control: "line", max: 60, group: "measure" },
    measureBefore: { control: "number", max: 30, inputMode: "decimal", group: "measure" },
    measureAfter: { control: "number", max: 30, inputMode: "decimal", group: "measure" },
    costOnce: { control: "number", max: 30, unit: "dong", group: "cost" },
    costYearly: { control: "number", max: 30, unit: "dong", group: "cost" },
    reach: { control: "choice", options: reaches },
    conditions: { control: "paragraphs", max: 2000 },
    seekSandbox: { control: "tick", group: "seek" },
    seekPilot: { control: "tick", group: "seek" },
    seekFirstCustomer: { control: "tick", group: "seek" },
    owner: { control: "choice", options: owners },
    disclosure: { control: "choice", options: disclosures },
    disclosureNote: { control: "line", max: 300 },
    keepClosed: { control: "paragraphs", max: 1000, inner: true },
    pledgeTruth: { control: "tick", group: "pledge" },
    pledgeNoSecrets: { control: "tick", group: "pledge" },
    pledgeContact: { control: "tick", group: "pledge" },
  },
  /** The tasks, in any order. `needs` is what a task lacks before it is done, beyond what the rules of its fields say. */
  steps: [
    { name: "content", fields: ["content", "affected", "bottleneck", "field", "title"] },
    { name: "solution", fields: ["solution", "novelty", "technology"], needs: ["novelty"] },
    {
      name: "evidence",
      fields: ["readiness", "trials", "trialPlace", "occurredOn"],
      needs: ["readiness", "trials"],
    },
    {
      name: "benefit",
      fields: ["benefit", "measure", "measureUnit", "measureBefore", "measureAfter", "costOnce", "costYearly"],
    },
    {
      name: "where",
      fields: [
        "extent",
        "communeCode",
        "provinceCode",
        "address",
        "reach",
        "conditions",
        "seekSandbox",
        "seekPilot",
        "seekFirstCustomer",
      ],
      needs: ["reach"],
    },
    { name: "who", fields: ["reporterType", "name", "email", "phone", "hideIdentity", "againstAgency"] },
    {
      name: "rights",
      fields: [
        "owner",
        "disclosure",
        "disclosureNote",
        "keepClosed",
        "publishConsent",
        "pledgeTruth",
        "pledgeNoSecrets",
        "pledgeContact",
      ],
      needs: ["owner", "disclosure", "pledgeTruth", "pledgeNoSecrets"],
    },
  ],
} as const;
