import { localDate } from "../domain/calendar.ts";
import { dueAt, lastDay } from "../domain/deadlines.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { loadCalendar, loadRule } from "../../db/deadline-settings.ts";
import {
  budgetStanding,
  latestExtension,
  settleExtension,
  signedExtensions,
  takeExtension,
} from "../../db/extensions.ts";
import { findMessage } from "../../db/messages.ts";
import { enqueueMail } from "../../db/outbox.ts";
import { findStaff } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { allowanceMoved } from "./steps/keep-clocks.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellSubmitter } from "./steps/tell.ts";

/**
 * The leader signs the extension that was asked for: the one act that moves a
 * promised date. It counts against the yearly budget of the lead agency, and
 * the submitter is told the new date and the reason; the first date stays.
 */
export async function extendCase(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "extend");
  const asked = await latestExtension(tx, row.id);
  if (actor.kind !== "staff" || row.agencyId === null || asked?.state !== "asked") throw new Refusal("wrong-state");
  if (now >= row.dueAt) throw new Refusal("date-passed");
  const today = localDate(now);
  const { perCase } = await budgetStanding(tx, row.agencyId, today);
  if ((await signedExtensions(tx, row.id)).length >= perCase) throw new Refusal("extended-enough");
  if (!(await takeExtension(tx, row.agencyId, today))) throw new Refusal("budget-used");

  const calendar = await loadCalendar(tx, row.calendarVersion);
  const extendedUnits = row.extendedUnits + asked.units;
  const rule = await loadRule(tx, row.ruleId);
  const due = dueAt(rule, row.receivedAt, calendar, extendedUnits + row.pausedUnits);
  const reason = (await findMessage(tx, asked.messageId))?.body ?? "";
  const said = await say(tx, actor, row.id, { kind: "reason", body: reason, seenBy: "submitter" }, now);
  const data = { ...said, units: asked.units, dueBefore: lastDay(row.dueAt), dueAfter: lastDay(due) };
  const allowanceDueAt = await allowanceMoved(tx, row, row.dueAt, due);
  const set = { extendedUnits, dueAt: due, allowanceDueAt, extensionAskedAt: null };
  const changed = await changeCase(tx, actor, row, { type: "extend", set, data, seenBy: "public" }, now);
  const decided = { decidedBy: actor.staffId, decidedAt: now, dueBefore: row.dueAt, dueAfter: due };
  await settleExtension(tx, asked.id, { state: "signed", ...decided });
  await tellSubmitter(tx, changed, "extended", now);
  const officer = await findStaff(tx, asked.askedBy);
  if (officer) {
    const params = { code: row.code, dueOn: lastDay(due) };
    const mail = { mail: "extension-signed", lang: officer.lang, recipient: "staff", recipientId: officer.id } as const;
    await enqueueMail(tx, { ...mail, params }, now);
  }
  return changed;
}
