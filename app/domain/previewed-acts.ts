/** The acts after which something reaches the submitter; tests/store/preview.test.ts holds this list complete. */
export const previewedActs: readonly string[] = [
  "assign",
  "accept",
  "refuse",
  "ask",
  "merge",
  "decline",
  "answer",
  "approve",
  "publish",
  "release",
];
