import type { Actor } from "../../domain/actor.ts";
import { InputRefusal, Refusal } from "../../domain/refusal.ts";
import { UNDO_MS } from "../../domain/undo.ts";
import { findAgency } from "../../../db/agencies.ts";
import { gatherable } from "../../../db/campaign-letters.ts";
import { type CaseRow, findCaseById } from "../../../db/cases.ts";
import { type CollectiveTask, holdTask, updateTask } from "../../../db/collective-tasks.ts";
import { membersAfter } from "../../../db/merges.ts";
import { actorOf, findStaff } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";
import { mergeCase } from "../merge-case.ts";
import { relayAnswer } from "../relay-answer.ts";
import { unmergeCase } from "../unmerge-case.ts";

/** Cases of one transaction. */
const AT_ONCE = 50;
const system: Actor = { kind: "system" };

/** Does the next piece of a task. True when there is more of it to do at once. */
export async function workOn(tx: Tx, taskId: number, now: Date): Promise<boolean> {
  const task = await holdTask(tx, taskId);
  if (!task) return false;
  // What an act caused that can still be undone waits as its mails do.
  if (task.kind === "release" && now.getTime() - task.createdAt.getTime() < UNDO_MS) return false;
  const rows = await nextCases(tx, task);
  let done = 0;
  for (const row of rows) if (await workOnOne(tx, task, row, now)) done += 1;
  const more = rows.length === AT_ONCE;
  await updateTask(tx, task.id, {
    afterId: rows.at(-1)?.id ?? task.afterId,
    done: task.done + done,
    skipped: task.skipped + rows.length - done,
    finishedAt: more ? null : now,
  });
  return more;
}

async function nextCases(tx: Tx, task: CollectiveTask): Promise<CaseRow[]> {
  if (task.kind !== "gather") return membersAfter(tx, task.leadId, task.afterId, AT_ONCE);
  const actor = await staffOf(tx, task);
  if (!actor || task.campaignId === null) return [];
  return gatherable(tx, actor, task.campaignId, task.afterId, AT_ONCE);
}

/** True when the case was dealt with; false when it is no longer one to deal with. */
async function workOnOne(tx: Tx, task: CollectiveTask, row: CaseRow, now: Date): Promise<boolean> {
  const lead = await findCaseById(tx, task.leadId);
  if (!lead || lead.id === row.id) return false;
  try {
    if (task.kind === "relay") await relayAnswer(tx, system, { code: row.code }, now);
    if (task.kind === "release") await release(tx, lead, row, now);
    if (task.kind === "gather") await gather(tx, task, lead, row, now);
    return true;
  } catch (failure) {
    // Each of these commands refuses before it writes anything.
    if (failure instanceof Refusal || failure instanceof InputRefusal) return false;
    throw failure;
  }
}

async function release(tx: Tx, lead: CaseRow, row: CaseRow, now: Date): Promise<void> {
  // Somebody has taken back what ended the lead.
  if (lead.status !== "declined" && lead.status !== "withdrawn") throw new Refusal("wrong-state");
  await unmergeCase(tx, system, { code: row.code }, now);
}

async function gather(tx: Tx, task: CollectiveTask, lead: CaseRow, row: CaseRow, now: Date): Promise<void> {
  const actor = await staffOf(tx, task);
  if (!actor) throw new Refusal("forbidden");
  await mergeCase(tx, actor, { code: row.code, leadCode: lead.code }, now);
}

async function staffOf(tx: Tx, { staffId }: CollectiveTask): Promise<Actor | null> {
  const person = staffId === null ? null : await findStaff(tx, staffId);
  const agency = person && (await findAgency(tx, person.agencyId));
  return person && agency ? actorOf(person, agency) : null;
}
