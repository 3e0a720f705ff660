import { z } from "zod";
import { localDate, startOfDay } from "../domain/calendar.ts";
import { choice, isoDate } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { snoozeProblem, snoozeReasons } from "../domain/snooze.ts";
import type { CaseRow } from "../../db/cases.ts";
import { currentCalendarVersion, loadCalendar } from "../../db/deadline-settings.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const snoozeInput = caseRef.extend({
  /** The working day on which it comes back, at most 60 working days from today. */
  until: isoDate,
  reasonCode: choice(snoozeReasons),
});

/** Puts a case aside at its desk. It comes back by itself on the day, or when the submitter writes; every clock runs on. */
export async function snoozeCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof snoozeInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "snooze");
  const calendar = await loadCalendar(tx, await currentCalendarVersion(tx));
  const problem = snoozeProblem(localDate(now), input.until, calendar);
  if (problem) throw new InputRefusal({ until: problem });
  const set = { snoozedUntil: startOfDay(input.until) };
  const data = { until: input.until, reasonCode: input.reasonCode };
  return changeCase(tx, actor, row, { type: "snooze", set, data }, now);
}
