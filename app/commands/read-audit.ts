import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { staffStream } from "../../db/events.ts";
import { type AuditItem, type AuditQuery, listIdentityActs } from "../../db/identity-acts.ts";
import { holdStaff } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { recordOfficeEvent } from "./steps/change-office.ts";
import { noteIdentityAct } from "./steps/note-identity.ts";

/** Reads a page of the audit of identities. The reading is itself an event of the reader and stands in the audit. */
export async function readAudit(
  tx: Tx,
  actor: Actor,
  query: AuditQuery,
  now: Date,
): Promise<{ items: AuditItem[]; nextCursor: string | null }> {
  if (actor.kind !== "staff" || !mayEver(actor, "see-audit")) throw new Refusal("not-found");
  const page = await listIdentityActs(tx, actor, query);
  await holdStaff(tx, actor.staffId);
  // A code that no case has, or none that the reader may know of, names nothing.
  const caseId = query.caseId && query.caseId > 0 ? query.caseId : null;
  await noteIdentityAct(tx, actor, { type: "read-audit", caseId }, now);
  const data = { caseId, ofId: query.staffId ?? null, rows: page.items.length };
  await recordOfficeEvent(tx, actor, staffStream(actor.staffId), "read-audit", data, now);
  return page;
}
