import { type Calendar, localDate, workingDaysBetween } from "./calendar.ts";
import { isOpen, type Status } from "./case-status.ts";

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
  /** Minutes of the clock, nights and days off included. */
  readonly minutes: number;
  /** When the desk's own allowance ended or ends; null for the submitter. */
  readonly allowanceDueAt: Date | null;
  /** The case was or is there longer than that. */
  readonly late: boolean;
}

/** What an event must tell so that the desks can be read off the history. */
export interface DeskEvent {
  readonly at: Date;
  readonly toStatus: Status | null;
  readonly holder: { readonly id: number; readonly vi: string; readonly en: string } | null;
  /** The end of the allowance of the desk that holds the case, where this event sets it. */
  readonly allowanceDueAt?: Date | null;
}

/** How long a case has been owed an answer, and who had it in that time. */
export interface TotalClock {
  /** All minutes in which somebody owed an answer. Nothing sets it back; taking a case up again goes on counting. */
  readonly minutes: number;
  /** Of these, the minutes in which a question to the submitter was open. */
  readonly paused: number;
}

/**
 * Who held the case for how long, from its events in order. Nobody holds a
 * case whose answer is given.
 */
export function deskStays(events: readonly DeskEvent[], now: Date, calendar: Calendar): DeskStay[] {
  const stays: { -readonly [K in keyof DeskStay]: DeskStay[K] }[] = [];
  for (const event of withoutUndoneMerges(events)) {
    const open = stays.at(-1)?.until === null ? stays.at(-1) : undefined;
    if (event.toStatus === null) {
      if (open && event.allowanceDueAt) open.allowanceDueAt = event.allowanceDueAt;
      continue;
    }
    const desk = event.toStatus === "waiting" ? "submitter" : "agency";
    const held = isOwed(event.toStatus) && event.holder !== null;
    if (open && held && open.desk === desk && open.agencyId === event.holder.id) {
      if (event.allowanceDueAt && desk === "agency") open.allowanceDueAt = event.allowanceDueAt;
      continue;
    }
    if (open) open.until = event.at;
    if (!held) continue;
    stays.push({
      desk,
      agencyId: event.holder.id,
      agencyVi: event.holder.vi,
      agencyEn: event.holder.en,
      from: event.at,
      until: null,
      days: 0,
      minutes: 0,
      allowanceDueAt: desk === "agency" ? (event.allowanceDueAt ?? null) : null,
      late: false,
    });
  }
  for (const stay of stays) {
    const end = stay.until ?? now;
    stay.days = workingDaysBetween(localDate(stay.from), localDate(end), calendar);
    stay.minutes = minutesBetween(stay.from, end);
    stay.late = stay.allowanceDueAt !== null && end > stay.allowanceDueAt;
  }
  return stays;
}

/** The total clock of a case, from its events in order. */
export function totalClock(events: readonly DeskEvent[], now: Date): TotalClock {
  let since: { status: Status; at: Date } | null = null;
  const clock = { minutes: 0, paused: 0 };
  const count = (until: Date) => {
    if (since === null || !isOwed(since.status)) return;
    const minutes = minutesBetween(since.at, until);
    clock.minutes += minutes;
    if (since.status === "waiting") clock.paused += minutes;
  };
  for (const { at, toStatus } of withoutUndoneMerges(events)) {
    if (toStatus === null) continue;
    count(at);
    since = { status: toStatus, at };
  }
  count(now);
  return clock;
}

/**
 * Whole minutes between two moments, each taken at the minute in which it
 * lies: the minutes of stays that follow one another add up without a rest.
 */
export function minutesBetween(from: Date, to: Date): number {
  return Math.floor(to.getTime() / MINUTE_MS) - Math.floor(from.getTime() / MINUTE_MS);
}

const MINUTE_MS = 60_000;

/** True while somebody owes something: an answer, the reply to a question, a decision on a dispute. */
function isOwed(status: Status): boolean {
  return isOpen(status) || status === "disputed";
}

/** A merge that was taken back stopped no clock: the time counts where the case lay before. */
function withoutUndoneMerges(events: readonly DeskEvent[]): DeskEvent[] {
  return events.filter((event, place) => {
    if (event.toStatus !== "merged") return true;
    const next = events.slice(place + 1).find(({ toStatus }) => toStatus !== null);
    return !next?.toStatus || !isOpen(next.toStatus);
  });
}
