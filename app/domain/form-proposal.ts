import { paragraphs } from "./fields.ts";
import { whereFields, whoFields } from "./form-common.ts";

/** Kiến nghị: what is wrong and what should be done instead. */
export const proposalForm = {
  fields: { suggestion: paragraphs(5000, 10) },
  controls: { suggestion: { control: "paragraphs", max: 5000 } },
  steps: [
    { name: "content", fields: ["content", "suggestion", "title", "field"] },
    { name: "where", fields: whereFields },
    { name: "who", fields: whoFields },
  ],
} as const;
