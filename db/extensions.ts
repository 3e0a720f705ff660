import { and, asc, desc, eq, sql } from "drizzle-orm";
import { extensionBudget } from "./clock-settings.ts";
import { addToCounter, readCounter } from "./counters.ts";
import { insertRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Extension = Tables["extensions"]["$inferSelect"];

export async function insertExtension(tx: Tx, row: Omit<Tables["extensions"]["$inferInsert"], "id">): Promise<void> {
  await insertRow(tx, "extensions", row);
}

/** The newest request for an extension of a case, whatever became of it. */
export async function latestExtension(db: Db, caseId: number): Promise<Extension | null> {
  const { extensions } = db.tables;
  const [row] = await db
    .select()
    .from(extensions)
    .where(eq(extensions.caseId, caseId))
    .orderBy(desc(extensions.id))
    .limit(1);
  return row ?? null;
}

/** The extensions that were signed for a case, oldest first. */
export async function signedExtensions(db: Db, caseId: number): Promise<Extension[]> {
  const { extensions } = db.tables;
  return db
    .select()
    .from(extensions)
    .where(and(eq(extensions.caseId, caseId), eq(extensions.state, "signed")))
    .orderBy(asc(extensions.id));
}

/** Writes what became of a request. The caller holds the case. */
export async function settleExtension(tx: Tx, id: number, set: Partial<Extension>): Promise<void> {
  const { extensions } = tx.tables;
  await tx.update(extensions).set(set).where(eq(extensions.id, id));
}

/** How an agency's budget of extensions stands in the year of a day. */
export interface BudgetStanding {
  readonly used: number;
  readonly perYear: number;
  readonly perCase: number;
}

const SIGNED = "extensions";
const yearOf = (agencyId: number, day: string) => `${agencyId}/${day.slice(0, 4)}`;

export async function budgetStanding(db: Db, agencyId: number, day: string): Promise<BudgetStanding> {
  const { perYear, perCase } = await extensionBudget(db, agencyId, day);
  return { used: await readCounter(db, SIGNED, yearOf(agencyId, day)), perYear, perCase };
}

/**
 * Takes one extension from the agency's budget of the year. Whoever takes holds
 * the tally until the transaction ends, so the last one goes to one of two.
 * False when none was left; the caller then gives up its transaction.
 */
export async function takeExtension(tx: Tx, agencyId: number, day: string): Promise<boolean> {
  await addToCounter(tx, SIGNED, yearOf(agencyId, day), 1);
  const { used, perYear } = await budgetStanding(tx, agencyId, day);
  return used <= perYear;
}

/** How many extensions each agency has signed in a year, the most first. */
export async function extensionsOfYear(
  db: Db,
  year: string,
  limit = 200,
): Promise<{ agencyId: number; used: number }[]> {
  const { counters } = db.tables;
  const rows = await db
    .select({ key: counters.key, value: counters.value })
    .from(counters)
    .where(and(eq(counters.name, SIGNED), sql`${counters.key} like ${`%/${year}`}`))
    .orderBy(desc(counters.value))
    .limit(limit);
  return rows.map(({ key, value }) => ({ agencyId: Number(key.split("/")[0]), used: value }));
}
