import { z } from "zod";
import { isoDate, line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { putDraftDay } from "../../db/calendar-versions.ts";
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

/** Prepares a swap for the next version of the calendar: a day off and its working day, as a pair. */
export async function draftCalendarSwap(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof draftSwapInput>,
  now: Date,
): Promise<void> {
  mustManage(actor, "manage-calendar");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const { offDate, workDate, ...words } = input;
  if (isWeekend(offDate)) throw new InputRefusal({ offDate: "weekend" });
  if (!isWeekend(workDate)) throw new InputRefusal({ workDate: "weekday" });
  const by = { ...words, staffId: actor.staffId, changedAt: now };
  await putDraftDay(tx, { date: offDate, kind: "off", ...by });
  await putDraftDay(tx, { date: workDate, kind: "working", ...by });
}
