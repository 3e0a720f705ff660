/** What becomes of a point of the question: still open, answered, for another body to answer, or put off until a day. */
export const pointStates = ["open", "answered", "elsewhere", "deferred"] as const;
export type PointState = (typeof pointStates)[number];

/** A point as an answer keeps it. */
export interface AnswerPoint {
  readonly text: string;
  readonly state: PointState;
  readonly body: string | null;
  readonly until: string | null;
  readonly note: string | null;
}
