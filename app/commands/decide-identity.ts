import { z } from "zod";
import { choice, paragraphs, rowId } from "../domain/fields.ts";
import { isWalledOff } from "../domain/conflict-wall.ts";
import { GRANT_MS } from "../domain/identity.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { decideRequest, findRequest, type IdentityRequest } from "../../db/identity-requests.ts";
import { enqueueMail } from "../../db/outbox.ts";
import { findStaff } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { noteIdentityAct } from "./steps/note-identity.ts";
import { say } from "./steps/say.ts";

export const identityDecisions = ["grant", "refuse"] as const;

export const decideIdentityInput = z.object({
  requestId: rowId,
  decision: choice(identityDecisions),
  reason: paragraphs(2000, 20),
});

/**
 * The custodian grants or refuses one person to see who sent one case, in
 * writing. A grant opens it for 24 hours and to nobody else. Nobody decides on
 * what they asked for themselves.
 */
export async function decideIdentity(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof decideIdentityInput>,
  now: Date,
): Promise<IdentityRequest> {
  if (actor.kind !== "staff" || !mayEver(actor, "decide-identity")) throw new Refusal("not-found");
  const found = await findRequest(tx, input.requestId);
  if (!found || isWalledOff(found.row.walledOff, actor)) throw new Refusal("not-found");
  const { request, row } = found;
  if (request.staffId === actor.staffId) throw new Refusal("forbidden");
  if (request.state !== "open") throw new Refusal("stale");
  const granted = input.decision === "grant";
  // Erased meanwhile: there is nobody left to see.
  if (granted && row.identityErasedAt !== null) throw new Refusal("wrong-state");
  const type = granted ? "grant-identity" : "refuse-identity";
  const until = granted ? new Date(now.getTime() + GRANT_MS) : null;
  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  const data = { ...said, forId: request.staffId, ...(until ? { until: until.toISOString() } : {}) };
  await changeCase(tx, actor, row, { type, data }, now);
  const decided = await decideRequest(tx, request.id, {
    state: granted ? "granted" : "refused",
    decidedBy: actor.staffId,
    decisionId: Number(said.messageId),
    decidedAt: now,
    grantedUntil: until,
  });
  if (!decided) throw new Refusal("stale");
  await noteIdentityAct(tx, actor, { type, caseId: row.id, data, until }, now);
  const asker = await findStaff(tx, request.staffId);
  if (asker) {
    const to = { lang: asker.lang, recipient: "staff", recipientId: asker.id, params: { code: row.code } } as const;
    await enqueueMail(tx, { mail: granted ? "identity-granted" : "identity-refused", ...to }, now);
  }
  return decided;
}
