import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { choice, line, optional } from "../domain/fields.ts";
import { readReferences } from "../domain/legal-reference.ts";
import { documentKey } from "../domain/legal-wording.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { documentStream } from "../../db/events.ts";
import { findLaws } from "../../db/laws.ts";
import { askForCases } from "../../db/register.ts";
import { lawsMeant } from "../../db/register-documents.ts";
import { localDate } from "../domain/calendar.ts";
import type { Tx } from "../../db/store.server.ts";
import { findUnknown, type UnknownDocument, updateUnknown } from "../../db/unknown-documents.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const settleDocumentInput = z.object({
  id: z.coerce.number({ error: "wrong" }).int(),
  version: z.coerce.number({ error: "wrong" }).int(),
  decision: choice(["map", "reject", "open"] as const),
  /** The known document that is meant, as people cite it. */
  document: optional(line(300)),
  reason: optional(line(500)),
});
type Input = z.infer<typeof settleDocumentInput>;

/**
 * Says what an unknown document is: another name of one that the portal knows,
 * or none; `open` takes that back. The cases that name it come into the
 * register, or leave it, soon after.
 */
export async function settleDocument(tx: Tx, actor: Actor, input: Input, now: Date): Promise<UnknownDocument> {
  mustManage(actor, "review-provisions");
  const row = await findUnknown(tx, input.id);
  if (!row) throw new Refusal("not-found");
  if (row.version !== input.version) throw new Refusal("stale");
  const decided = await decisionOf(tx, row, input, now);
  const staffId = actor.kind === "staff" ? actor.staffId : null;
  const updated = await updateUnknown(tx, row, { ...decided, decidedAt: now, decidedBy: staffId });
  if (!updated) throw new Refusal("stale");
  await askForCases(tx, [row.key]);
  const { state, lawKey } = updated;
  await recordOfficeEvent(tx, actor, documentStream(row.id), `document-${state}`, { lawKey }, now);
  return updated;
}

async function decisionOf(tx: Tx, row: UnknownDocument, input: Input, now: Date) {
  if (input.decision === "open") return { state: "open" as const, lawKey: null, reason: null };
  if (input.decision === "reject") {
    if (input.reason === undefined) throw new InputRefusal({ reason: "empty" });
    return { state: "rejected" as const, lawKey: null, reason: input.reason };
  }
  if (input.document === undefined) throw new InputRefusal({ document: "empty" });
  const [document] = readReferences(input.document).flatMap((reference) => reference.document ?? []);
  const key = documentKey(document ?? null);
  if (!document || key === row.key) throw new InputRefusal({ document: document ? "itself" : "unread" });
  const byKey = (await findLaws(tx, [key])).get(key);
  const law = byKey ?? (await lawsMeant(tx, [document], localDate(now))).get(key);
  if (!law) throw new InputRefusal({ document: "unknown" });
  return { state: "mapped" as const, lawKey: law.key, reason: null };
}
