import { z } from "zod";
import { lastDay } from "../domain/deadlines.ts";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { latestExtension, settleExtension } from "../../db/extensions.ts";
import { enqueueMail } from "../../db/outbox.ts";
import { findStaff } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";

export const refuseExtensionInput = caseRef.extend({ reason: paragraphs(2000, 10) });

/** The leader does not sign the extension that was asked for: the promised date stays. */
export async function refuseExtension(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof refuseExtensionInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "refuse-extension");
  const asked = await latestExtension(tx, row.id);
  if (actor.kind !== "staff" || asked?.state !== "asked") throw new Refusal("wrong-state");
  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  const change = { type: "refuse-extension", set: { extensionAskedAt: null }, data: said };
  const changed = await changeCase(tx, actor, row, change, now);
  await settleExtension(tx, asked.id, { state: "refused", decidedBy: actor.staffId, decidedAt: now });
  const officer = await findStaff(tx, asked.askedBy);
  if (officer) {
    const params = { code: row.code, dueOn: lastDay(row.dueAt) };
    const mail = {
      mail: "extension-refused",
      lang: officer.lang,
      recipient: "staff",
      recipientId: officer.id,
    } as const;
    await enqueueMail(tx, { ...mail, params }, now);
  }
  return changed;
}
