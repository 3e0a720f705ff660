import { addWorkingDays, endOfDay, localDate, workingDaysBetween } from "../../domain/calendar.ts";
import { dueAt, lastDay, unitsBetween } from "../../domain/deadlines.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { loadCalendar, loadRule, ruleInForce } from "../../../db/deadline-settings.ts";
import type { Tx } from "../../../db/store.server.ts";

/** The changes that stop a case's clock while the submitter has a question to answer, for a bounded time. */
export async function pauseClock(tx: Tx, row: CaseRow, now: Date): Promise<Partial<CaseRow>> {
  const calendar = await loadCalendar(tx, row.calendarVersion);
  const limit = await ruleInForce(tx, "supplement", row.kind, localDate(now));
  return { pausedAt: now, waitUntil: dueAt(limit, now, calendar), resumeStatus: row.status };
}

/**
 * The changes that start it again: every date moves by the time the question
 * was open, and by no more than the time to reply, however late timer or reply come.
 */
export async function resumeClock(tx: Tx, row: CaseRow, now: Date): Promise<Partial<CaseRow>> {
  const calendar = await loadCalendar(tx, row.calendarVersion);
  const rule = await loadRule(tx, row.ruleId);
  const pausedAt = row.pausedAt ?? now;
  const lastMoment = row.waitUntil === null ? now : new Date(row.waitUntil.getTime() - 1);
  const end = now < lastMoment ? now : lastMoment;
  const pausedUnits = row.pausedUnits + unitsBetween(rule, pausedAt, end, calendar);
  const pausedDays = workingDaysBetween(localDate(pausedAt), localDate(end), calendar);
  const later = (due: Date) => endOfDay(addWorkingDays(lastDay(due), pausedDays, calendar));
  return {
    pausedAt: null,
    waitUntil: null,
    resumeStatus: null,
    pausedUnits,
    dueAt: dueAt(rule, row.receivedAt, calendar, row.extendedUnits + pausedUnits),
    triageDueAt: later(row.triageDueAt),
    allowanceDueAt: row.allowanceDueAt && later(row.allowanceDueAt),
  };
}
