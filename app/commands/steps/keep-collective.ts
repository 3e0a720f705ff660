import { isSettled, type Status } from "../../domain/case-status.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { latestAnswer } from "../../../db/answers.ts";
import { addTask } from "../../../db/collective-tasks.ts";
import { countMembers } from "../../../db/merges.ts";
import { countPart } from "../../../db/parts.ts";
import type { Tx } from "../../../db/store.server.ts";
import { tellPartsDone } from "./tell-parts-done.ts";

/**
 * What follows from a change for the cases that belong together with this one:
 * the count of a parent's open parts; and work for the timer where others go on
 * under it, once it is answered or has ended without an answer.
 */
export async function keepCollective(tx: Tx, before: CaseRow, after: CaseRow, now: Date): Promise<void> {
  if (before.status === after.status) return;
  if (after.parentId !== null) await keepParent(tx, after.parentId, before.status, after.status, now);
  const kind = taskOf(after.status);
  if (kind === null) return;
  const total = await countMembers(tx, after.id);
  if (total === 0) return;
  const answer = kind === "relay" ? await latestAnswer(tx, after.id, "approved") : null;
  await addTask(tx, { kind, leadId: after.id, answerId: answer?.id ?? null, total, createdAt: now });
}

function taskOf(status: Status): "relay" | "release" | null {
  if (status === "answered") return "relay";
  return status === "declined" || status === "withdrawn" ? "release" : null;
}

async function keepParent(tx: Tx, parentId: number, from: Status, to: Status, now: Date): Promise<void> {
  if (isSettled(from) === isSettled(to)) return;
  const parent = await countPart(tx, parentId, isSettled(to) ? -1 : 1);
  if (parent && isSettled(to) && parent.openParts === 0) await tellPartsDone(tx, parent, now);
}
