import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { insertRuleSet, type RuleSet, ruleSetIn, rulesOf, writeRules } from "../../db/rule-sets.ts";
import type { Tx } from "../../db/store.server.ts";
import { recordRulesEvent, ruleMaker } from "./steps/open-rules.ts";

/** Begins a new version of the routing rules as a copy of the one in force. Only one is on its way at a time. */
export async function beginRules(tx: Tx, actor: Actor, _input: object, now: Date): Promise<RuleSet> {
  const maker = ruleMaker(actor, "edit-rules");
  if (await ruleSetIn(tx, "draft", "proposed")) throw new Refusal("already-exists");
  const row = await insertRuleSet(tx, maker.staffId, now);
  const inForce = await ruleSetIn(tx, "in_force");
  if (inForce) await writeRules(tx, row.id, await rulesOf(tx, inForce.id));
  await recordRulesEvent(tx, actor, row, "rules-begin", now, inForce ? { copyOf: inForce.id } : {});
  return row;
}
