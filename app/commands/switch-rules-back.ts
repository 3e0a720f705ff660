import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { findRuleSet, type RuleSet } from "../../db/rule-sets.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeRules, openRules, ruleMaker } from "./steps/open-rules.ts";

export const switchRulesBackInput = z.object({ setId: rowId, version: z.coerce.number().int() });

/**
 * Takes the version in force out of force at once and puts the one that it had
 * replaced back; where it was the first, no rule is in force. One person is
 * enough: nothing comes in force that was not so before.
 */
export async function switchRulesBack(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof switchRulesBackInput>,
  now: Date,
): Promise<RuleSet> {
  ruleMaker(actor, "edit-rules");
  const row = await openRules(tx, input, "in_force");
  const before = row.replacedId === null ? null : await findRuleSet(tx, row.replacedId);
  const set = { state: "superseded", endedAt: now } as const;
  const data = { back: before?.id ?? null };
  const ended = await changeRules(tx, actor, row, { type: "rules-back", set, data }, now);
  if (!before) return ended;
  const again = { state: "in_force", endedAt: null } as const;
  return changeRules(tx, actor, before, { type: "rules-on", set: again, data: { insteadOf: row.id } }, now);
}
