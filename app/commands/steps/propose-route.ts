import { localDate } from "../../domain/calendar.ts";
import { decide } from "../../domain/routing.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { refusalsOf } from "../../../db/refusals.ts";
import { forgetProposal, keepProposal, type RouteProposal } from "../../../db/route-proposals.ts";
import { routeFacts } from "../../../db/route-facts.ts";
import { resolveTarget } from "../../../db/route-target.ts";
import { rulesInForce } from "../../../db/rule-sets.ts";
import type { Tx } from "../../../db/store.server.ts";

/**
 * Asks the rules in force who should answer for a case that nobody answers for,
 * and keeps what they say for triage, or for the timer where the rule assigns
 * by itself and `mayAssign`. What the rules said before is forgotten.
 */
export async function proposeRoute(tx: Tx, row: CaseRow, mayAssign: boolean, now: Date): Promise<RouteProposal | null> {
  const rules = await rulesInForce(tx);
  const facts = rules.length === 0 ? undefined : (await routeFacts(tx, [row])).get(row.id);
  const rule = facts ? decide(rules, facts) : null;
  const agency = rule ? await resolveTarget(tx, rule, row, localDate(now)) : null;
  const refused = row.refusals > 0 && agency !== null ? await refusalsOf(tx, row.id) : [];
  // A body that has refused the case is not proposed for it again: only the arbiter may send it there.
  if (!rule || !agency || refused.some((one) => one.agencyId === agency.id)) {
    if (!mayAssign) await forgetProposal(tx, row.id);
    return null;
  }
  const { setId, position, field, level, mode } = rule;
  const auto = mayAssign && mode === "auto";
  const proposal = { caseId: row.id, setId, position, agencyId: agency.id, field, level, auto, at: now };
  await keepProposal(tx, proposal);
  return proposal;
}
