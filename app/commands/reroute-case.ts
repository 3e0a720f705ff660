import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { EventData } from "../../db/schema.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { proposeRoute } from "./steps/propose-route.ts";

/** Triage asks the rules in force again. They propose; whoever asks decides. */
export async function rerouteCase(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "reroute");
  const proposal = await proposeRoute(tx, row, false, now);
  const data: EventData = proposal
    ? { ruleSet: proposal.setId, rule: proposal.position, agencyId: proposal.agencyId }
    : {};
  return changeCase(tx, actor, row, { type: "reroute", data }, now);
}
