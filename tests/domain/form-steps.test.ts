import { expect, test } from "vitest";
import { kinds } from "../../app/domain/case-kind.ts";
import { checkAll, fieldsOf, stepErrors, stepOf, stepsOf } from "../../app/domain/form-steps.ts";
import { formOf } from "../store/answers.ts";

const TODAY = "2026-10-05";

test.each(kinds)("a complete %s is right in every step and as a whole", (kind) => {
  const form = formOf(kind);
  for (const step of stepsOf(kind)) expect(stepErrors(kind, step, form, TODAY)).toEqual({});
  expect(checkAll(kind, form, TODAY)).toMatchObject({ ok: true, value: { kind } });
});

test("a step checks its own fields only", () => {
  expect(stepErrors("feedback", "content", { content: "ngắn" }, TODAY)).toEqual({ content: "too-short" });
  expect(stepErrors("feedback", "where", {}, TODAY)).toEqual({});
});

test("a named sender without contact hears of everything that is missing at once", () => {
  expect(stepErrors("feedback", "who", { reporterType: "individual", name: " " }, TODAY)).toEqual({
    name: "empty",
    email: "empty",
    publishConsent: "empty",
  });
});

test("a telephone number is contact enough", () => {
  const form = { reporterType: "individual", name: "Người Thử", phone: "0912 345 678", publishConsent: "no" };
  expect(stepErrors("feedback", "who", form, TODAY)).toEqual({});
});

test("nobody who stays anonymous is asked for a name", () => {
  expect(stepErrors("feedback", "who", { reporterType: "anonymous", publishConsent: "no" }, TODAY)).toEqual({});
});

test("errors come in the order of the questions", () => {
  const checked = checkAll("barrier", { taxCode: "1" }, TODAY);
  const asked: readonly string[] = stepsOf("barrier").flatMap((step) => fieldsOf("barrier", step));
  const names = checked.ok ? [] : Object.keys(checked.errors);
  expect(names).toEqual(asked.filter((name) => names.includes(name)));
  expect(names).toContain("taxCode");
});

test.each(kinds)("every field of %s has its step", (kind) => {
  for (const step of stepsOf(kind)) for (const name of fieldsOf(kind, step)) expect(stepOf(kind, name)).toBe(step);
});

test("what happened has happened by today, however the day is written", () => {
  for (const occurredOn of ["2026-10-06", "6/10/2026", "06.10.26", "6 tháng 10 năm 2026"])
    expect(stepErrors("feedback", "where", { occurredOn }, TODAY), occurredOn).toEqual({ occurredOn: "future" });
  for (const occurredOn of ["2026-10-05", "5/10/2026", ""])
    expect(stepErrors("feedback", "where", { occurredOn }, TODAY), occurredOn).toEqual({});
  expect(stepErrors("feedback", "where", { occurredOn: "31/2/2026" }, TODAY)).toEqual({ occurredOn: "wrong" });
});
