import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { addRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type CollectiveTask = Tables["collectiveTasks"]["$inferSelect"];
type NewTask = Omit<Tables["collectiveTasks"]["$inferInsert"], "id">;

export async function addTask(tx: Tx, task: NewTask): Promise<void> {
  await addRow(tx, "collectiveTasks", task);
}

/** The task that waits longest, or null. */
export async function nextTask(db: Db, afterId = 0): Promise<CollectiveTask | null> {
  const { collectiveTasks: tasks } = db.tables;
  const open = await db.select().from(tasks).where(isNull(tasks.finishedAt)).orderBy(asc(tasks.id)).limit(20);
  return open.find((task) => task.id > afterId) ?? null;
}

/** Holds a task until the transaction ends: of two processes one does each piece. Null when it is finished. */
export async function holdTask(tx: Tx, id: number): Promise<CollectiveTask | null> {
  const { collectiveTasks: tasks } = tx.tables;
  const [task] = await tx
    .update(tasks)
    .set({ id })
    .where(and(eq(tasks.id, id), isNull(tasks.finishedAt)))
    .returning();
  return task ?? null;
}

export async function updateTask(tx: Tx, id: number, changes: Partial<CollectiveTask>): Promise<void> {
  const { collectiveTasks: tasks } = tx.tables;
  await tx.update(tasks).set(changes).where(eq(tasks.id, id));
}

/** The newest gathering of a campaign, or null. */
export async function gatheringOf(db: Db, campaignId: number): Promise<CollectiveTask | null> {
  const { collectiveTasks: tasks } = db.tables;
  const [task] = await db
    .select()
    .from(tasks)
    .where(and(eq(tasks.kind, "gather"), eq(tasks.campaignId, campaignId)))
    .orderBy(desc(tasks.id))
    .limit(1);
  return task ?? null;
}
