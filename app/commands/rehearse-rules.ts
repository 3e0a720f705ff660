import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import type { RuleSet } from "../../db/rule-sets.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeRules, openRules, ruleMaker } from "./steps/open-rules.ts";

export const rehearseRulesInput = z.object({ setId: rowId, version: z.coerce.number().int() });

/** Records that somebody looked at what a version of the rules would have moved: without that it cannot be switched on. */
export async function rehearseRules(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof rehearseRulesInput>,
  now: Date,
): Promise<RuleSet> {
  ruleMaker(actor, "rehearse-rules");
  const row = await openRules(tx, input, "draft", "proposed");
  return changeRules(tx, actor, row, { type: "rules-rehearse", set: { rehearsedAt: now } }, now);
}
