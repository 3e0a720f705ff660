import { isOpen, type Status } from "./case-status.ts";

/** The steps of a case as people outside the office see them. */
export const progressSteps = ["received", "sent", "working", "answered", "rated"] as const;
export type ProgressStep = (typeof progressSteps)[number] | "disputed" | "declined" | "withdrawn" | "merged" | "closed";

export interface ProgressEvent {
  readonly type: string;
  readonly at: Date;
  readonly agencyVi: string;
  readonly agencyEn: string;
  readonly toStatus: Status | null;
}

export interface Progress {
  readonly key: ProgressStep;
  readonly state: "done" | "current" | "todo";
  readonly at: Date | null;
  readonly agencyVi: string;
  readonly agencyEn: string;
}

/** The events that reach each step. A case that was sent back has to reach the later steps again. */
const reachedBy: Record<(typeof progressSteps)[number], readonly string[]> = {
  received: ["submit", "split-off"],
  sent: ["assign"],
  working: ["accept", "reopen"],
  answered: ["approve", "relay"],
  rated: ["rate"],
};

/** How far a case has come, from what the reader may see of its history. */
export function progressOf(status: Status, events: readonly ProgressEvent[]): Progress[] {
  const reached = new Map<string, ProgressEvent>();
  for (const event of events) {
    const step = progressSteps.find((key) => reachedBy[key].includes(event.type));
    if (event.type === "refuse") for (const later of ["sent", "working"]) reached.delete(later);
    if (event.type === "assign") reached.delete("working");
    if (event.type === "reopen") for (const later of ["answered", "rated"]) reached.delete(later);
    if (step) reached.set(step, event);
  }
  const ended = !isOpen(status) && status !== "answered" && status !== "disputed";
  const steps = progressSteps.filter((key) => !ended || reached.has(key));
  const last = steps.filter((key) => reached.has(key)).at(-1);
  const walk: Progress[] = steps.map((key) => {
    const event = reached.get(key);
    const here = key === last && !ended && key !== "rated" && status !== "disputed";
    const state = !event ? "todo" : here ? "current" : "done";
    return { key, state, at: event?.at ?? null, agencyVi: event?.agencyVi ?? "", agencyEn: event?.agencyEn ?? "" };
  });
  if (status === "disputed") return [...walk.filter((step) => step.key !== "rated"), disputeOf(events)];
  const end = ended ? endOf(status, events) : null;
  return end ? [...walk, end] : walk;
}

function disputeOf(events: readonly ProgressEvent[]): Progress {
  const event = events.findLast((known) => known.toStatus === "disputed");
  return { key: "disputed", state: "current", at: event?.at ?? null, agencyVi: "", agencyEn: "" };
}

function endOf(status: Status, events: readonly ProgressEvent[]): Progress | null {
  if (status !== "closed" && status !== "declined" && status !== "withdrawn" && status !== "merged") return null;
  const event = events.findLast((known) => known.toStatus === status);
  return { key: status, state: "done", at: event?.at ?? null, agencyVi: "", agencyEn: "" };
}
