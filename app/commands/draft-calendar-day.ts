import { z } from "zod";
import { choice, isoDate, line, optional } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { calendarDaysOf, putDraftDay } from "../../db/calendar-versions.ts";
import { currentCalendarVersion } from "../../db/deadline-settings.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage } from "./steps/change-office.ts";
import { isWeekend } from "./steps/make-calendar.ts";

export const draftDayInput = z.object({
  date: isoDate,
  /** `plain` takes the day out of the calendar. */
  kind: choice(["off", "working", "plain"]),
  nameVi: optional(line(200, 2)),
  nameEn: optional(line(200, 2)),
  basis: optional(line(500, 3)),
});

/** Prepares a day for the next version of the calendar. Nothing counts by it before somebody puts the draft in force. */
export async function draftCalendarDay(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof draftDayInput>,
  now: Date,
): Promise<void> {
  mustManage(actor, "manage-calendar");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const { date, kind, nameVi = "", nameEn = "", basis = "" } = input;
  if (kind === "plain") {
    const known = await calendarDaysOf(tx, await currentCalendarVersion(tx));
    if (!known.some((day) => day.date === date)) throw new InputRefusal({ date: "unknown" });
  } else {
    const missing = Object.entries({ nameVi, nameEn, basis }).filter(([, value]) => value === "");
    if (missing.length > 0) throw new InputRefusal(Object.fromEntries(missing.map(([name]) => [name, "empty"])));
  }
  if (kind === "working" && !isWeekend(date)) throw new InputRefusal({ date: "weekday" });
  await putDraftDay(tx, { date, kind, nameVi, nameEn, basis, staffId: actor.staffId, changedAt: now });
}
