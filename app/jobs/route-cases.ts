import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { assignCase } from "../commands/assign-case.ts";
import { findProposal, leaveToTriage, toAssign } from "../../db/route-proposals.ts";
import type { Store } from "../../db/store.server.ts";

const system: Actor = { kind: "system" };

/**
 * Assigns what a routing rule gives away by itself. What cannot be assigned so
 * (somebody was faster, the agency has ended or is shut out of the case) stays
 * with triage. Returns how many cases were assigned.
 */
export async function routeCases(store: Store, now: Date): Promise<number> {
  let assigned = 0;
  for (const { code, caseId, agencyId } of await toAssign(store.read)) {
    try {
      assigned += await store.write(async (tx) => {
        // Somebody may have decided in the meantime.
        if (!(await findProposal(tx, caseId))?.auto) return 0;
        await assignCase(tx, system, { code, agencyId }, now);
        return 1;
      });
    } catch (failure) {
      if (!(failure instanceof Refusal || failure instanceof InputRefusal)) throw failure;
      await store.write((tx) => leaveToTriage(tx, caseId));
    }
  }
  return assigned;
}
