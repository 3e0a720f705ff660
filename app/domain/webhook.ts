/** What other systems are told, and the tasks that are handed to them. */

/** Whether a system is only told what is public, or is one to which tasks are handed. */
export const systemKinds = ["public", "resolution57", "plan02"] as const;
export type SystemKind = (typeof systemKinds)[number];

/** What a system may ask to be told of published cases. */
export const caseNews = ["case.published", "case.changed", "case.removed"] as const;
export type CaseNews = (typeof caseNews)[number];

/** What is told of a task, to the system that has it and without being asked for. */
export const taskNews = ["task.handed", "task.changed", "task.ended"] as const;
export type TaskNews = (typeof taskNews)[number];

/** A test is told when an administrator asks for one. */
export type WebhookEvent = CaseNews | TaskNews | "test";

/** `dead`: given up, a person has to look. `dropped`: there is nothing to tell any more. */
export const deliveryStates = ["queued", "delivered", "dead", "dropped"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** How a task stands with the system that has it, in its own words. */
export const reportedStates = ["accepted", "in_progress", "done", "refused"] as const;
export type ReportedState = (typeof reportedStates)[number];
/** `withdrawn` by the office; `over` once the case is answered or has ended, or the promise was kept. */
export type TaskState = "handed" | ReportedState | "withdrawn" | "over";

/** Tasks that the portal has not ended: their system reports on them, and may take back that one is done. */
export const liveTaskStates = ["handed", ...reportedStates] as const satisfies readonly TaskState[];

export function takesTasks({ kind }: { readonly kind: SystemKind }): boolean {
  return kind !== "public";
}

/** How often a delivery is tried before it is given up. */
export const MOST_ATTEMPTS = 12;
const MINUTE_MS = 60_000;

/**
 * When a delivery that has failed so many times is tried again, in milliseconds:
 * after one minute, then each time after twice as long, all within about a day
 * and a half. `share` (from 0 up to 1) spreads what failed together.
 */
export function pauseAfter(attempts: number, share: number): number {
  return Math.round(2 ** Math.min(attempts - 1, MOST_ATTEMPTS) * MINUTE_MS * (1 - share / 4));
}

/** For how long a secret still signs after it was renewed. */
export const FORMER_SECRET_MS = 24 * 3600 * 1000;

/** By how much the clock of whoever signs may differ. */
export const SIGNATURE_AGE_MS = 5 * MINUTE_MS;

/** What is signed: the seconds since 1970, a full stop, and the body as it is sent. */
export const signedText = (seconds: number, body: string): string => `${seconds}.${body}`;
