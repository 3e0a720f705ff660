import { and, asc, desc, eq, gt, gte, isNull, lte, or } from "drizzle-orm";
import { addDays } from "../app/domain/calendar.ts";
import type { WarningStep } from "../app/domain/warnings.ts";
import type { ExtensionBudget } from "./clock-settings.ts";
import { addToCounter, readCounter } from "./counters.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type WarningRow = Tables["warningSteps"]["$inferSelect"];

const VERSION = "clock-rules";

/** The number of changes ever made to budgets of extensions and steps of warnings. */
export const clockVersion = (db: Db): Promise<number> => readCounter(db, VERSION, "");

/** Counts a change, and holds the settings until the transaction ends; the number it has. */
export async function nextClockVersion(tx: Tx): Promise<number> {
  await addToCounter(tx, VERSION, "", 1);
  return clockVersion(tx);
}

/** The budgets in force on a day, by agency; under null the one of all agencies without their own. */
export async function budgetsOn(db: Db, day: string): Promise<ReadonlyMap<number | null, ExtensionBudget>> {
  const { extensionBudgets: b } = db.tables;
  const rows = await db
    .select()
    .from(b)
    .where(and(lte(b.validFrom, day), or(isNull(b.validTo), gte(b.validTo, day))))
    .orderBy(asc(b.validFrom), asc(b.id));
  return new Map(rows.map((row) => [row.agencyId, row]));
}

/** Every budget there was, is and will be, the newest first. Edited by hand: few. */
export async function listBudgets(db: Db, limit = 200): Promise<ExtensionBudget[]> {
  const { extensionBudgets: b } = db.tables;
  return db.select().from(b).orderBy(desc(b.validFrom), desc(b.id)).limit(limit);
}

/** Every step of the warnings there was, is and will be: the newest set first, each in order. */
export async function listWarnings(db: Db, limit = 500): Promise<WarningRow[]> {
  const { warningSteps: w } = db.tables;
  return db.select().from(w).orderBy(desc(w.validFrom), asc(w.position)).limit(limit);
}

interface Basis {
  readonly basisVi: string;
  readonly basisEn: string;
}

/**
 * A budget from a day to come. It ends the one in force the day before, and
 * takes the place of one that was planned and has not begun.
 */
export async function planBudget(
  tx: Tx,
  budget: Basis & { agencyId: number | null; perYear: number; perCase: number; validFrom: string },
  today: string,
): Promise<ExtensionBudget> {
  const { extensionBudgets: b } = tx.tables;
  const own = budget.agencyId === null ? isNull(b.agencyId) : eq(b.agencyId, budget.agencyId);
  await tx.delete(b).where(and(own, gt(b.validFrom, today)));
  const ends = { validTo: addDays(budget.validFrom, -1) };
  await tx
    .update(b)
    .set(ends)
    .where(and(own, or(isNull(b.validTo), gte(b.validTo, today))));
  const [row] = await tx.insert(b).values(budget).returning();
  if (!row) throw new Error("a budget was not stored");
  return row;
}

/** The steps of the warnings of cases received from a day to come on, in place of those in force and of those planned. */
export async function planWarnings(
  tx: Tx,
  steps: readonly WarningStep[],
  { validFrom, ...basis }: Basis & { validFrom: string },
  today: string,
): Promise<void> {
  const { warningSteps: w } = tx.tables;
  await tx.delete(w).where(gt(w.validFrom, today));
  const ends = { validTo: addDays(validFrom, -1) };
  await tx
    .update(w)
    .set(ends)
    .where(or(isNull(w.validTo), gte(w.validTo, today)));
  const rows = steps.map(({ position, afterDays, tells }) => {
    return { position, afterDays, tells: tells.join(" "), ...basis, validFrom };
  });
  await tx.insert(w).values(rows);
}
