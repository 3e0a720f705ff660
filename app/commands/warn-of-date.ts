import { localDate } from "../domain/calendar.ts";
import { lastDay } from "../domain/deadlines.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { dueSteps, inWorkingHours } from "../domain/warnings.ts";
import type { CaseRow } from "../../db/cases.ts";
import { warningSteps } from "../../db/clock-settings.ts";
import { currentCalendarVersion, loadCalendar } from "../../db/deadline-settings.ts";
import { enqueueMail } from "../../db/outbox.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { peopleToWarn } from "./steps/desk-people.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";

/**
 * Tells whoever works on a case, then their head, then the monitor, that its
 * date comes or has passed: each step once, in working hours of the calendar of
 * today. Steps that were missed are sent together with the one that is due.
 */
export async function warnOfDate(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "warn");
  const today = await loadCalendar(tx, await currentCalendarVersion(tx));
  if (row.warnAt === null || row.warnAt > now || !inWorkingHours(now, today)) throw new Refusal("wrong-state");
  const steps = await warningSteps(tx, localDate(row.receivedAt));
  const due = dueSteps(steps, row.warned, row.dueAt, await loadCalendar(tx, row.calendarVersion), now);
  const last = due.at(-1);
  if (!last) throw new Refusal("wrong-state");

  const audiences = [...new Set(due.flatMap(({ tells }) => tells))];
  const change = {
    type: "warning",
    set: { warned: last.position },
    data: { step: last.position, tells: audiences.join(" ") },
  };
  const changed = await changeCase(tx, actor, row, change, now);
  const mail = now < row.dueAt ? "due-warning" : "late-warning";
  const params = { code: row.code, dueOn: lastDay(row.dueAt) };
  for (const person of await peopleToWarn(tx, changed, audiences)) {
    await enqueueMail(tx, { mail, lang: person.lang, recipient: "staff", recipientId: person.id, params }, now);
  }
  return changed;
}
