import { choice, optional, paragraphs } from "./fields.ts";
import { termCode, whereFields, whoFields } from "./form-common.ts";

/** Technology readiness, from a basic principle (1) to use in practice (9). */
export const readinessLevels = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** Sáng kiến, giải pháp: a problem, its solution, and what shows that it works. */
export const initiativeForm = {
  fields: {
    solution: paragraphs(5000, 20),
    benefit: paragraphs(2000, 10),
    readiness: optional(choice(readinessLevels)),
    technology: optional(termCode),
  },
  controls: {
    solution: { control: "paragraphs", max: 5000 },
    benefit: { control: "paragraphs", max: 2000 },
    readiness: { control: "choice", options: readinessLevels, folded: true },
    technology: { control: "term", vocabulary: "technology" },
  },
  steps: [
    { name: "content", fields: ["content", "solution", "benefit", "readiness", "technology", "title", "field"] },
    { name: "where", fields: whereFields },
    { name: "who", fields: whoFields },
  ],
} as const;
