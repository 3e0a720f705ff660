import { findAgency } from "../../db/agencies.ts";
import { type CaseRow, findCaseById } from "../../db/cases.ts";
import type { DeliveryRow } from "../../db/deliveries.ts";
import { findTaskById, type TaskRow } from "../../db/handed-tasks.ts";
import { publicationOfCase } from "../../db/publications.ts";
import type { Db } from "../../db/store.server.ts";
import { agencyRefJson, isoOrNull } from "./api-views.ts";
import { publicCaseJson } from "./public-case.ts";

/**
 * The body of a delivery, as things stand at this moment: of a published case
 * what the public API tells of it, of one that is no longer public its code, of
 * a task its code, owner and date. Null when there is nothing to tell any more.
 */
export async function newsBody(db: Db, delivery: DeliveryRow, publicUrl: string, now: Date): Promise<string | null> {
  const { publicId: id, event, at } = delivery;
  const told = await toldBy(db, delivery, publicUrl, now);
  return told && JSON.stringify({ id, event, at: at.toISOString(), ...told });
}

async function toldBy(db: Db, { event, caseId, taskId }: DeliveryRow, publicUrl: string, now: Date) {
  if (event === "test") return {};
  const row = caseId === null ? null : await findCaseById(db, caseId);
  if (!row) return null;
  const publication = await publicationOfCase(db, row.id);
  if (event === "case.published" || event === "case.changed") {
    const told = publication && (await publicCaseJson(db, publication, publicUrl, now));
    return told && { case: told };
  }
  // Published again since: that is told by a delivery of its own.
  if (event === "case.removed") return publication ? null : { case: { code: row.code } };
  const task = taskId === null ? null : await findTaskById(db, taskId);
  return task && { task: await taskJson(db, task, row, publicUrl) };
}

/** A task as the system that has it is told of it. */
export async function taskJson(db: Db, task: TaskRow, row: Pick<CaseRow, "code" | "kind" | "published">, root: string) {
  const owner = await findAgency(db, task.ownerId);
  if (!owner) throw new Error("the owner of a task is no agency");
  const { code, kind, published } = row;
  return {
    id: task.publicId,
    state: task.state,
    of: task.commitmentId === null ? ("case" as const) : ("commitment" as const),
    code,
    kind,
    owner: agencyRefJson(owner),
    dueOn: task.dueOn,
    handedAt: task.handedAt.toISOString(),
    percent: task.percent,
    reportedAt: isoOrNull(task.reportedAt),
    /** The public page; null while the case is not published. */
    url: published ? { vi: `${root}/vi/cases/${code}`, en: `${root}/en/cases/${code}` } : null,
    reportUrl: `${root}/api/v1/tasks/${task.publicId}/reports`,
  };
}
