import { and, asc, desc, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import { type WarningAudience, warningAudiences, type WarningStep } from "../app/domain/warnings.ts";
import { prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db } from "./store.server.ts";

export type ExtensionBudget = Tables["extensionBudgets"]["$inferSelect"];

/** The steps of the warnings in force on a day, in order. */
export async function warningSteps(db: Db, day: string): Promise<WarningStep[]> {
  const { warningSteps: steps } = db.tables;
  const query = prepared(db, "warningSteps", () =>
    db
      .select({ position: steps.position, afterDays: steps.afterDays, tells: steps.tells })
      .from(steps)
      .where(
        and(
          lte(steps.validFrom, sql.placeholder("day")),
          or(isNull(steps.validTo), gte(steps.validTo, sql.placeholder("day"))),
        ),
      )
      .orderBy(asc(steps.position))
      .prepare("warning_steps"),
  );
  const found = await query.execute({ day });
  return found.map(({ tells, ...step }) => ({ ...step, tells: audiencesOf(tells) }));
}

function audiencesOf(tells: string): WarningAudience[] {
  const named = tells.split(" ");
  return warningAudiences.filter((audience) => named.includes(audience));
}

/** How many extensions an agency may sign in the year of a day: its own budget, else the one of all agencies. Throws when there is none. */
export async function extensionBudget(db: Db, agencyId: number, day: string): Promise<ExtensionBudget> {
  const { extensionBudgets: budgets } = db.tables;
  const found = await db
    .select()
    .from(budgets)
    .where(
      and(
        or(eq(budgets.agencyId, agencyId), isNull(budgets.agencyId)),
        lte(budgets.validFrom, day),
        or(isNull(budgets.validTo), gte(budgets.validTo, day)),
      ),
    )
    .orderBy(desc(budgets.validFrom), desc(budgets.id));
  const budget = found.find((row) => row.agencyId === agencyId) ?? found[0];
  if (!budget) throw new Error(`no extension budget on ${day}`);
  return budget;
}
