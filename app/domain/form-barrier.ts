import { line, optional, paragraphs } from "./fields.ts";
import { termCode, whereFields, whoInBusinessFields } from "./form-common.ts";

/** Vướng mắc thể chế: the rule that stands in a business's way, what it costs, what it should say. */
export const barrierForm = {
  fields: {
    legalDocument: line(200),
    legalProvision: optional(line(200)),
    obstacleClass: optional(termCode),
    burden: optional(paragraphs(2000)),
    suggestion: optional(paragraphs(5000)),
  },
  controls: {
    legalDocument: { control: "line", max: 200 },
    legalProvision: { control: "line", max: 200 },
    obstacleClass: { control: "term", vocabulary: "obstacle_class" },
    burden: { control: "paragraphs", max: 2000 },
    suggestion: { control: "paragraphs", max: 5000 },
  },
  steps: [
    {
      name: "content",
      fields: ["legalDocument", "legalProvision", "content", "obstacleClass", "burden", "suggestion", "title", "field"],
    },
    { name: "where", fields: whereFields },
    { name: "who", fields: whoInBusinessFields },
  ],
} as const;
