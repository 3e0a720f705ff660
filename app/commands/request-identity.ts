import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { hasGrant, insertRequest, latestRequest } from "../../db/identity-requests.ts";
import { staffOfRole } from "../../db/staff.ts";
import type { CaseRow } from "../../db/cases.ts";
import { enqueueMail } from "../../db/outbox.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { noteIdentityAct } from "./steps/note-identity.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";

export const requestIdentityInput = caseRef.extend({ reason: paragraphs(2000, 20) });

/** Asks the custodian to see who sent a case whose sender is hidden. One request at a time; the reason is kept. */
export async function requestIdentity(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof requestIdentityInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "request-identity");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  if ((await latestRequest(tx, row.id, actor.staffId))?.state === "open") throw new Refusal("already-exists");
  if (await hasGrant(tx, actor, row.id, now)) throw new Refusal("already-exists");
  const data = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  const changed = await changeCase(tx, actor, row, { type: "request-identity", data }, now);
  await insertRequest(tx, { caseId: row.id, staffId: actor.staffId, reasonId: Number(data.messageId), askedAt: now });
  await noteIdentityAct(tx, actor, { type: "request-identity", caseId: row.id, data }, now);
  for (const custodian of await staffOfRole(tx, "custodian")) {
    const mail = {
      lang: custodian.lang,
      recipient: "staff",
      recipientId: custodian.id,
      params: { code: row.code },
    } as const;
    await enqueueMail(tx, { mail: "identity-wanted", ...mail }, now);
  }
  return changed;
}
