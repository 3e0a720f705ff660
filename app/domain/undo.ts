import type { Actor } from "./actor.ts";

/**
 * For how long an act can be undone, and how long the mails that it caused wait
 * in the outbox unless the operator has chosen another time for those.
 */
export const UNDO_MS = 60_000;

/** For how long a page that shows the work offers it by one key. */
export const UNDO_OFFERED_MS = 10_000;

/** The acts that change nothing but the case itself, what was said with them and the mails they queue. */
export const undoableActs: readonly string[] = [
  "assign",
  "accept",
  "refuse",
  "ask",
  "merge",
  "decline",
  "classify",
  "snooze",
  "claim",
  "give",
  "level",
];

/** What was done last to a case: by whom, and when. */
export interface LastAct {
  readonly act: string;
  readonly staffId: number;
  readonly at: Date;
}

export function isOwnAct(done: LastAct, actor: Actor): boolean {
  return actor.kind === "staff" && done.staffId === actor.staffId;
}

/** True while the act is of the kind that can be undone and its time is not over. */
export function isUndoable(done: LastAct, now: Date): boolean {
  return undoableActs.includes(done.act) && now.getTime() - done.at.getTime() < UNDO_MS;
}

/** True while the actor can undo what was done last; its mails may be gone all the same. */
export function mayUndo(done: LastAct | null, actor: Actor, now: Date): boolean {
  return done !== null && isOwnAct(done, actor) && isUndoable(done, now);
}

/** An event of a case as far as it tells what was undone. */
interface Undoable {
  readonly type: string;
  readonly position: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * A history without the acts that were undone and without their undoing: what
 * people outside the office are told, and what the time at the desks follows
 * from. The history itself keeps both.
 */
export function withoutUndone<E extends Undoable>(events: readonly E[]): E[] {
  const undone = new Set(events.filter(({ type }) => type === "undo").map(({ data }) => data.undoneVersion));
  return events.filter(({ type, position }) => type !== "undo" && !undone.has(position));
}
