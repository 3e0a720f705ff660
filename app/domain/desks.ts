import { type Calendar, localDate, workingDaysBetween } from "./calendar.ts";
import type { Status } from "./case-status.ts";

/** One stay of a case at one desk: an agency's, or the submitter's while a question is open. */
export interface DeskStay {
  readonly desk: "agency" | "submitter";
  readonly agencyId: number | null;
  readonly agencyVi: string;
  readonly agencyEn: string;
  readonly from: Date;
  /** Null while the case is still there. */
  readonly until: Date | null;
  /** Working days: the first day is not counted. */
  readonly days: number;
}

/** What an event must tell so that the desks can be read off the history. */
export interface DeskEvent {
  readonly at: Date;
  readonly toStatus: Status | null;
  readonly holder: { readonly id: number; readonly vi: string; readonly en: string } | null;
}

/**
 * Who held the case for how long, from its events in order. Nobody holds a
 * case whose answer is given.
 */
export function deskStays(events: readonly DeskEvent[], now: Date, calendar: Calendar): DeskStay[] {
  const stays: { -readonly [K in keyof DeskStay]: DeskStay[K] }[] = [];
  for (const event of events) {
    if (event.toStatus === null) continue;
    const desk = event.toStatus === "waiting" ? "submitter" : "agency";
    const ended = ["answered", "closed", "declined", "withdrawn", "merged"].includes(event.toStatus);
    const open = stays.at(-1);
    const same =
      open && open.until === null && !ended && open.desk === desk && open.agencyId === (event.holder?.id ?? null);
    if (same) continue;
    if (open && open.until === null) open.until = event.at;
    if (ended || !event.holder) continue;
    stays.push({
      desk,
      agencyId: event.holder.id,
      agencyVi: event.holder.vi,
      agencyEn: event.holder.en,
      from: event.at,
      until: null,
      days: 0,
    });
  }
  for (const stay of stays) {
    stay.days = workingDaysBetween(localDate(stay.from), localDate(stay.until ?? now), calendar);
  }
  return stays;
}
