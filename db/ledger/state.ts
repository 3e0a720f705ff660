import { eq } from "drizzle-orm";
import type { Tables } from "../schema.ts";
import type { Db, Tx } from "../store.server.ts";

export type LedgerState = Tables["ledgerState"]["$inferSelect"];

const ONE = 1;

/** How the log stands. */
export async function readLedger(db: Db): Promise<LedgerState> {
  const [row] = await db.select().from(db.tables.ledgerState).where(eq(db.tables.ledgerState.id, ONE));
  return the(row);
}

/**
 * Holds the log until the transaction ends: whoever comes second waits, and
 * sees what the first has done.
 */
export async function holdLedger(tx: Tx): Promise<LedgerState> {
  const { ledgerState } = tx.tables;
  const [row] = await tx.update(ledgerState).set({ id: ONE }).where(eq(ledgerState.id, ONE)).returning();
  return the(row);
}

export async function saveLedger(tx: Tx, set: Partial<Pick<LedgerState, "size" | "origin">>): Promise<void> {
  await tx.update(tx.tables.ledgerState).set(set).where(eq(tx.tables.ledgerState.id, ONE));
}

/** The name of the log: that under which it began, or, before the first checkpoint, the one it will have. */
export const originOf = (db: Db, { origin }: Pick<LedgerState, "origin">): string => origin || `${db.host}/ledger`;

function the(row: LedgerState | undefined): LedgerState {
  if (!row) throw new Error("the ledger has no state");
  return row;
}
