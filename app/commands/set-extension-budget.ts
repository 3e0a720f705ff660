import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { optional, rowId } from "../domain/fields.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { findAgency } from "../../db/agencies.ts";
import { planBudget } from "../../db/clock-rules.ts";
import type { ExtensionBudget } from "../../db/clock-settings.ts";
import { clockStream } from "../../db/events.ts";
import type { Tx } from "../../db/store.server.ts";
import { recordOfficeEvent } from "./steps/change-office.ts";
import { clockRuleInput, mustChangeClocks } from "./steps/change-clock-rules.ts";

/** A number that has to be typed: an empty field is not none. */
const count = (most: number) =>
  z
    .string({ error: "empty" })
    .trim()
    .min(1, "empty")
    .regex(/^\d{1,6}$/, "wrong")
    .transform(Number)
    .refine((value) => value <= most, "too-many");

export const setBudgetInput = z.object({
  ...clockRuleInput,
  /** Left out: for every agency without a budget of its own. */
  agencyId: optional(rowId),
  /** How many extensions the agency may sign in a calendar year. */
  perYear: count(1000),
  /** How many one case may get. */
  perCase: count(20),
});

/**
 * Sets how many extensions may be signed, from a day to come. What was signed
 * stays signed, and counts in its year: a smaller budget signs nothing more,
 * and takes nothing back.
 */
export async function setExtensionBudget(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof setBudgetInput>,
  now: Date,
): Promise<ExtensionBudget> {
  const today = await mustChangeClocks(tx, actor, input, now);
  const { agencyId = null, perYear, perCase, from, basisVi, basisEn } = input;
  if (agencyId !== null && !(await findAgency(tx, agencyId))) throw new InputRefusal({ agencyId: "wrong" });
  const budget = await planBudget(tx, { agencyId, perYear, perCase, basisVi, basisEn, validFrom: from }, today);
  const data = { budgetId: budget.id, agencyId, perYear, perCase, from };
  await recordOfficeEvent(tx, actor, clockStream, "budget-set", data, now);
  return budget;
}
