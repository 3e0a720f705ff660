import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { lastDay } from "../domain/deadlines.ts";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { ruleInForce } from "../../db/deadline-settings.ts";
import { budgetStanding, insertExtension, signedExtensions } from "../../db/extensions.ts";
import { enqueueMail } from "../../db/outbox.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { headPeople } from "./steps/desk-people.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";

export const askExtensionInput = caseRef.extend({
  /** Units of the case's rule: working days, or calendar days where the law counts those. */
  days: z.coerce.number({ error: "empty" }).int("wrong").min(1, "empty").max(1000, "too-many"),
  /** The submitter reads it once the leader has signed. */
  reason: paragraphs(2000, 20),
});

/**
 * The officer asks the leader for more time. Refuses with `date-passed` once
 * the promised day is over, `extended-enough` when the case has had its
 * extensions, `budget-used` when the agency has signed all of its year.
 */
export async function askExtension(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof askExtensionInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "ask-extension");
  if (actor.kind !== "staff" || row.agencyId === null) throw new Refusal("forbidden");
  if (now >= row.dueAt) throw new Refusal("date-passed");
  const today = localDate(now);
  const { used, perYear, perCase } = await budgetStanding(tx, row.agencyId, today);
  if ((await signedExtensions(tx, row.id)).length >= perCase) throw new Refusal("extended-enough");
  if (used >= perYear) throw new Refusal("budget-used");
  const { amount } = await ruleInForce(tx, "extension", row.kind, today);
  if (input.days > amount) throw new InputRefusal({ days: "too-many" });

  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  const asked = { caseId: row.id, agencyId: row.agencyId, units: input.days, askedBy: actor.staffId, askedAt: now };
  await insertExtension(tx, { ...asked, state: "asked", messageId: Number(said.messageId) });
  const change = { type: "ask-extension", set: { extensionAskedAt: now }, data: { ...said, units: input.days } };
  const changed = await changeCase(tx, actor, row, change, now);
  const params = { code: row.code, dueOn: lastDay(row.dueAt) };
  for (const leader of await headPeople(tx, changed)) {
    const mail = { mail: "extension-wanted", lang: leader.lang, recipient: "staff", recipientId: leader.id } as const;
    await enqueueMail(tx, { ...mail, params }, now);
  }
  return changed;
}
