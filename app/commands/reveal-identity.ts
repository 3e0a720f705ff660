import type { z } from "zod";
import { line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { findCaseId } from "../../db/cases.ts";
import { hasGrant } from "../../db/identity-requests.ts";
import { openReporter, type ReporterIdentity } from "../../db/reporters.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { noteIdentityAct } from "./steps/note-identity.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";

export const revealInput = caseRef.extend({ reason: line(300, 10) });

/**
 * Opens who sent the case, for a written reason; the opening itself is an event
 * of the case and stands in the audit. A hidden sender is opened only to whom a
 * custodian has granted it; to anybody else it is `forbidden`. Who chose to be
 * hidden sees in the own case that an agency has opened it, not who nor why.
 */
export async function revealIdentity(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof revealInput>,
  now: Date,
): Promise<ReporterIdentity | null> {
  const identityGranted = await hasGrant(tx, actor, await findCaseId(tx, input.code), now);
  const row = await openCase(tx, actor, input, "reveal", { identityGranted });
  const data = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  const seenBy = row.identityHidden ? "submitter" : "office";
  await changeCase(tx, actor, row, { type: "reveal", seenBy, data }, now);
  await noteIdentityAct(tx, actor, { type: "reveal", caseId: row.id, data }, now);
  return openReporter(tx, row.id);
}
