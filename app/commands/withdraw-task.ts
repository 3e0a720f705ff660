import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { updateTask } from "../../db/handed-tasks.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { tellOfTask } from "./steps/keep-tasks.ts";
import { caseRef } from "./steps/open-case.ts";
import { openTasks } from "./steps/open-task.ts";

export const withdrawTaskInput = caseRef.extend({
  /** The task, by its public id. */
  task: z.string({ error: "empty" }).min(1, "empty").max(60, "wrong"),
});

/** Takes a task back from the system that has it: the system is told, and reports on it no more. */
export async function withdrawTask(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof withdrawTaskInput>,
  now: Date,
): Promise<CaseRow> {
  const { row, tasks } = await openTasks(tx, actor, input, "withdraw-task");
  const task = tasks.find(({ publicId }) => publicId === input.task);
  const withdrawn = task && (await updateTask(tx, task.id, { state: "withdrawn" }));
  if (!withdrawn) throw new InputRefusal({ task: "unknown" });
  await tellOfTask(tx, withdrawn, "task.ended", now);
  const data = { taskId: task.id, systemId: task.webhookId };
  return changeCase(tx, actor, row, { type: "withdraw-task", data }, now);
}
