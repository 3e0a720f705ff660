import { isSettled, type Status } from "./case-status.ts";

/** An event of a case as far as tasks follow from it. */
interface TaskEvent {
  readonly type: string;
  readonly fromStatus: Status | null;
  readonly toStatus: Status | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Acts that make a case again what it was. */
const takingBack: readonly string[] = ["undo", "unmerge"];

/** True once a case asks nothing of the system that has it as a task. */
export const endsTasks = (status: Status): boolean => isSettled(status) || status === "merged";

/** True for an act that takes back the end of a case. */
export const takesEndBack = (type: string, from: Status, to: Status): boolean =>
  takingBack.includes(type) && endsTasks(from) && !endsTasks(to);

/**
 * True when a case that was handed over as a task is that task again after its
 * last event: it ended with the case, and that end was taken back. What ended
 * with an answer is not taken up when the case is reopened: an office hands it
 * over anew.
 */
export function isTakenUp(events: readonly TaskEvent[], taskId: number): boolean {
  let live = false;
  let before = false;
  for (const { type, fromStatus: from, toStatus: to, data } of events) {
    if (type === "hand-task" && data.taskId === taskId) live = true;
    if (from === null || to === null) continue;
    if (!endsTasks(from) && endsTasks(to)) {
      before = live;
      live = false;
    }
    if (takesEndBack(type, from, to)) live = before;
  }
  return live;
}
