import { z } from "zod";
import { choice, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import type { RuleSet } from "../../db/rule-sets.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeRules, openRules, ruleMaker } from "./steps/open-rules.ts";

export const withdrawRulesInput = z.object({
  setId: rowId,
  version: z.coerce.number().int(),
  to: choice(["draft", "discarded"]),
});

/** Takes a proposed version of the rules back into work, or gives up one that was never in force. */
export async function withdrawRules(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof withdrawRulesInput>,
  now: Date,
): Promise<RuleSet> {
  ruleMaker(actor, "edit-rules");
  const row =
    input.to === "draft" ? await openRules(tx, input, "proposed") : await openRules(tx, input, "draft", "proposed");
  const set = { state: input.to, ...(input.to === "discarded" ? { endedAt: now } : {}) };
  return changeRules(tx, actor, row, { type: `rules-${input.to}`, set }, now);
}
