import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type RuleSet, ruleSetIn } from "../../db/rule-sets.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeRules, openRules, ruleMaker } from "./steps/open-rules.ts";

export const switchRulesInput = z.object({ setId: rowId, version: z.coerce.number().int() });

/**
 * A second person puts a proposed and rehearsed version of the rules in force,
 * in place of the one before. Cases that were routed stay where they are.
 * Refuses the author with `own-work`, and with `not-rehearsed` what nobody ran
 * over the cases of the past.
 */
export async function switchRules(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof switchRulesInput>,
  now: Date,
): Promise<RuleSet> {
  const { staffId } = ruleMaker(actor, "edit-rules");
  const row = await openRules(tx, input, "proposed");
  if (row.authorId === staffId) throw new Refusal("own-work");
  if (row.rehearsedAt === null) throw new Refusal("not-rehearsed");
  const before = await ruleSetIn(tx, "in_force");
  const ended = { state: "superseded", endedAt: now } as const;
  if (before) await changeRules(tx, actor, before, { type: "rules-end", set: ended, data: { by: row.id } }, now);
  const replacedId = before?.id ?? null;
  const set = { state: "in_force", activatedBy: staffId, activatedAt: now, endedAt: null, replacedId } as const;
  return changeRules(tx, actor, row, { type: "rules-on", set, data: { replaced: replacedId } }, now);
}
