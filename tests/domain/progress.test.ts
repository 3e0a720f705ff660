import { expect, test } from "vitest";
import type { Status } from "../../app/domain/case-status.ts";
import { progressOf } from "../../app/domain/progress.ts";

const event = (type: string, toStatus: Status | null, day: number) => ({
  type,
  toStatus,
  at: new Date(Date.UTC(2026, 9, day)),
  agencyVi: "Cơ quan thử",
  agencyEn: "Test agency",
});
const submit = event("submit", "submitted", 1);
const assign = event("assign", "assigned", 2);
const accept = event("accept", "in_progress", 3);
const approve = event("approve", "answered", 4);

const states = (status: Status, events: ReturnType<typeof event>[]) =>
  progressOf(status, events).map((step) => `${step.key} ${step.state}`);

test("a new case has been received and has everything before it", () => {
  expect(states("submitted", [submit])).toEqual([
    "received current",
    "sent todo",
    "working todo",
    "answered todo",
    "rated todo",
  ]);
});

test("a case in progress is at its agency", () => {
  expect(states("in_progress", [submit, assign, accept])).toContain("working current");
});

test("a case that came back has to be sent again", () => {
  const back = event("refuse", "submitted", 4);
  expect(states("submitted", [submit, assign, accept, back])).toEqual(states("submitted", [submit]));
});

test("another agency has to take it up anew", () => {
  const again = event("assign", "assigned", 5);
  expect(states("assigned", [submit, assign, accept, again])).toContain("sent current");
  expect(states("assigned", [submit, assign, accept, again])).toContain("working todo");
});

test("an answered case waits for its rating", () => {
  expect(states("answered", [submit, assign, accept, approve])).toContain("answered current");
});

test("a disputed answer is being reviewed; a case taken up again has to be answered again", () => {
  const dispute = event("dispute", "disputed", 5);
  const walk = states("disputed", [submit, assign, accept, approve, dispute]);
  expect(walk.slice(-2)).toEqual(["answered done", "disputed current"]);
  const reopen = event("reopen", "in_progress", 6);
  const again = states("in_progress", [submit, assign, accept, approve, dispute, reopen]);
  expect(again).toEqual(["received done", "sent done", "working current", "answered todo", "rated todo"]);
});

test.each(["declined", "withdrawn", "merged", "closed"] as const)("a case that is %s ends there", (status) => {
  const walk = progressOf(status, [submit, event(status, status, 6)]);
  expect(walk.map((step) => step.key)).toEqual(["received", status]);
  expect(walk.every((step) => step.state === "done")).toBe(true);
  expect(walk.at(-1)?.at).toEqual(new Date(Date.UTC(2026, 9, 6)));
});
