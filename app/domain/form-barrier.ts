import type { z } from "zod";
import { readCount, readHours, readMoney } from "./amount.ts";
import { line, optional, paragraphs } from "./fields.ts";
import { termCode, whereFields, whoInBusinessFields } from "./form-common.ts";
import { MOST_PROVISIONS, readReferences } from "./legal-reference.ts";

/** An amount in any spelling, kept as plain digits with a point. */
const amount = (read: (typed: string) => number | null): z.ZodType<string> =>
  line(100)
    .refine((value) => read(value) !== null, "wrong")
    .overwrite((value) => String(read(value) ?? value));

/** One provision a line, in any spelling. */
const provisions = paragraphs(2000).refine((value) => readReferences(value).length <= MOST_PROVISIONS, "too-many");

/** The provision still missing: one is named, as a document or in the list. */
export function missingProvision(answers: Readonly<Record<string, unknown>>): "legalDocument"[] {
  const given = [answers.legalDocument, answers.provisions];
  return given.some((value) => typeof value === "string" && value.trim() !== "") ? [] : ["legalDocument"];
}

/** Vướng mắc thể chế: the rule that stands in a business's way, what it costs, what it should say. */
export const barrierForm = {
  fields: {
    legalDocument: optional(line(500)),
    legalProvision: optional(line(200)),
    provisions: optional(provisions),
    suggestion: optional(paragraphs(5000)),
    obstacleClass: optional(termCode),
    hoursPerYear: optional(amount(readHours)),
    moneyPerYear: optional(amount(readMoney)),
    timesPerYear: optional(amount(readCount)),
    burden: optional(paragraphs(2000)),
    affectedCount: optional(amount(readCount)),
    othersAffected: optional(paragraphs(1000)),
    sector: optional(termCode),
    presentWording: optional(paragraphs(5000)),
    proposedWording: optional(paragraphs(5000)),
  },
  controls: {
    legalDocument: { control: "line", max: 500 },
    legalProvision: { control: "line", max: 200 },
    provisions: { control: "paragraphs", max: 2000 },
    suggestion: { control: "paragraphs", max: 5000 },
    obstacleClass: { control: "term", vocabulary: "obstacle_class" },
    hoursPerYear: { control: "number", max: 30 },
    moneyPerYear: { control: "number", max: 30 },
    timesPerYear: { control: "number", max: 30 },
    burden: { control: "paragraphs", max: 2000 },
    affectedCount: { control: "number", max: 30 },
    othersAffected: { control: "paragraphs", max: 1000 },
    sector: { control: "term", vocabulary: "sector" },
    presentWording: { control: "paragraphs", max: 5000 },
    proposedWording: { control: "paragraphs", max: 5000 },
  },
  steps: [
    {
      name: "content",
      fields: ["legalDocument", "legalProvision", "provisions", "content", "suggestion", "title", "field"],
    },
    {
      name: "cost",
      fields: [
        "hoursPerYear",
        "moneyPerYear",
        "timesPerYear",
        "burden",
        "affectedCount",
        "othersAffected",
        "obstacleClass",
        "sector",
        "presentWording",
        "proposedWording",
      ],
    },
    { name: "where", fields: whereFields },
    { name: "who", fields: whoInBusinessFields },
  ],
} as const;
