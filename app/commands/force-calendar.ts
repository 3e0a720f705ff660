import { z } from "zod";
import { line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { calendarDaysOf, dropDraftDays, listDraftDays } from "../../db/calendar-versions.ts";
import { currentCalendarVersion } from "../../db/deadline-settings.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage } from "./steps/change-office.ts";
import { makeCalendar } from "./steps/make-calendar.ts";

export const forceCalendarInput = z.object({
  /** The version on which the draft was read. */
  base: z.coerce.number().int(),
  /** The draft as it was read: another one would put in force what nobody has looked at. */
  days: z.coerce.number().int(),
  /** By which decision or notice; kept with the version. */
  reason: line(500, 5),
});

/**
 * Puts the draft in force as a new version of the calendar, for cases received
 * from now on. Every earlier version stays, and so does every promised date.
 */
export async function forceCalendar(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof forceCalendarInput>,
  now: Date,
): Promise<number> {
  mustManage(actor, "manage-calendar");
  const draft = await listDraftDays(tx);
  if (draft.length === 0) throw new Refusal("wrong-state");
  const base = await currentCalendarVersion(tx);
  if (input.base !== base || input.days !== draft.length) throw new Refusal("stale");
  const changed = new Set(draft.map(({ date }) => date));
  const kept = (await calendarDaysOf(tx, base)).filter(({ date }) => !changed.has(date));
  const added = draft.flatMap(({ date, kind, nameVi, nameEn, basis }) =>
    kind === "plain" ? [] : [{ date, kind, nameVi, nameEn, basis }],
  );
  const version = await makeCalendar(
    tx,
    actor,
    { base, source: "page", reason: input.reason, days: [...kept, ...added] },
    now,
  );
  await dropDraftDays(tx);
  return version;
}
