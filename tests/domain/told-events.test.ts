import { expect, test } from "vitest";
import { toldInOrder } from "../../app/domain/told-events.ts";

const told = (...types: string[]) => toldInOrder(types.map((type) => ({ type }))).map((event) => event.told);

test("a second version of an answer and a changed publication have words of their own", () => {
  expect(told("submit", "publish", "answer", "answer", "approve", "publish", "publish")).toEqual([
    "submit",
    "publish",
    "answer",
    "answer-anew",
    "approve",
    "publish-anew",
    "publish-anew",
  ]);
});

test("what was taken off the public pages is published, not changed, the next time", () => {
  expect(told("publish", "unpublish", "publish", "publish").slice(2)).toEqual(["publish", "publish-anew"]);
});

test("other events are told alike however often they happen", () => {
  expect(told("ask", "reply", "ask", "reply")).toEqual(["ask", "reply", "ask", "reply"]);
});
