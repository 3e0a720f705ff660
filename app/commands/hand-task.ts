import { z } from "zod";
import { lastDay } from "../domain/deadlines.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { takesTasks } from "../domain/webhook.ts";
import { type CaseRow, findCaseId } from "../../db/cases.ts";
import { openCommitment } from "../../db/commitments.ts";
import { insertTask, sameTask } from "../../db/handed-tasks.ts";
import { findSystem } from "../../db/systems.ts";
import type { EventData } from "../../db/schema.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { tellOfTask } from "./steps/keep-tasks.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const handTaskInput = caseRef.extend({
  /** The connected system that gets the task, by its public id. */
  system: z.string({ error: "empty" }).min(1, "empty").max(60, "wrong"),
});

/**
 * Hands a case over to a connected system as a task, with its code, the agency
 * that owns it and its date; where the case owes an open promise, the promise
 * with its day. No text of the case goes with it. Refuses with `already-exists`
 * what that system has already.
 */
export async function handTask(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof handTaskInput>,
  now: Date,
): Promise<CaseRow> {
  const caseId = await findCaseId(tx, input.code);
  const commitment = caseId === 0 ? null : await openCommitment(tx, caseId);
  const row = await openCase(tx, actor, input, "hand-task", { promised: commitment !== null });
  const system = await findSystem(tx, input.system);
  if (!system || system.pausedAt !== null || !takesTasks(system)) throw new InputRefusal({ system: "unknown" });
  const ownerId = commitment?.agencyId ?? row.agencyId;
  if (ownerId === null || actor.kind !== "staff") throw new Refusal("wrong-state");
  const given = {
    webhookId: system.id,
    caseId: row.id,
    commitmentId: commitment?.id ?? null,
    ownerId,
    dueOn: commitment?.promisedOn ?? lastDay(row.dueAt),
    handedBy: actor.staffId,
  };
  if (await sameTask(tx, given)) throw new Refusal("already-exists");
  const task = await insertTask(tx, given, now);
  await tellOfTask(tx, task, "task.handed", now);
  const promise: EventData = commitment ? { commitmentId: commitment.id } : {};
  const data = { taskId: task.id, systemId: system.id, ...promise };
  return changeCase(tx, actor, row, { type: "hand-task", data }, now);
}
