import { randomUUID } from "node:crypto";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { liveTaskStates, takesTasks } from "../app/domain/webhook.ts";
import { openCommitment } from "./commitments.ts";
import { insertRow, prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";
import { activeSystems, type SystemRow } from "./systems.ts";

/** Cases and promises that were handed to connected systems as tasks, and what those have said of them. */
export type TaskRow = Tables["handedTasks"]["$inferSelect"];
export type TaskReport = Tables["taskReports"]["$inferSelect"];
type NewTask = Pick<TaskRow, "webhookId" | "caseId" | "commitmentId" | "ownerId" | "dueOn" | "handedBy">;

export async function insertTask(tx: Tx, task: NewTask, now: Date): Promise<TaskRow> {
  const fresh = { publicId: randomUUID(), state: "handed", percent: null, handedAt: now, reportedAt: null } as const;
  return insertRow(tx, "handedTasks", { ...task, ...fresh });
}

export async function findTask(db: Db, publicId: string): Promise<TaskRow | null> {
  const { handedTasks: t } = db.tables;
  const [row] = await db.select().from(t).where(eq(t.publicId, publicId));
  return row ?? null;
}

export async function findTaskById(db: Db, id: number): Promise<TaskRow | null> {
  const { handedTasks: t } = db.tables;
  const [row] = await db.select().from(t).where(eq(t.id, id));
  return row ?? null;
}

/** The tasks of a case that the portal has not ended, oldest first. */
export async function liveTasks(db: Db, caseId: number): Promise<TaskRow[]> {
  const { handedTasks: t } = db.tables;
  const query = prepared(db, "liveTasks", () =>
    db
      .select()
      .from(t)
      .where(and(eq(t.caseId, sql.placeholder("caseId")), inArray(t.state, [...liveTaskStates])))
      .orderBy(asc(t.id))
      .prepare("live_tasks"),
  );
  return query.execute({ caseId });
}

/** The tasks of a case itself, not of its promises, that ended with it, oldest first. */
export async function overTasks(tx: Tx, caseId: number): Promise<TaskRow[]> {
  const { handedTasks: t } = tx.tables;
  return tx
    .select()
    .from(t)
    .where(and(eq(t.caseId, caseId), eq(t.state, "over"), isNull(t.commitmentId)))
    .orderBy(asc(t.id));
}

/** Makes a task that was over one that its system has again. */
export async function takeUpTask(tx: Tx, id: number, set: Pick<TaskRow, "state" | "ownerId" | "dueOn">): Promise<void> {
  const { handedTasks: t } = tx.tables;
  await tx
    .update(t)
    .set(set)
    .where(and(eq(t.id, id), eq(t.state, "over")));
}

/** The task that a system already has of a case, or of a promise of it. */
export async function sameTask(tx: Tx, task: NewTask): Promise<TaskRow | null> {
  const { handedTasks: t } = tx.tables;
  const [row] = await tx
    .select()
    .from(t)
    .where(
      and(
        eq(t.caseId, task.caseId),
        eq(t.webhookId, task.webhookId),
        task.commitmentId === null ? isNull(t.commitmentId) : eq(t.commitmentId, task.commitmentId),
        inArray(t.state, [...liveTaskStates]),
      ),
    );
  return row ?? null;
}

/** Changes a task that the portal has not ended; null when it has. */
export async function updateTask(tx: Tx, id: number, set: Partial<TaskRow>): Promise<TaskRow | null> {
  const { handedTasks: t } = tx.tables;
  const [row] = await tx
    .update(t)
    .set(set)
    .where(and(eq(t.id, id), inArray(t.state, [...liveTaskStates])))
    .returning();
  return row ?? null;
}

/** Stores a report; null when the system has sent one of this name for the task before. */
export async function insertReport(tx: Tx, report: Omit<TaskReport, "id">): Promise<TaskReport | null> {
  const { taskReports: r } = tx.tables;
  const [row] = await tx
    .insert(r)
    .values(report)
    .onConflictDoNothing({ target: [r.taskId, r.reportId] })
    .returning();
  return row ?? null;
}

export async function findReport(db: Db, taskId: number, reportId: string): Promise<TaskReport | null> {
  const { taskReports: r } = db.tables;
  const [row] = await db
    .select()
    .from(r)
    .where(and(eq(r.taskId, taskId), eq(r.reportId, reportId)));
  return row ?? null;
}

/** What a system said last of a task, or null. */
export async function lastReport(db: Db, taskId: number): Promise<TaskReport | null> {
  const { taskReports: r } = db.tables;
  const [row] = await db.select().from(r).where(eq(r.taskId, taskId)).orderBy(desc(r.id)).limit(1);
  return row ?? null;
}

/** A task as an office sees it: with the system that has it, who owns it, and the newest things said of it. */
export interface OfficeTask {
  readonly task: TaskRow;
  readonly system: string;
  readonly ownerVi: string;
  readonly ownerEn: string;
  readonly reports: readonly TaskReport[];
}

/** The systems to which a case can be handed now: those that do not have it, or the promise that it owes, already. */
export async function takersOf(db: Db, caseId: number): Promise<SystemRow[]> {
  const promised = (await openCommitment(db, caseId))?.id ?? null;
  const had = (await liveTasks(db, caseId)).filter(({ commitmentId }) => commitmentId === promised);
  const systems = await activeSystems(db);
  return systems.filter((system) => takesTasks(system) && !had.some(({ webhookId }) => webhookId === system.id));
}

const MOST_TASKS = 20;
const MOST_REPORTS = 20;

/** The tasks of a case, the newest first. */
export async function tasksOf(db: Db, caseId: number): Promise<OfficeTask[]> {
  const { handedTasks: t, taskReports: r, webhooks, agencies } = db.tables;
  const found = await db
    .select({ task: t, system: webhooks.name, ownerVi: agencies.nameVi, ownerEn: agencies.nameEn })
    .from(t)
    .innerJoin(webhooks, eq(webhooks.id, t.webhookId))
    .innerJoin(agencies, eq(agencies.id, t.ownerId))
    .where(eq(t.caseId, caseId))
    .orderBy(desc(t.id))
    .limit(MOST_TASKS);
  const tasks: OfficeTask[] = [];
  for (const one of found) {
    const reports = await db
      .select()
      .from(r)
      .where(eq(r.taskId, one.task.id))
      .orderBy(desc(r.at), desc(r.id))
      .limit(MOST_REPORTS);
    tasks.push({ ...one, reports });
  }
  return tasks;
}
