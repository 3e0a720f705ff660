import { endOfDay } from "./calendar.ts";

/** A dated promise is open until it is kept, or until its day is over. */
export const commitmentStates = ["open", "kept", "missed"] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** The moment at which a promised day is over. */
export function commitmentDueAt(promisedOn: string): Date {
  return endOfDay(promisedOn);
}

/** A new day for a promise lies in the future and is another one. Returns the rule broken, or null. */
export function moveError(promisedOn: string, current: string, today: string): "past" | "same" | null {
  if (promisedOn <= today) return "past";
  return promisedOn === current ? "same" : null;
}

/** What everybody who reads the answer may know of its promise. */
export interface PromiseStanding {
  readonly state: CommitmentState;
  readonly promisedOn: string;
  /** The day first promised, whatever was promised later. */
  readonly firstOn: string;
}
