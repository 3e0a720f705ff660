import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { choice, line, optional } from "../domain/fields.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import {
  type Amendment,
  findAmendment,
  placesOfAmendments,
  refreshEntriesOf,
  updateAmendment,
} from "../../db/amendments.ts";
import { amendmentStream } from "../../db/events.ts";
import { findLaws } from "../../db/laws.ts";
import type { Db, Tx } from "../../db/store.server.ts";
import { speaksFor } from "./propose-amendment.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const decideAmendmentInput = z.object({
  id: z.coerce.number({ error: "wrong" }).int(),
  version: z.coerce.number({ error: "wrong" }).int(),
  decision: choice(["publish", "return", "withdraw"] as const),
  reason: optional(line(500)),
});
type Input = z.infer<typeof decideAmendmentInput>;

/**
 * Confirms a recorded amendment, by somebody other than who recorded it: the
 * public reads it, its entries are fixed by it, and from now on the sender of
 * every filing that led to it and the followers of the published ones are told,
 * a bounded number at a time. Or sends it back, or takes a published one down, for a reason.
 */
export async function decideAmendment(tx: Tx, actor: Actor, input: Input, now: Date): Promise<Amendment> {
  mustManage(actor, "confirm-amendment");
  const row = await findAmendment(tx, input.id);
  if (!row || actor.kind !== "staff" || !(await mayDecide(tx, actor, row))) throw new Refusal("not-found");
  const { decision, reason = null } = input;
  if (row.state !== (decision === "withdraw" ? "published" : "proposed")) throw new Refusal("wrong-state");
  if (row.version !== input.version) throw new Refusal("stale");
  if (row.proposedBy === actor.staffId && decision === "publish") throw new Refusal("own-work");
  if (decision !== "publish" && reason === null) throw new InputRefusal({ reason: "empty" });
  const state = ({ publish: "published", return: "returned", withdraw: "withdrawn" } as const)[decision];
  const tellAfter = decision === "publish" ? 0 : null;
  const decided = { state, reason, tellAfter, decidedBy: actor.staffId, decidedAt: now };
  const updated = await updateAmendment(tx, row, decided);
  if (!updated) throw new Refusal("stale");
  await recordOfficeEvent(tx, actor, amendmentStream(row.id), `amendment-${decision}`, {}, now);
  if (decision !== "return") {
    await refreshEntriesOf(tx, row.id);
    await tx.publicChanged();
  }
  return updated;
}

/** Whoever may speak for every document that it changes. */
export async function mayDecide(db: Db, actor: Actor, row: Amendment): Promise<boolean> {
  const places = await placesOfAmendments(db, [row.id]);
  const laws = await findLaws(
    db,
    places.map(({ lawKey }) => lawKey),
  );
  return [...laws.values()].every((law) => speaksFor(actor, law));
}
