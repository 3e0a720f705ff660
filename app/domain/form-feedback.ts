import { whereFields, whoFields } from "./form-common.ts";

/** Phản ánh: what happened, where, who says so. */
export const feedbackForm = {
  fields: {},
  controls: {},
  steps: [
    { name: "content", fields: ["content", "title", "field"] },
    { name: "where", fields: whereFields },
    { name: "who", fields: whoFields },
  ],
} as const;
