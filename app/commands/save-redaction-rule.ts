import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { choice, isoDate, line, optional, rowId } from "../domain/fields.ts";
import { maskReasons } from "../domain/mask.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { isRule } from "../domain/standing-rules.ts";
import { redactionRuleStream } from "../../db/events.ts";
import {
  findRedactionRule,
  insertRedactionRule,
  type RedactionRule,
  updateRedactionRule,
} from "../../db/redaction-rules.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const saveRedactionRuleInput = z.object({
  /** Of a rule that is known; left out for a new one. */
  id: optional(rowId),
  version: z.coerce.number().int().optional(),
  words: optional(line(200)),
  reason: optional(choice(maskReasons)),
  note: line(300, 5),
  /** The first and the last day on which new proposals are masked by it. */
  validFrom: optional(isoDate),
  validTo: optional(isoDate),
});
type Input = z.infer<typeof saveRedactionRuleInput>;

/**
 * Adds words that are masked in every new proposal, or ends such a rule. Words
 * and reason of a rule never change: what was masked by it stays explained.
 */
export async function saveRedactionRule(tx: Tx, actor: Actor, input: Input, now: Date): Promise<RedactionRule> {
  mustManage(actor, "manage-redactions");
  const { note, validTo = null } = input;
  const today = localDate(now);
  if (input.id === undefined) {
    const { words, reason, validFrom = today } = input;
    if (words === undefined) throw new InputRefusal({ words: "empty" });
    if (!isRule(words)) throw new InputRefusal({ words: "too-wide" });
    if (reason === undefined) throw new InputRefusal({ reason: "empty" });
    if (validTo !== null && validTo < validFrom) throw new InputRefusal({ validTo: "before" });
    const rule = await insertRedactionRule(tx, { words, reason, note, validFrom, validTo, version: 1 });
    await recordOfficeEvent(tx, actor, redactionRuleStream(rule.id), "redaction-rule-add", dataOf(rule), now);
    return rule;
  }
  const row = await findRedactionRule(tx, input.id);
  if (!row) throw new Refusal("not-found");
  if (row.version !== input.version) throw new Refusal("stale");
  if (validTo !== null && validTo < row.validFrom) throw new InputRefusal({ validTo: "before" });
  const { words, reason, validFrom } = row;
  const rule = await updateRedactionRule(tx, row, { words, reason, note, validFrom, validTo });
  if (!rule) throw new Refusal("stale");
  await recordOfficeEvent(tx, actor, redactionRuleStream(rule.id), "redaction-rule-change", dataOf(rule), now);
  return rule;
}

const dataOf = ({ id, reason, validFrom, validTo }: RedactionRule) => ({ ruleId: id, reason, validFrom, validTo });
