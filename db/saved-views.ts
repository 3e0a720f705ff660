import { and, asc, eq, or, sql } from "drizzle-orm";
import type { StaffActor } from "../app/domain/actor.ts";
import { addRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type SavedView = Tables["savedViews"]["$inferSelect"];

/** The saved views that stand beside a person's queue: their own, their unit's and everybody's. */
export async function listSavedViews(db: Db, actor: StaffActor, limit = 100): Promise<SavedView[]> {
  const { savedViews: v } = db.tables;
  return db
    .select()
    .from(v)
    .where(
      or(
        eq(v.staffId, actor.staffId),
        and(eq(v.audience, "unit"), eq(v.agencyId, actor.agencyId)),
        eq(v.audience, "everyone"),
      ),
    )
    .orderBy(asc(v.id))
    .limit(limit);
}

export async function findSavedView(db: Db, id: number): Promise<SavedView | null> {
  const { savedViews: v } = db.tables;
  const [row] = await db.select().from(v).where(eq(v.id, id));
  return row ?? null;
}

/** How many views a person has saved. */
export async function countSavedViews(db: Db, staffId: number): Promise<number> {
  const { savedViews: v } = db.tables;
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(v)
    .where(eq(v.staffId, staffId));
  return Number(row?.count ?? 0);
}

export async function insertSavedView(tx: Tx, view: Omit<SavedView, "id">): Promise<void> {
  await addRow(tx, "savedViews", view);
}

export async function deleteSavedView(tx: Tx, id: number): Promise<void> {
  const { savedViews: v } = tx.tables;
  await tx.delete(v).where(eq(v.id, id));
}
