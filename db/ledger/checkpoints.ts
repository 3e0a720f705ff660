import { asc, desc, eq, gt } from "drizzle-orm";
import { addRow } from "../prepared.ts";
import type { Tables } from "../schema.ts";
import type { Db, Tx } from "../store.server.ts";

export type Checkpoint = Tables["ledgerCheckpoints"]["$inferSelect"];

/** The newest checkpoint; null before the first. */
export async function latestCheckpoint(db: Db): Promise<Checkpoint | null> {
  const { ledgerCheckpoints: c } = db.tables;
  const [row] = await db.select().from(c).orderBy(desc(c.number)).limit(1);
  return row ?? null;
}

export async function findCheckpoint(db: Db, number: number): Promise<Checkpoint | null> {
  const { ledgerCheckpoints: c } = db.tables;
  const [row] = await db.select().from(c).where(eq(c.number, number));
  return row ?? null;
}

/** The first checkpoint that speaks for the leaf at an index; null while it waits for one. */
export async function firstCovering(db: Db, index: number): Promise<Checkpoint | null> {
  const { ledgerCheckpoints: c } = db.tables;
  const [row] = await db.select().from(c).where(gt(c.size, index)).orderBy(asc(c.size)).limit(1);
  return row ?? null;
}

export async function checkpointOfSize(db: Db, size: number): Promise<Checkpoint | null> {
  const { ledgerCheckpoints: c } = db.tables;
  const [row] = await db.select().from(c).where(eq(c.size, size));
  return row ?? null;
}

export const insertCheckpoint = (tx: Tx, row: Checkpoint): Promise<void> => addRow(tx, "ledgerCheckpoints", row);

/** Every checkpoint in order. */
export async function* eachCheckpoint(db: Db): AsyncGenerator<Checkpoint> {
  const { ledgerCheckpoints: c } = db.tables;
  for (let last = 0; ;) {
    const page = await db.select().from(c).where(gt(c.number, last)).orderBy(asc(c.number)).limit(500);
    yield* page;
    const end = page.at(-1);
    if (!end) return;
    last = end.number;
  }
}
