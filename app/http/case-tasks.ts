import type { RouterContextProvider } from "react-router";
import type { CaseAct } from "../domain/acts.ts";
import { liveTaskStates } from "../domain/webhook.ts";
import { type CaseRow, scopeOf } from "../../db/cases.ts";
import { takersOf, tasksOf } from "../../db/handed-tasks.ts";
import { mayReadPapers } from "../domain/permissions.ts";
import { actorContext, langContext, portalContext } from "./context.ts";

/** The tasks that other systems have of a case, and the systems to which it can be handed now. */
export async function loadTasks(context: Readonly<RouterContextProvider>, row: CaseRow, acts: readonly CaseAct[]) {
  const { store } = context.get(portalContext);
  const lang = context.get(langContext);
  const reads = mayReadPapers(context.get(actorContext), scopeOf(row));
  const tasks = reads ? await tasksOf(store.read, row.id) : [];
  const takers = acts.includes("hand-task") ? await takersOf(store.read, row.id) : [];
  return {
    tasks: tasks.map(({ task, system, ownerVi, ownerEn, reports }) => ({
      id: task.publicId,
      system,
      state: task.state,
      ofPromise: task.commitmentId !== null,
      owner: lang === "vi" ? ownerVi : ownerEn,
      dueOn: task.dueOn,
      handedAt: task.handedAt,
      percent: task.percent,
      live: liveTaskStates.some((state) => state === task.state),
      reports: reports.map(({ id, state, percent, note, at }) => ({ id, state, percent, note, at })),
    })),
    takers: takers.map(({ publicId, name }) => ({ value: publicId, label: name })),
  };
}
