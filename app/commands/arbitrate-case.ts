import { z } from "zod";
import { paragraphs, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { leadFor } from "./steps/lead-for.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellAgency, tellSubmitter } from "./steps/tell.ts";

export const arbitrateInput = caseRef.extend({
  agencyId: rowId,
  /** Why this agency; the agency reads it. */
  reason: paragraphs(2000, 10),
});

/**
 * The arbiter names the agency that answers for a case which others have
 * refused. That agency cannot refuse, and nobody but the arbiter sends the case
 * on. No clock stops.
 */
export async function arbitrateCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof arbitrateInput>,
  now: Date,
): Promise<CaseRow> {
  const opened = await openCase(tx, actor, input, "arbitrate");
  const { row, agency } = await leadFor(tx, opened, input.agencyId, now);
  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  const set = { agencyId: agency.id, arbiterSince: null, binding: true };
  const data = { ...said, agencyId: agency.id };
  const moved = await moveCase(tx, actor, row, "arbitrate", "assigned", { set, data }, now);
  await tellSubmitter(tx, moved, "assigned", now);
  await tellAgency(tx, moved, ["officer", "leader"], "case-for-agency", now);
  return moved;
}
