/** What a template is for. Each is the text of one act: `app/domain/casework-names.ts`. */
export const templatePurposes = ["answer", "ask", "decline", "note"] as const;
export type TemplatePurpose = (typeof templatePurposes)[number];
