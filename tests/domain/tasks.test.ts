import { expect, test } from "vitest";
import { kinds } from "../../app/domain/case-kind.ts";
import { leadShare, readShare } from "../../app/domain/co-authors.ts";
import {
  checkAll,
  flowOf,
  isNeeded,
  leavingErrors,
  stepsOf,
  taskState,
  undoneErrors,
  undoneIn,
} from "../../app/domain/form-steps.ts";
import { formOf } from "../store/answers.ts";

const TODAY = "2026-10-05";

/** What the list of tasks asks for beyond what a program has to send. */
const done: Record<string, string> = {
  ...formOf("initiative"),
  novelty: "Hiện nay phải chờ đoàn đo của nhà mạng.",
  trials: "Thử ở hai xã trong ba tháng, 400 lượt đo.",
  reach: "country",
  owner: "authors",
  disclosure: "unpublished",
  pledgeTruth: "yes",
  pledgeNoSecrets: "yes",
};

test("an initiative has seven tasks; every other kind goes page after page", () => {
  expect(stepsOf("initiative")).toHaveLength(7);
  expect(kinds.filter((kind) => flowOf(kind) === "tasks")).toEqual(["initiative"]);
});

test("a task is not begun, being written, or done", () => {
  expect(taskState("initiative", "solution", {}, TODAY)).toBe("empty");
  expect(taskState("initiative", "solution", { solution: done["solution"] }, TODAY)).toBe("writing");
  expect(taskState("initiative", "solution", { solution: "ngắn", novelty: "x" }, TODAY)).toBe("writing");
  expect(taskState("initiative", "solution", done, TODAY)).toBe("done");
});

test("all tasks are done with what they need, and what one needs is named in its order", () => {
  expect(undoneErrors("initiative", done, TODAY)).toEqual({});
  for (const step of stepsOf("initiative")) expect(taskState("initiative", step, done, TODAY)).toBe("done");
  expect(Object.entries(undoneIn("initiative", "rights", {}, TODAY))).toEqual([
    ["owner", "empty"],
    ["disclosure", "empty"],
    ["publishConsent", "empty"],
    ["pledgeTruth", "empty"],
    ["pledgeNoSecrets", "empty"],
  ]);
});

test("a pledge that was taken back is as good as none", () => {
  expect(undoneErrors("initiative", { ...done, pledgeTruth: "no" }, TODAY)).toEqual({ pledgeTruth: "empty" });
});

test("what a program may leave out is still no reason to refuse it", () => {
  expect(checkAll("initiative", formOf("initiative"), TODAY)).toMatchObject({ ok: true });
  expect(Object.keys(undoneErrors("initiative", formOf("initiative"), TODAY))).toEqual([
    "novelty",
    "trials",
    "reach",
    "owner",
    "disclosure",
    "pledgeTruth",
    "pledgeNoSecrets",
  ]);
  expect(isNeeded("initiative", "novelty") && !isNeeded("initiative", "conditions")).toBe(true);
});

test("a task can be left half-written, a page cannot; what is wrong stops both", () => {
  expect(leavingErrors("initiative", "solution", {}, TODAY)).toEqual({});
  expect(leavingErrors("initiative", "solution", { solution: "ngắn" }, TODAY)).toEqual({ solution: "too-short" });
  expect(leavingErrors("feedback", "content", {}, TODAY)).toEqual({ content: "empty" });
});

test("figures and costs are taken as people write them", () => {
  const figures = { measureBefore: "1.234,5", measureAfter: "12", costOnce: "1,5 tỷ", costYearly: "40 triệu" };
  expect(checkAll("initiative", { ...done, ...figures }, TODAY)).toMatchObject({
    ok: true,
    value: { measureBefore: "1234.5", measureAfter: "12", costOnce: "1500000000", costYearly: "40000000" },
  });
  const wrong = { measureBefore: "khoảng mười", costOnce: "rẻ" };
  expect(leavingErrors("initiative", "benefit", { ...done, ...wrong }, TODAY)).toEqual({
    measureBefore: "wrong",
    costOnce: "wrong",
  });
});

test.each([
  ["25", 25],
  [" 25 % ", 25],
  ["25,0", 25],
  ["99", 99],
  ["0", null],
  ["100", null],
  ["12,5", null],
  ["một phần tư", null],
])("a share of %s is %s", (typed, share) => {
  expect(readShare(typed)).toBe(share);
});

test("the lead author has what the others leave; who declined has nothing", () => {
  expect(leadShare([])).toBe(100);
  expect(
    leadShare([
      { share: 30, state: "accepted" },
      { share: 20, state: "invited" },
      { share: 40, state: "declined" },
    ]),
  ).toBe(50);
});
