import { addWorkingDays, endOfDay, localDate, workingDaysBetween } from "../../domain/calendar.ts";
import { isOpen } from "../../domain/case-status.ts";
import { dueAt, lastDay } from "../../domain/deadlines.ts";
import { allowanceStep, deskOf, type Holding } from "../../domain/holding.ts";
import { nextWarning } from "../../domain/warnings.ts";
import { standingBody } from "../../../db/agencies.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { warningSteps } from "../../../db/clock-settings.ts";
import { loadCalendar, ruleInForce } from "../../../db/deadline-settings.ts";
import type { Tx } from "../../../db/store.server.ts";

/**
 * What follows from a change for the case's clocks: a desk that takes the case
 * over begins with an allowance of its own, nobody there has taken it yet, and
 * the next warning is set. What the change sets itself stays.
 */
export async function keepClocks(tx: Tx, row: CaseRow, set: Partial<CaseRow>, now: Date): Promise<Partial<CaseRow>> {
  const next = { ...row, ...set };
  const changes = (...names: (keyof CaseRow)[]) => names.some((name) => name in set);
  const handed = changes("status", "agencyId", "unitId") ? await handedOver(tx, row, next, now) : {};
  const warn = changes("status", "dueAt", "warned") ? { warnAt: await nextWarningOf(tx, next) } : {};
  return { ...handed, ...warn, ...set };
}

/** The clocks of a case that is filed: it lies at the standing body, with the time that triage has. */
export async function firstClocks(
  tx: Tx,
  row: Pick<CaseRow, "receivedAt" | "triageDueAt" | "dueAt" | "calendarVersion">,
): Promise<Pick<CaseRow, "heldSince" | "allowanceDueAt" | "warnAt">> {
  const warnAt = await nextWarningOf(tx, { ...row, status: "submitted", warned: 0 });
  return { heldSince: row.receivedAt, allowanceDueAt: row.triageDueAt, warnAt };
}

/** The end of an allowance that moves by as many working days as the promise did. */
export async function allowanceMoved(tx: Tx, row: CaseRow, before: Date, after: Date): Promise<Date | null> {
  if (row.allowanceDueAt === null) return null;
  const calendar = await loadCalendar(tx, row.calendarVersion);
  const days = workingDaysBetween(lastDay(before), lastDay(after), calendar);
  return endOfDay(addWorkingDays(lastDay(row.allowanceDueAt), days, calendar));
}

async function handedOver(tx: Tx, before: CaseRow, next: CaseRow, now: Date): Promise<Partial<CaseRow>> {
  const desk = await deskId(tx, next);
  const same = desk === (await deskId(tx, before));
  const disputed = next.status === "disputed";
  if (same && disputed === (before.status === "disputed")) return {};
  const left = { ownerId: null, snoozedUntil: null, extensionAskedAt: null };
  if (desk === null) return { ...left, heldSince: null, allowanceDueAt: null };
  if (disputed) return { ...left, heldSince: now, allowanceDueAt: next.disputeDueAt };
  const calendar = await loadCalendar(tx, next.calendarVersion);
  const rule = await ruleInForce(tx, allowanceStep(next), next.kind, localDate(now));
  const given = next.unitId === null ? null : next.unitDueAt;
  // A unit has the days of the rule, unless the lead agency named a day of its own.
  const named = given !== null && given.getTime() !== next.dueAt.getTime();
  return { ...left, heldSince: now, allowanceDueAt: named ? given : dueAt(rule, now, calendar) };
}

async function deskId(tx: Tx, item: Holding): Promise<number | null> {
  const desk = deskOf(item);
  return desk === "standing" ? (await standingBody(tx)).id : desk;
}

async function nextWarningOf(
  tx: Tx,
  item: Pick<CaseRow, "status" | "warned" | "dueAt" | "calendarVersion" | "receivedAt">,
): Promise<Date | null> {
  if (!isOpen(item.status) || item.status === "waiting") return null;
  const calendar = await loadCalendar(tx, item.calendarVersion);
  const steps = await warningSteps(tx, localDate(item.receivedAt));
  return nextWarning(steps, item.warned, item.dueAt, calendar);
}
