import { and, asc, eq } from "drizzle-orm";
import { insertRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Objection = Tables["redactionObjections"]["$inferSelect"];

/** Every objection of a case's author to what is masked, the oldest first. */
export async function listObjections(db: Db, caseId: number): Promise<Objection[]> {
  const { redactionObjections: o } = db.tables;
  return db.select().from(o).where(eq(o.caseId, caseId)).orderBy(asc(o.id));
}

export async function openObjections(db: Db, caseId: number): Promise<Objection[]> {
  const { redactionObjections: o } = db.tables;
  return db
    .select()
    .from(o)
    .where(and(eq(o.caseId, caseId), eq(o.state, "open")))
    .orderBy(asc(o.id));
}

export async function insertObjection(
  tx: Tx,
  objection: Pick<Objection, "caseId" | "redactionId" | "messageId" | "at">,
): Promise<void> {
  await insertRow(tx, "redactionObjections", { ...objection, state: "open" });
}

export async function updateObjection(tx: Tx, id: number, changes: Partial<Objection>): Promise<void> {
  const { redactionObjections: o } = tx.tables;
  await tx.update(o).set(changes).where(eq(o.id, id));
}
