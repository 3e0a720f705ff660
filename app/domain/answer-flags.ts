import type { Citation } from "./citations.ts";
import type { AnswerPoint } from "./question-points.ts";

/** How equal to its template an answer is, in percent, at which the leader is told. */
export const TEMPLATE_SHARE = 80;

export const answerFlags = ["late", "disputed", "ended-law", "unknown-law", "template", "deferred"] as const;
export type AnswerFlag = (typeof answerFlags)[number];

/** What is known of an answer that waits for approval. */
export interface FlaggedAnswer {
  readonly dueAt: Date;
  /** 1, and one more each time the case was taken up again. */
  readonly round: number;
  readonly citations: readonly Pick<Citation, "standing">[];
  readonly points: readonly Pick<AnswerPoint, "state">[];
  /** In percent; null for an answer that began as no template. */
  readonly templateShare: number | null;
}

/** What a leader should look at before signing. */
export function flagsOf(item: FlaggedAnswer, now: Date): AnswerFlag[] {
  const standings = item.citations.map(({ standing }) => standing);
  const put = item.points.some(({ state }) => state === "elsewhere" || state === "deferred");
  const flags: Record<AnswerFlag, boolean> = {
    late: now >= item.dueAt,
    disputed: item.round > 1,
    "ended-law": standings.includes("ended") || standings.includes("coming"),
    "unknown-law": standings.includes("unknown"),
    template: (item.templateShare ?? 0) >= TEMPLATE_SHARE,
    deferred: put,
  };
  return answerFlags.filter((flag) => flags[flag]);
}

/** What leaders say most often when they send an answer back. */
export const returnReasons = ["unanswered", "basis", "evidence", "tone", "promise", "other"] as const;
