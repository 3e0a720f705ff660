import type { Actor } from "../../domain/actor.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type CalendarDay, insertCalendarVersion } from "../../../db/calendar-versions.ts";
import { calendarStream, commitTo } from "../../../db/events.ts";
import type { Tx } from "../../../db/store.server.ts";
import { recordOfficeEvent } from "./change-office.ts";

interface Made {
  /** The version that was read before: what was made of another one would undo it. */
  readonly base: number;
  readonly source: "file" | "page";
  readonly reason: string;
  readonly days: readonly Omit<CalendarDay, "version">[];
}

/** Stores the next version of the calendar with who made it and why, and records it. Refuses with `stale` when somebody was faster. */
export async function makeCalendar(
  tx: Tx,
  actor: Actor,
  { base, source, reason, days }: Made,
  now: Date,
): Promise<number> {
  if (days.length === 0) throw new Refusal("wrong-state");
  const version = base + 1;
  const staffId = actor.kind === "staff" ? actor.staffId : null;
  const madeBy = actor.kind === "staff" ? actor.name : "";
  const made = await insertCalendarVersion(tx, { version, madeAt: now, source, staffId, madeBy, reason }, days);
  if (!made) throw new Refusal("stale");
  const data = { version, days: days.length, source, ...commitTo(reason) };
  await recordOfficeEvent(tx, actor, calendarStream, "calendar-version", data, now);
  return version;
}

/** True for a Saturday or a Sunday. */
export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
