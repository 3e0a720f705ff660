import type { StaffActor } from "../../domain/actor.ts";
import type { Actor } from "../../domain/actor.ts";
import type { OfficeAct } from "../../domain/acts.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { RuleSetState } from "../../domain/routing.ts";
import { findRuleSet, type RuleSet, ruleSetStream, updateRuleSet } from "../../../db/rule-sets.ts";
import { appendEvent } from "../../../db/events.ts";
import type { EventData } from "../../../db/schema.ts";
import type { Tx } from "../../../db/store.server.ts";
import { signatureOf } from "./change-case.ts";
import { mustManage } from "./change-office.ts";

export interface RulesRef {
  readonly setId: number;
  readonly version: number;
}

/** Lets pass a person of the office who may do this with routing rules. */
export function ruleMaker(actor: Actor, act: OfficeAct): StaffActor {
  mustManage(actor, act);
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  return actor;
}

/** Loads a version of the rules for an act on it, in one of the states in which the act is possible. */
export async function openRules(tx: Tx, ref: RulesRef, ...states: RuleSetState[]): Promise<RuleSet> {
  const row = await findRuleSet(tx, ref.setId);
  if (!row) throw new Refusal("not-found");
  if (row.version !== ref.version) throw new Refusal("stale");
  if (!states.includes(row.state)) throw new Refusal("wrong-state");
  return row;
}

/** Writes changes to a version of the rules and appends their event. */
export async function changeRules(
  tx: Tx,
  actor: Actor,
  row: RuleSet,
  change: { readonly type: string; readonly set: Partial<RuleSet>; readonly data?: EventData },
  now: Date,
): Promise<RuleSet> {
  const updated = await updateRuleSet(tx, row, change.set);
  if (!updated) throw new Refusal("stale");
  await recordRulesEvent(tx, actor, updated, change.type, now, change.data);
  return updated;
}

/** Appends the event of the newest state of a version of the rules. */
export async function recordRulesEvent(
  tx: Tx,
  actor: Actor,
  row: RuleSet,
  type: string,
  now: Date,
  data: EventData = {},
): Promise<void> {
  const event = { ...signatureOf(actor), type, at: now, seenBy: "office" as const, data };
  await appendEvent(tx, ruleSetStream(row.id), row.version, event);
}
