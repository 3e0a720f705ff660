import { handTask } from "../../app/commands/hand-task.ts";
import { reportTask } from "../../app/commands/report-task.ts";
import { withdrawTask } from "../../app/commands/withdraw-task.ts";
import { findCase } from "../../db/cases.ts";
import { insertTask, type TaskRow } from "../../db/handed-tasks.ts";
import { insertSystem, type SystemRow } from "../../db/systems.ts";
import type { Tx } from "../../db/store.server.ts";
import type { CaseCommand } from "./case-commands.ts";

const settings = {
  name: "Hệ thống Thử nghiệm",
  url: "https://plan02.example.vn/hook",
  kind: "plan02",
  events: [],
} as const;

/** A connected system to which tasks are handed. */
export async function systemFor(tx: Tx, now: Date): Promise<SystemRow> {
  return (await insertSystem(tx, { ...settings, events: [] }, now)).row;
}

/** A task of a case, whatever its state; null where there is no such case. */
async function taskOf(tx: Tx, code: string, now: Date): Promise<TaskRow | null> {
  const row = await findCase(tx, code);
  if (!row) return null;
  const { id: webhookId } = await systemFor(tx, now);
  const ownerId = row.agencyId ?? 1;
  const given = { webhookId, caseId: row.id, commitmentId: null, ownerId, dueOn: "2026-12-01", handedBy: null };
  return insertTask(tx, given, now);
}

const inHand = ["assigned", "in_progress", "awaiting_approval", "published"] as const;
const everywhere = [
  ...inHand,
  "submitted",
  "waiting",
  "answered",
  "disputed",
  "closed",
  "declined",
  "withdrawn",
  "merged",
  "held",
] as const;

/** Handing cases to connected systems, by the same rules as every command on a case. */
export const taskCommands: Record<string, CaseCommand> = {
  "hand-task": {
    act: "hand-task",
    possible: [...inHand, "promised", "overdue"],
    who: ["triage", "own leader"],
    run: () => async (tx, actor, ref, now) => {
      const { publicId: system } = await systemFor(tx, now);
      return handTask(tx, actor, { ...ref, system }, now);
    },
  },
  "withdraw-task": {
    act: "withdraw-task",
    possible: everywhere,
    who: ["triage", "own leader"],
    run: () => async (tx, actor, ref, now) => {
      const task = await taskOf(tx, ref.code, now);
      return withdrawTask(tx, actor, { ...ref, task: task?.publicId ?? "none" }, now);
    },
  },
  "report-task": {
    act: "report-task",
    possible: everywhere,
    who: ["system"],
    run: () => async (tx, actor, ref, now) => {
      const task = await taskOf(tx, ref.code, now);
      const report = { reportId: "1", state: "in_progress", percent: 50 } as const;
      const systemId = task?.webhookId ?? 0;
      return reportTask(tx, actor, { ...ref, ...report, task: task?.publicId ?? "none", systemId }, now);
    },
  },
};
