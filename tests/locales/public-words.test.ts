import { expect, test } from "vitest";
import type { z } from "zod";
import { kinds } from "../../app/domain/case-kind.ts";
import { controls, submissionSchemas } from "../../app/domain/forms.ts";
import { progressSteps } from "../../app/domain/progress.ts";
import enForms from "../../locales/en/forms.json";
import enPublic from "../../locales/en/public.json";
import viForms from "../../locales/vi/forms.json";
import viPublic from "../../locales/vi/public.json";

const languages = { vi: { forms: viForms, pages: viPublic }, en: { forms: enForms, pages: enPublic } };

test("both languages have the same words for fields and pages", () => {
  expect(keysOf(enForms)).toEqual(keysOf(viForms));
  expect(keysOf(enPublic)).toEqual(keysOf(viPublic));
});

test.each(["vi", "en"] as const)("in %s every field has a label, and an error of its own for each rule", (lang) => {
  const { fields, errors } = languages[lang].forms;
  const labelled = Object.keys(fields);
  const worded: Record<string, object> = errors;
  for (const name of Object.keys(controls)) {
    expect(labelled).toContain(name);
    for (const rule of rulesOf(name)) expect(Object.keys(worded[name] ?? {}), name).toContain(rule);
  }
});

test.each(["vi", "en"] as const)("in %s every kind has its words", (lang) => {
  const { submit, receipt, choose } = languages[lang].pages;
  for (const words of [submit.name, submit.send, submit.step.content, receipt.arrived, choose.kind, choose.hint])
    expect(Object.keys(words)).toEqual(expect.arrayContaining([...kinds]));
  expect(Object.keys(languages[lang].pages.case.step)).toEqual(expect.arrayContaining([...progressSteps]));
});

test("nobody is told off", () => {
  expect(JSON.stringify([viForms, viPublic])).not.toMatch(/vui lòng|không hợp lệ|bắt buộc nhập|trường này/i);
  expect(JSON.stringify([enForms, enPublic])).not.toMatch(/\bplease\b|\binvalid\b|\bsorry\b/i);
});

/** The rules that wrong values of a field break first, tried on the schemas themselves. */
function rulesOf(name: string): string[] {
  const values = [undefined, "", "a", "%", "x".repeat(6000)];
  const rules = kinds.flatMap((kind) => {
    const shape: Record<string, z.ZodType> = submissionSchemas[kind].shape;
    return values.flatMap((value) => shape[name]?.safeParse(value).error?.issues[0]?.message ?? []);
  });
  return [...new Set(rules)];
}

/** All keys with their path; an English singular counts with its plural, a list with its length. */
function keysOf(words: object, path = ""): string[] {
  const keys = Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    if (Array.isArray(value)) return [`${path}${key}[${value.length}]`];
    if (typeof value === "object" && value !== null) return keysOf(value, `${path}${key}.`);
    return [`${path}${key}`.replace(/_one$/, "_other")];
  });
  return [...new Set(keys)].sort();
}
