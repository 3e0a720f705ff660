import { eq, inArray } from "drizzle-orm";
import type { Tables } from "../schema.ts";
import type { Db, Tx } from "../store.server.ts";
import { newSalt } from "./hashing.ts";

export type CaseSalt = Tables["ledgerSalts"]["$inferSelect"];

/** The secrets of some cases, by case; those that have none yet are left out. */
export async function saltsOf(db: Db, caseIds: readonly number[]): Promise<Map<number, CaseSalt>> {
  const { ledgerSalts } = db.tables;
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(ledgerSalts)
    .where(inArray(ledgerSalts.caseId, [...caseIds]));
  return new Map(rows.map((row) => [row.caseId, row]));
}

/** Gives a case a secret that hides its events from a position on. The caller holds the log. */
export async function giveSalt(tx: Tx, caseId: number, fromPosition: number): Promise<CaseSalt> {
  const row = { caseId, salt: newSalt(), fromPosition };
  await tx.insert(tx.tables.ledgerSalts).values(row);
  return row;
}

/**
 * Destroys what hides the events of a case in the log: the log stays
 * as it is, whoever holds a proof can go on checking it, and nobody can make a
 * new one or find out what the log says of the case.
 */
export async function shredSalts(tx: Tx, caseId: number): Promise<void> {
  const { ledgerSalts } = tx.tables;
  await tx.delete(ledgerSalts).where(eq(ledgerSalts.caseId, caseId));
}
