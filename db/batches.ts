import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "../app/domain/actor.ts";
import { visibleTo } from "./cases.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Batch = Tables["batches"]["$inferSelect"];
export type BatchItem = Tables["batchItems"]["$inferSelect"];
export type BatchItemState = BatchItem["state"];

/** Rows per statement: PostgreSQL takes at most 65,535 values in one. */
const ROWS_PER_INSERT = 500;

/** The selected cases that the actor may see, each in the version that was selected. */
export async function seenCases(
  tx: Tx,
  actor: Actor,
  selected: readonly { readonly code: string; readonly version: number }[],
): Promise<Pick<BatchItem, "caseId" | "code" | "version">[]> {
  const { cases } = tx.tables;
  const versions = new Map(selected.map(({ code, version }) => [code, version]));
  const rows = await tx
    .select({ caseId: cases.id, code: cases.code })
    .from(cases)
    .where(and(inArray(cases.code, [...versions.keys()]), visibleTo(tx, actor)))
    .orderBy(asc(cases.id));
  return rows.map(({ caseId, code }) => ({ caseId, code, version: versions.get(code) ?? 0 }));
}

export async function insertBatch(
  tx: Tx,
  batch: Omit<Batch, "id" | "finishedAt" | "undoneAt">,
  items: readonly Pick<BatchItem, "caseId" | "code" | "version">[],
): Promise<Batch> {
  const { batches, batchItems } = tx.tables;
  const [stored] = await tx.insert(batches).values(batch).returning();
  if (!stored) throw new Error("a batch was not stored");
  for (let from = 0; from < items.length; from += ROWS_PER_INSERT) {
    const rows = items.slice(from, from + ROWS_PER_INSERT);
    await tx
      .insert(batchItems)
      .values(rows.map((row) => ({ ...row, batchId: stored.id, state: "waiting" as const, problem: null })));
  }
  return stored;
}

/** A batch of this person's; those of others do not exist to them. */
export async function findBatch(db: Db, id: number, staffId: number): Promise<Batch | null> {
  const { batches } = db.tables;
  const [row] = await db
    .select()
    .from(batches)
    .where(and(eq(batches.id, id), eq(batches.staffId, staffId)));
  return row ?? null;
}

export async function updateBatch(tx: Tx, id: number, set: Partial<Batch>): Promise<void> {
  const { batches } = tx.tables;
  await tx.update(batches).set(set).where(eq(batches.id, id));
}

/** The items of a batch in these states, in the order of their cases. */
export async function listBatchItems(
  db: Db,
  batchId: number,
  states: readonly BatchItemState[],
  limit = 500,
): Promise<BatchItem[]> {
  const { batchItems } = db.tables;
  return db
    .select()
    .from(batchItems)
    .where(and(eq(batchItems.batchId, batchId), inArray(batchItems.state, [...states])))
    .orderBy(asc(batchItems.caseId))
    .limit(limit);
}

/** Moves an item on from one state; false when somebody else has done so. */
export async function moveBatchItem(
  tx: Tx,
  item: Pick<BatchItem, "batchId" | "caseId" | "state">,
  set: Partial<Pick<BatchItem, "state" | "version" | "problem">>,
): Promise<boolean> {
  const { batchItems } = tx.tables;
  const moved = await tx
    .update(batchItems)
    .set(set)
    .where(
      and(eq(batchItems.batchId, item.batchId), eq(batchItems.caseId, item.caseId), eq(batchItems.state, item.state)),
    )
    .returning({ caseId: batchItems.caseId });
  return moved.length > 0;
}

/** How many items of a batch are in each state. */
export async function countBatchItems(db: Db, batchId: number): Promise<Record<BatchItemState, number>> {
  const { batchItems } = db.tables;
  const rows = await db
    .select({ state: batchItems.state, count: sql<number>`count(*)` })
    .from(batchItems)
    .where(eq(batchItems.batchId, batchId))
    .groupBy(batchItems.state);
  const counts: Record<BatchItemState, number> = { waiting: 0, done: 0, refused: 0, undone: 0, kept: 0 };
  for (const { state, count } of rows) counts[state] = Number(count);
  return counts;
}
