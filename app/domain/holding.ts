import type { Status } from "./case-status.ts";
import type { DeadlineStep } from "./deadlines.ts";

/** What says at whose desk a case lies. */
export interface Holding {
  readonly status: Status;
  /** Where a waiting case goes back to. */
  readonly resumeStatus: Status | null;
  readonly agencyId: number | null;
  readonly unitId: number | null;
}

/**
 * The body that must act: the standing body before an agency answers for the
 * case, else the unit that works on it or the lead agency, which a dispute
 * still concerns; null once nobody owes anything. A question to the submitter
 * does not take the case off the desk of whoever asked.
 */
export function deskOf(item: Holding): "standing" | number | null {
  const status = item.status === "waiting" ? item.resumeStatus : item.status;
  if (status === "submitted") return "standing";
  const atAgency = ["assigned", "in_progress", "awaiting_approval", "disputed"];
  return status !== null && atAgency.includes(status) ? (item.unitId ?? item.agencyId ?? "standing") : null;
}

/** The step whose time limit is the desk's own allowance. */
export function allowanceStep(item: Holding): DeadlineStep {
  if (deskOf(item) === "standing") return "triage";
  return item.unitId === null ? "handle" : "unit";
}
