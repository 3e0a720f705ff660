import { expect, test } from "vitest";
import { kinds } from "../../app/domain/case-kind.ts";
import { askingSteps, checkAll, stepErrors, stepOf } from "../../app/domain/form-steps.ts";
import { stepFields } from "../../app/domain/forms.ts";
import { formOf } from "../store/answers.ts";

test.each(kinds)("a complete %s is right in every step and as a whole", (kind) => {
  const form = formOf(kind);
  for (const step of askingSteps) expect(stepErrors(kind, step, form)).toEqual({});
  expect(checkAll(kind, form)).toMatchObject({ ok: true, value: { kind } });
});

test("a step checks its own fields only", () => {
  expect(stepErrors("feedback", "content", { content: "ngắn" })).toEqual({ content: "too-short" });
  expect(stepErrors("feedback", "where", {})).toEqual({});
});

test("a named sender without contact hears of everything that is missing at once", () => {
  expect(stepErrors("feedback", "who", { reporterType: "individual", name: " " })).toEqual({
    name: "empty",
    email: "empty",
    publishConsent: "empty",
  });
});

test("a telephone number is contact enough", () => {
  const form = { reporterType: "individual", name: "Người Thử", phone: "0912 345 678", publishConsent: "no" };
  expect(stepErrors("feedback", "who", form)).toEqual({});
});

test("nobody who stays anonymous is asked for a name", () => {
  expect(stepErrors("feedback", "who", { reporterType: "anonymous", publishConsent: "no" })).toEqual({});
});

test("errors come in the order of the questions", () => {
  const { content, who } = stepFields.barrier;
  const checked = checkAll("barrier", { taxCode: "1" });
  const asked: readonly string[] = [...content, ...who];
  const names = checked.ok ? [] : Object.keys(checked.errors);
  expect(names).toEqual(asked.filter((name) => names.includes(name)));
  expect(names).toContain("taxCode");
});

test.each(kinds)("every field of %s has its step", (kind) => {
  for (const step of askingSteps) for (const name of stepFields[kind][step]) expect(stepOf(kind, name)).toBe(step);
});
