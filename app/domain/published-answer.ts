import type { Status } from "./case-status.ts";

/** How the answer that is published of a case stands today. */
export const answerStates = ["none", "stands", "disputed", "disagreement", "reopened", "renewed"] as const;
export type AnswerState = (typeof answerStates)[number];

/** What a publication tells of its answer. */
export interface PublishedAnswer {
  readonly status: Status;
  /** Null until an answer is published. */
  readonly outcomeKind: string | null;
  /** When the case had the answer of its present round; null while it has none. */
  readonly answeredAt: Date | null;
  /** When an editor last wrote what is published. */
  readonly updatedAt: Date;
  readonly disagreement: boolean;
}

/**
 * How the published answer stands: `reopened` once the case was taken up again
 * after it, `renewed` once there is a newer one that no editor has published yet.
 */
export function answerStateOf(published: PublishedAnswer): AnswerState {
  const { status, outcomeKind, answeredAt, updatedAt, disagreement } = published;
  if (outcomeKind === null) return "none";
  if (answeredAt === null) return "reopened";
  if (updatedAt < answeredAt) return "renewed";
  if (disagreement) return "disagreement";
  return status === "disputed" ? "disputed" : "stands";
}

/** True while the published answer is the case's answer of today: only then is its outcome how the case ended. */
export function answerStands(published: PublishedAnswer): boolean {
  const state = answerStateOf(published);
  return state === "stands" || state === "disagreement";
}
