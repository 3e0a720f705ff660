import { z } from "zod";
import { paragraphs, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { type RuleSet, rulesOf } from "../../db/rule-sets.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeRules, openRules, ruleMaker } from "./steps/open-rules.ts";

export const proposeRulesInput = z.object({
  setId: rowId,
  version: z.coerce.number().int(),
  /** Why the rules change; it stays with the version. */
  reason: paragraphs(2000, 10),
});

/** The author says that a draft is ready: somebody else may switch it on. Whoever proposes is its author from then on. */
export async function proposeRules(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof proposeRulesInput>,
  now: Date,
): Promise<RuleSet> {
  const { staffId } = ruleMaker(actor, "edit-rules");
  const row = await openRules(tx, input, "draft");
  if ((await rulesOf(tx, row.id)).length === 0) throw new InputRefusal({ reason: "no-rules" });
  const set = { state: "proposed", reason: input.reason, authorId: staffId, proposedAt: now } as const;
  return changeRules(tx, actor, row, { type: "rules-propose", set }, now);
}
