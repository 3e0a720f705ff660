/** The acts that people of the offices do on a case, in the order in which pages offer them. */
export const caseworkNames = [
  "release",
  "accept",
  "assign",
  "approve",
  "return",
  "answer",
  "draft",
  "publish",
  "unpublish",
  "classify",
  "ask",
  "merge",
  "refuse",
  "decline",
  "note",
  "reveal",
  "request-identity",
  "undo",
] as const;
export type CaseworkName = (typeof caseworkNames)[number];
