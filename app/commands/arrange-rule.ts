import { z } from "zod";
import { choice, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type RuleSet, type RuleText, rulesOf, writeRules } from "../../db/rule-sets.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeRules, openRules, ruleMaker } from "./steps/open-rules.ts";

export const arrangeRuleInput = z.object({
  setId: rowId,
  version: z.coerce.number().int(),
  position: z.coerce.number().int().positive(),
  change: choice(["up", "down", "remove"]),
});

/** Moves a rule of a draft one place up or down, or takes it out. */
export async function arrangeRule(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof arrangeRuleInput>,
  now: Date,
): Promise<RuleSet> {
  ruleMaker(actor, "edit-rules");
  const row = await openRules(tx, input, "draft");
  const rules: RuleText[] = await rulesOf(tx, row.id);
  const [rule] = rules.splice(input.position - 1, 1);
  if (!rule) throw new Refusal("not-found");
  const to = input.position - 1 + (input.change === "up" ? -1 : 1);
  if (input.change !== "remove") rules.splice(Math.max(0, Math.min(to, rules.length)), 0, rule);
  await writeRules(tx, row.id, rules);
  const data = { rule: input.position, change: input.change };
  return changeRules(tx, actor, row, { type: "rule-arrange", set: { rehearsedAt: null }, data }, now);
}
