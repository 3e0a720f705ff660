import { warnOfDate } from "../commands/warn-of-date.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { inWorkingHours } from "../domain/warnings.ts";
import { findToWarn } from "../../db/cases-to-warn.ts";
import { currentCalendarVersion, loadCalendar } from "../../db/deadline-settings.ts";
import type { Store } from "../../db/store.server.ts";

const system: Actor = { kind: "system" };

/** Sends the warnings that are due, the oldest first; nothing outside working hours. Returns how many cases were warned of. */
export async function warnOfDates(store: Store, now: Date): Promise<number> {
  const today = await loadCalendar(store.read, await currentCalendarVersion(store.read));
  if (!inWorkingHours(now, today)) return 0;
  let warned = 0;
  for (const code of await findToWarn(store.read, now)) {
    try {
      await store.write((tx) => warnOfDate(tx, system, { code }, now));
      warned += 1;
    } catch (error) {
      // Somebody else moved the case in the meantime: nothing is due any more.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return warned;
}
