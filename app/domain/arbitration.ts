/**
 * "Not ours" ends somewhere: after the second refusal, and wherever a case
 * would go back to a body that has already refused it, the arbiter names the
 * agency that answers, and that one cannot refuse.
 */
export const MOST_REFUSALS = 2;

export interface RefusalsSoFar {
  /** How often agencies have refused the case, this time included. */
  readonly refusals: number;
  /** The agencies that have. */
  readonly refusers: readonly number[];
}

/** True when a refusal that names this body as competent (null: none of the portal's) ends the search by agreement. */
export function endsWithArbiter({ refusals, refusers }: RefusalsSoFar, competentId: number | null): boolean {
  return refusals >= MOST_REFUSALS || (competentId !== null && refusers.includes(competentId));
}
