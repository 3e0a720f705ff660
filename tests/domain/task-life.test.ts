import { expect, test } from "vitest";
import type { Status } from "../../app/domain/case-status.ts";
import { isTakenUp } from "../../app/domain/task-life.ts";

const handed = (taskId: number) => ({ type: "hand-task", fromStatus: null, toStatus: null, data: { taskId } });
const move = (type: string, fromStatus: Status, toStatus: Status) => ({ type, fromStatus, toStatus, data: {} });

const merged = move("merge", "in_progress", "merged");
const declined = move("decline", "submitted", "declined");
const apart = move("unmerge", "merged", "in_progress");
const answered = [move("answer", "in_progress", "awaiting_approval"), move("approve", "awaiting_approval", "answered")];
const reopened = move("reopen", "answered", "in_progress");

test.each([
  ["a merge taken back", [handed(7), merged, apart], true],
  [
    "a refusal undone",
    [handed(7), move("refuse", "assigned", "submitted"), declined, move("undo", "declined", "submitted")],
    true,
  ],
  ["two merges taken back", [handed(7), merged, apart, merged, move("undo", "merged", "in_progress")], true],
  [
    "a merge whose answer was passed on",
    [handed(7), merged, move("relay", "merged", "answered"), move("unmerge", "answered", "in_progress")],
    true,
  ],
  ["a merge of a case that was handed over as another task", [handed(8), merged, apart], false],
  ["an answer and a reopening", [handed(7), ...answered, reopened], false],
  ["a merge of a case that was answered before", [handed(7), ...answered, reopened, merged, apart], false],
])("what had ended is taken up after %s: %s", (_name, events, expected) => {
  expect(isTakenUp(events, 7)).toBe(expected);
});
