import { z } from "zod";
import { isoDate, line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { calendarDaysOf, putDraftDay } from "../../db/calendar-versions.ts";
import { currentCalendarVersion } from "../../db/deadline-settings.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage } from "./steps/change-office.ts";
import { isWeekend } from "./steps/make-calendar.ts";

export const draftSwapInput = z.object({
  /** A weekday on which nobody works, */
  offDate: isoDate,
  /** and the Saturday or Sunday that makes up for it. */
  workDate: isoDate,
  nameVi: line(200, 2),
  nameEn: line(200, 2),
  basis: line(500, 3),
});

/**
 * Prepares a swap for the next version of the calendar: a day off and its
 * working day, as a pair. A day that is off in the calendar in force is neither.
 */
export async function draftCalendarSwap(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof draftSwapInput>,
  now: Date,
): Promise<void> {
  mustManage(actor, "manage-calendar");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const { offDate, workDate, ...words } = input;
  const known = await calendarDaysOf(tx, await currentCalendarVersion(tx));
  const isOff = (date: string) => known.some((day) => day.date === date && day.kind === "off");
  const errors: Record<string, string> = {};
  if (isWeekend(offDate)) errors.offDate = "weekend";
  else if (isOff(offDate)) errors.offDate = "holiday";
  if (!isWeekend(workDate)) errors.workDate = "weekday";
  else if (isOff(workDate)) errors.workDate = "holiday";
  if (Object.keys(errors).length > 0) throw new InputRefusal(errors);
  const by = { ...words, staffId: actor.staffId, changedAt: now };
  await putDraftDay(tx, { date: offDate, kind: "off", ...by });
  await putDraftDay(tx, { date: workDate, kind: "working", ...by });
}
