import type { IdentityActType } from "../../domain/identity.ts";
import type { Actor } from "../../domain/actor.ts";
import { insertIdentityAct } from "../../../db/identity-acts.ts";
import type { EventData } from "../../../db/schema.ts";
import type { Tx } from "../../../db/store.server.ts";
import { signatureOf } from "./change-case.ts";

/** Puts what was done about an identity on the audit page, beside the event of the case that tells the same. */
export async function noteIdentityAct(
  tx: Tx,
  actor: Actor,
  act: { type: IdentityActType; caseId: number | null; data?: EventData; until?: Date | null },
  now: Date,
): Promise<void> {
  const { actorId, actorName, agencyVi, agencyEn } = signatureOf(actor);
  const { messageId } = act.data ?? {};
  await insertIdentityAct(tx, {
    type: act.type,
    at: now,
    caseId: act.caseId,
    staffId: actorId,
    actorName,
    agencyVi,
    agencyEn,
    messageId: typeof messageId === "number" ? messageId : null,
    until: act.until ?? null,
  });
}
