import type { Actor } from "../../domain/actor.ts";
import type { CaseAct } from "../../domain/acts.ts";
import { type CaseRow, findCaseId } from "../../../db/cases.ts";
import { liveTasks, type TaskRow } from "../../../db/handed-tasks.ts";
import type { Tx } from "../../../db/store.server.ts";
import { type CaseRef, openCase } from "./open-case.ts";

/** Loads a case and the tasks that other systems have of it, for an act on one of those. */
export async function openTasks(
  tx: Tx,
  actor: Actor,
  ref: CaseRef,
  act: CaseAct,
): Promise<{ row: CaseRow; tasks: TaskRow[] }> {
  const caseId = await findCaseId(tx, ref.code);
  const tasks = caseId === 0 ? [] : await liveTasks(tx, caseId);
  return { row: await openCase(tx, actor, ref, act, { tasked: tasks.length > 0 }), tasks };
}
