import type { z } from "zod";
import { isAgencyWalledOff, isWalledOff } from "../domain/conflict-wall.ts";
import { emailAddress, optional, paragraphs, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { findAgency } from "../../db/agencies.ts";
import type { CaseRow } from "../../db/cases.ts";
import { actorOf, findStaffByEmail } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { wallOff } from "./steps/wall-off.ts";

export const nameConflictInput = caseRef.extend({
  /** The agency complained of, with all below it; or */
  agencyId: optional(rowId),
  /** the person complained of, by the address of their account. */
  person: optional(emailAddress),
  /** Read by triage and the monitor alone. */
  reason: paragraphs(1000, 5),
});
type Input = z.infer<typeof nameConflictInput>;

/** Triage names the agency or the officer complained of, who then sees no trace of the case. */
export async function nameConflict(tx: Tx, actor: Actor, input: Input, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "name-conflict");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const named = await namedIn(tx, row, input);
  const conflict = { ...named, how: "named-by-triage" as const, reason: input.reason, byId: actor.staffId };
  return wallOff(tx, actor, row, conflict, now);
}

async function namedIn(tx: Tx, row: CaseRow, { agencyId, person }: Input) {
  if (agencyId === undefined && person === undefined) throw new InputRefusal({ agencyId: "one-of" });
  if (agencyId !== undefined && person !== undefined) throw new InputRefusal({ person: "one-of" });
  if (agencyId !== undefined) {
    const agency = await findAgency(tx, agencyId);
    if (!agency) throw new InputRefusal({ agencyId: "wrong" });
    // Without it nobody could triage the case: its people are named one by one.
    if (agency.kind === "standing_body") throw new InputRefusal({ agencyId: "standing-body" });
    if (isAgencyWalledOff(row.walledOff, agency)) throw new InputRefusal({ agencyId: "named" });
    return { agencyId };
  }
  const account = person === undefined ? null : await findStaffByEmail(tx, person);
  const home = account && (await findAgency(tx, account.agencyId));
  if (!account || !home) throw new InputRefusal({ person: "unknown" });
  if (isWalledOff(row.walledOff, actorOf(account, home))) throw new InputRefusal({ person: "named" });
  return { staffId: account.id };
}
