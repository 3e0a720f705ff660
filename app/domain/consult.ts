import { addDays, type Calendar, isWorkingDay, localDate, workingDaysBetween } from "./calendar.ts";
import { lastDay } from "./deadlines.ts";

/** A question of the lead agency to a coordinating one is open until it is answered or taken back. */
export const consultStates = ["open", "answered", "withdrawn"] as const;
export type ConsultState = (typeof consultStates)[number];

/** What the rules need to know of a question to a coordinating agency. */
export interface ConsultTimes {
  readonly state: ConsultState;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
}

/**
 * A coordinating agency's own date lies after today and within the term of the
 * case; once the term itself is over, any later day. Returns the rule broken, or null.
 */
export function consultDateError(dueOn: string, today: string, caseDueAt: Date): "past" | "beyond-term" | null {
  if (dueOn <= today) return "past";
  const term = lastDay(caseDueAt);
  return term > today && dueOn > term ? "beyond-term" : null;
}

/** The day offered for an answer: three working days from today, or the last working day of the term before its end. */
export function proposedConsultDay(today: string, caseDueAt: Date, calendar: Calendar): string {
  const term = lastDay(caseDueAt);
  let day = today;
  for (let left = 3; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return term > today && day > term ? term : day;
}

export function isLateConsult({ state, dueAt }: ConsultTimes, now: Date): boolean {
  return state === "open" && now >= dueAt;
}

/** Working days for which a coordinating agency has kept, or kept, the lead agency waiting. */
export function silentDays({ askedAt, answeredAt }: ConsultTimes, now: Date, calendar: Calendar): number {
  return workingDaysBetween(localDate(askedAt), localDate(answeredAt ?? now), calendar);
}
