import { describe, expect, test } from "vitest";
import { kinds, type Kind } from "../../app/domain/case-kind.ts";
import { checkInput } from "../../app/domain/check-input.ts";
import { fieldsOf, stepsOf } from "../../app/domain/form-steps.ts";
import {
  controls,
  detailFields,
  type FieldName,
  isKind,
  isRequired,
  type Submission,
  submissionSchema,
  submissionSchemas,
} from "../../app/domain/forms.ts";
import { anonymous, type FormFields, formOf } from "../store/answers.ts";

/** What each kind cannot be sent without, written a second time by hand. */
const required: Record<Kind, FieldName[]> = {
  feedback: ["content", "reporterType", "publishConsent"],
  proposal: ["content", "suggestion", "reporterType", "publishConsent"],
  barrier: ["legalDocument", "content", "reporterType", "publishConsent"],
  initiative: ["content", "solution", "benefit", "reporterType", "publishConsent"],
};

const checkForm = (kind: Kind, form: FormFields) => checkInput<Submission>(submissionSchemas[kind], form);
const check = (kind: Kind, overrides: FormFields = {}) => checkForm(kind, formOf(kind, overrides));
const errorsOf = (kind: Kind, overrides: FormFields) => {
  const checked = check(kind, overrides);
  return checked.ok ? {} : checked.errors;
};

describe.each(kinds)("%s", (kind) => {
  const asked = stepsOf(kind).flatMap((step) => fieldsOf(kind, step));

  test("a complete form is taken", () => {
    expect(check(kind)).toMatchObject({ ok: true, value: { kind, phone: "+84912345678" } });
  });

  test("an anonymous one too, and it keeps nothing of a person", () => {
    const checked = check(kind, anonymous);
    expect(checked).toMatchObject({ ok: true });
    if (!checked.ok) return;
    const { name, email, phone, taxCode } = checked.value;
    expect([name, email, phone, taxCode]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("each required field that is missing or blank gives its own rule and no other", () => {
    for (const field of required[kind]) {
      expect(errorsOf(kind, { [field]: "" }), field).toEqual({ [field]: "empty" });
      const { [field]: _left, ...rest } = formOf(kind);
      const checked = checkForm(kind, rest);
      expect(checked.ok ? {} : checked.errors, field).toEqual({ [field]: "empty" });
    }
  });

  test("nothing else is required of an anonymous sender", () => {
    const only = Object.fromEntries(required[kind].map((field) => [field, formOf(kind)[field] ?? ""]));
    expect(checkForm(kind, { ...only, kind, ...anonymous })).toMatchObject({ ok: true });
    const said = asked.filter((field) => isRequired(kind, field));
    expect([...said].sort()).toEqual([...required[kind]].sort());
  });

  test("a named sender gives a name and one way to be reached", () => {
    expect(errorsOf(kind, { name: "" })).toEqual({ name: "empty" });
    expect(errorsOf(kind, { email: "", phone: "" })).toEqual({ email: "empty" });
    expect(errorsOf(kind, { name: " ", email: "", phone: "" })).toEqual({ name: "empty", email: "empty" });
    expect(errorsOf(kind, { email: "" })).toEqual({});
    expect(errorsOf(kind, { phone: "" })).toEqual({});
  });

  test("each text that is too long, and each wrong value, is named beside its field", () => {
    for (const field of asked) {
      const { control, max } = controls[field];
      const text = control === "line" || control === "paragraphs";
      const freeLine = text && !["email", "phone", "taxCode"].includes(field);
      if (freeLine)
        expect(errorsOf(kind, { [field]: "a".repeat((max ?? 0) + 1) }), field).toEqual({ [field]: "too-long" });
      if (control === "choice") expect(errorsOf(kind, { [field]: "x" }), field).toEqual({ [field]: "wrong" });
    }
    expect(errorsOf(kind, { email: "a@b", phone: "12" })).toEqual({ email: "wrong", phone: "wrong" });
    expect(errorsOf(kind, { content: "quá ngắn" })).toEqual({ content: "too-short" });
  });

  test("what the form does not ask for is dropped", () => {
    const checked = check(kind, { status: "closed", heldReason: "", agencyId: "1", __proto__: "x", constructor: "x" });
    expect(
      checked.ok && Object.keys(checked.value).filter((key) => !["lang", "kind", ...asked, "taxCode"].includes(key)),
    ).toEqual([]);
  });

  test("its texts arrive clean", () => {
    const checked = check(kind, {
      content: "  Nội dung co\u0301 \u0000NUL và\r\nxuống dòng.  ",
      name: "Trần\u202E Thị\n Thử",
    });
    expect(checked).toMatchObject({
      ok: true,
      value: { content: "Nội dung có NUL và\nxuống dòng.", name: "Trần Thị Thử" },
    });
  });

  test("every field is asked once, has a control, and the kind's own are stored as details", () => {
    expect(new Set(asked).size).toBe(asked.length);
    for (const field of asked) expect(controls[field], field).toBeDefined();
    for (const field of detailFields[kind]) expect(asked).toContain(field);
    const shape: Record<string, unknown> = submissionSchemas[kind].shape;
    const unasked = Object.keys(shape).filter((key) => !asked.some((field) => field === key));
    expect(unasked.sort()).toEqual(kind === "barrier" ? ["kind", "lang"] : ["kind", "lang", "taxCode"]);
  });

  test("the union of all kinds takes the same", () => {
    expect(submissionSchema.safeParse(formOf(kind)).success).toBe(true);
    expect(isKind(kind)).toBe(true);
  });
});

test.each([
  ["nothing", {}],
  ["another kind", formOf("feedback", { kind: "complaint" })],
  ["a list", []],
  ["null", null],
])("%s is no submission", (_name, input) => {
  expect(checkInput(submissionSchema, input).ok).toBe(false);
});

test("complaints and denunciations are never a kind here", () => {
  expect(["complaint", "denunciation", "khieu-nai", "to-cao", "constructor"].filter(isKind)).toEqual([]);
});
