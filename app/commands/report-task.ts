import { z } from "zod";
import { choice, optional, paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { reportedStates } from "../domain/webhook.ts";
import { findCaseById } from "../../db/cases.ts";
import {
  findReport,
  findTask,
  insertReport,
  type TaskReport,
  type TaskRow,
  updateTask,
} from "../../db/handed-tasks.ts";
import type { EventData } from "../../db/schema.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { openTasks } from "./steps/open-task.ts";

/** What a system says of a task. */
export const taskReportFields = z.object({
  /** The system's own name for this report: sent again, it is the same report. */
  reportId: z
    .string({ error: "empty" })
    .min(1, "empty")
    .max(100, "too-long")
    .regex(/^[\w.:-]+$/, "wrong"),
  state: choice(reportedStates),
  /** How far it is, in percent. */
  percent: z.int("wrong").min(0, "too-small").max(100, "too-large").optional(),
  /** For the eyes of the offices that handle the case. */
  note: optional(paragraphs(500)),
});
export const reportTaskInput = taskReportFields.extend({
  /** The task, by its public id. */
  task: z.string().max(60),
  /** The row of the system whose signature the report bears. */
  systemId: z.number().int(),
});
type Input = z.infer<typeof reportTaskInput>;

/**
 * A connected system says how a task stands that it was handed. The same report
 * again changes nothing. Refuses with `not-found` a task that this system does
 * not have, `task-over` one that was withdrawn or is over, `key-reused` another
 * report under a name that it has used.
 */
export async function reportTask(tx: Tx, actor: Actor, input: Input, now: Date): Promise<TaskRow> {
  const known = await findTask(tx, input.task);
  const filed = known?.webhookId === input.systemId ? await findCaseById(tx, known.caseId) : null;
  if (!known || !filed) throw new Refusal("not-found");
  const said = { state: input.state, percent: input.percent ?? null, note: input.note ?? null };
  const before = await findReport(tx, known.id, input.reportId);
  if (before && !isSame(before, said)) throw new Refusal("key-reused");
  if (before) return known;
  if (known.state === "withdrawn" || known.state === "over") throw new Refusal("task-over");
  const { row } = await openTasks(tx, actor, { code: filed.code }, "report-task");
  if (!(await insertReport(tx, { ...said, taskId: known.id, reportId: input.reportId, at: now })))
    throw new Refusal("stale");
  const task = await updateTask(tx, known.id, { state: said.state, percent: said.percent, reportedAt: now });
  if (!task) throw new Refusal("task-over");
  const percent: EventData = said.percent === null ? {} : { percent: said.percent };
  const data = { taskId: task.id, systemId: task.webhookId, taskState: said.state, ...percent };
  await changeCase(tx, actor, row, { type: "report-task", data }, now);
  return task;
}

function isSame(report: TaskReport, said: Pick<TaskReport, "state" | "percent" | "note">): boolean {
  return report.state === said.state && report.percent === said.percent && report.note === said.note;
}
