import { isSettled } from "../../domain/case-status.ts";
import { lastDay } from "../../domain/deadlines.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { listCommitments } from "../../../db/commitments.ts";
import { queueDelivery } from "../../../db/deliveries.ts";
import { liveTasks, type TaskRow, updateTask } from "../../../db/handed-tasks.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Acts on a promise, which leave the columns of its case as they are. */
const onPromises: readonly string[] = ["keep-commitment", "move-commitment"];

/**
 * What follows from a change for the tasks that were handed to other systems:
 * they are told the new owner and day, and that a task is over once its case is
 * answered or has ended, or its promise was kept.
 */
export async function keepTasks(tx: Tx, before: CaseRow, after: CaseRow, type: string, now: Date): Promise<void> {
  const touched =
    before.status !== after.status ||
    before.agencyId !== after.agencyId ||
    before.dueAt.getTime() !== after.dueAt.getTime() ||
    onPromises.includes(type);
  if (touched) await refreshTasks(tx, after, now);
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
      const over = isSettled(row.status) || row.status === "merged";
      await refresh(tx, task, over, { ownerId, dueOn: lastDay(row.dueAt) }, now);
    }
  }
}

async function refresh(
  tx: Tx,
  task: TaskRow,
  over: boolean,
  set: Pick<TaskRow, "ownerId" | "dueOn">,
  now: Date,
): Promise<void> {
  if (!over && set.ownerId === task.ownerId && set.dueOn === task.dueOn) return;
  const changed = await updateTask(tx, task.id, over ? { state: "over" } : set);
  if (changed) await tellOfTask(tx, changed, over ? "task.ended" : "task.changed", now);
}

/** Queues for the system that has a task what became of it. */
export async function tellOfTask(
  tx: Tx,
  { id: taskId, webhookId, caseId }: TaskRow,
  event: "task.handed" | "task.changed" | "task.ended",
  now: Date,
): Promise<void> {
  await queueDelivery(tx, { webhookId, event, caseId, taskId }, now);
}
