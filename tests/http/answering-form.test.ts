import { expect, test } from "vitest";
import { caseworkErrors } from "../../app/http/casework-form.ts";

/** A form as a browser posts it: unticked boxes and unchosen radios are not in it. */
function posted(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

test("what is wrong with an answer is listed in the order of the page, whatever the rules look at first", () => {
  const form = posted({
    "p12.where": "",
    "p12.until": "",
    "p7.state": "deferred",
    "p7.until": "",
    body: "",
    "outcome.kind": "solved",
    "o-solved.whatChanged": "",
    "o-solved.changedOn": "",
  });
  const errors = {
    body: "empty",
    "outcome.changedOn": "empty",
    "outcome.whatChanged": "empty",
    "points.7.until": "past",
    "points.12.body": "empty",
    "points.12.state": "open",
    "acknowledged.13-2023-nd-cp": "ended",
    "somewhere.else": "wrong",
  } as const;
  expect(Object.entries(caseworkErrors("answer", form, errors))).toEqual([
    ["p12.state", "open"],
    ["p12.where", "empty"],
    ["p7.until", "past"],
    ["body", "empty"],
    ["ack.13-2023-nd-cp", "ended"],
    ["o-solved.whatChanged", "empty"],
    ["o-solved.changedOn", "empty"],
    ["somewhere.else", "wrong"],
  ]);
});

test("a point that was not posted, and a kind that was not chosen, have their places too", () => {
  const errors = { body: "too-short", "outcome.kind": "empty", "points.3.state": "open" } as const;
  expect(Object.keys(caseworkErrors("answer", posted({ body: "Ngắn" }), errors))).toEqual([
    "p3.state",
    "body",
    "outcome.kind",
  ]);
});
