/** What a submitter says is wrong with an answer. */
export const disputeGrounds = ["not-done", "not-answered", "wrong-body", "wrong-facts"] as const;
export type DisputeGround = (typeof disputeGrounds)[number];

/** What an answered case tells about a dispute of its answer. */
export interface Disputable {
  readonly status: string;
  /** The end of the time to object, from the answer on. */
  readonly closeAt: Date | null;
  /** Set since the answer of this round was disputed, also once that was decided. */
  readonly disputedAt: Date | null;
}

/** True while the time to object to an answer runs and nobody has yet: each answer is disputed once. */
export function canDispute({ status, closeAt, disputedAt }: Disputable, now: Date): boolean {
  if (status !== "answered" && status !== "closed") return false;
  return disputedAt === null && closeAt !== null && now < closeAt;
}

/** The answer was disputed and stands all the same: the submitter and the agency still disagree, and everybody may know. */
export function isDisagreement({ status, disputedAt }: Pick<Disputable, "status" | "disputedAt">): boolean {
  return status === "closed" && disputedAt !== null;
}
