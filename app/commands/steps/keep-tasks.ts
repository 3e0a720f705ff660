import { lastDay } from "../../domain/deadlines.ts";
import { endsTasks, isTakenUp, takesEndBack } from "../../domain/task-life.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { listCommitments } from "../../../db/commitments.ts";
import { endWasDropped, queueDelivery } from "../../../db/deliveries.ts";
import { caseStream, listEvents } from "../../../db/events.ts";
import { lastReport, liveTasks, overTasks, takeUpTask, type TaskRow, updateTask } from "../../../db/handed-tasks.ts";
import type { Tx } from "../../../db/store.server.ts";
import { causeOf } from "./tell.ts";

/** Acts on a promise, which leave the columns of its case as they are. */
const onPromises: readonly string[] = ["keep-commitment", "move-commitment"];

/**
 * What follows from a change for the tasks that were handed to other systems:
 * they are told the new owner and day, and that a task is over once its case is
 * answered or has ended, or its promise was kept. A task that ended with a merge
 * or a refusal that is taken back is taken up again.
 */
export async function keepTasks(tx: Tx, before: CaseRow, after: CaseRow, type: string, now: Date): Promise<void> {
  const touched =
    before.status !== after.status ||
    before.agencyId !== after.agencyId ||
    before.dueAt.getTime() !== after.dueAt.getTime() ||
    onPromises.includes(type);
  if (takesEndBack(type, before.status, after.status)) await takeUpTasks(tx, after, now);
  else if (touched) await refreshTasks(tx, after, now);
}

/** Takes up, under the same id and as its system last said of it, what had ended with the case. */
async function takeUpTasks(tx: Tx, row: CaseRow, now: Date): Promise<void> {
  const tasks = await overTasks(tx, row.id);
  const events = tasks.length === 0 ? [] : await listEvents(tx, caseStream(row.id));
  for (const task of tasks.filter(({ id }) => isTakenUp(events, id))) {
    const state = (await lastReport(tx, task.id))?.state ?? "handed";
    await takeUpTask(tx, task.id, { state, ownerId: row.agencyId ?? task.ownerId, dueOn: lastDay(row.dueAt) });
    // Whoever was not told of the end has nothing to take up.
    if (!(await endWasDropped(tx, task))) await tellOfTask(tx, task, "task.handed", now);
  }
}

/** Brings the tasks of a case up to date with it and its promises. */
export async function refreshTasks(tx: Tx, row: CaseRow, now: Date): Promise<void> {
  const tasks = await liveTasks(tx, row.id);
  if (tasks.length === 0) return;
  const commitments = await listCommitments(tx, row.id);
  for (const task of tasks) {
    const commitment = commitments.find(({ id }) => id === task.commitmentId) ?? null;
    if (commitment) {
      const { agencyId: ownerId, promisedOn: dueOn } = commitment;
      await refresh(tx, task, commitment.state === "kept", { ownerId, dueOn }, now);
    } else {
      const ownerId = row.agencyId ?? task.ownerId;
      const set = { ownerId, dueOn: lastDay(row.dueAt) };
      const over = endsTasks(row.status);
      await refresh(tx, task, over, set, now, over ? await causeOf(tx, row) : null);
    }
  }
}

async function refresh(
  tx: Tx,
  task: TaskRow,
  over: boolean,
  set: Pick<TaskRow, "ownerId" | "dueOn">,
  now: Date,
  doneActId: number | null = null,
): Promise<void> {
  if (!over && set.ownerId === task.ownerId && set.dueOn === task.dueOn) return;
  const changed = await updateTask(tx, task.id, over ? { state: "over" } : set);
  if (changed) await tellOfTask(tx, changed, over ? "task.ended" : "task.changed", now, doneActId);
}

/** Queues for the system that has a task what became of it. What an act of an officer (`doneActId`) caused waits until that can no longer be undone. */
export async function tellOfTask(
  tx: Tx,
  { id: taskId, webhookId, caseId }: TaskRow,
  event: "task.handed" | "task.changed" | "task.ended",
  now: Date,
  doneActId: number | null = null,
): Promise<void> {
  await queueDelivery(tx, { webhookId, event, caseId, taskId, doneActId }, now);
}
