import { z } from "zod";
import { isoDate, optional } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { dropDraftDays } from "../../db/calendar-versions.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage } from "./steps/change-office.ts";

/** Left out: the whole draft. */
export const dropDraftInput = z.object({ date: optional(isoDate) });

/** Takes a day, or everything, out of what is prepared for the next version of the calendar. */
export async function dropCalendarDraft(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof dropDraftInput>,
  _now: Date,
): Promise<void> {
  mustManage(actor, "manage-calendar");
  await dropDraftDays(tx, input.date);
}
