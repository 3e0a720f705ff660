import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { checkInput } from "../../app/domain/check-input.ts";
import { choice, emailAddress, isoDate, line, optional, paragraphs, rowId } from "../../app/domain/fields.ts";

const rule = (schema: z.ZodType, value: unknown): string | null => {
  const checked = checkInput(z.object({ it: schema }), value === undefined ? {} : { it: value });
  return checked.ok ? null : (checked.errors["it"] ?? "none named");
};

describe("e-mail address", () => {
  test.each([
    "a@b.vn",
    "nguoi.gui@example.vn",
    "ten+nhan@thu.example.com.vn",
    "x_y-z%1@a-b.vn",
    "1@2.vn",
    `${"a".repeat(64)}@example.vn`,
  ])("%s is one", (address) => {
    expect(emailAddress.parse(address)).toBe(address);
  });

  test("edges are trimmed and letters made small", () => {
    expect(emailAddress.parse("  Nguoi.Gui@Example.VN\n")).toBe("nguoi.gui@example.vn");
  });

  test.each([
    ["a line break and a header", "a@b.vn\r\nBcc: c@d.vn"],
    ["a line feed inside", "a@b\n.vn"],
    ["NUL", "a@b.vn\u0000"],
    ["two addresses", "a@b.vn,c@d.vn"],
    ["two addresses by semicolon", "a@b.vn;c@d.vn"],
    ["two addresses by space", "a@b.vn c@d.vn"],
    ["a name before it", "An <a@b.vn>"],
    ["angle brackets", "<a@b.vn>"],
    ["a quoted local part", '"a b"@c.vn'],
    ["a quoted second address", '"a@evil.vn "@b.vn'],
    ["a comment", "a(x)@b.vn"],
    ["a comment with an address", "(c@d.vn)a@b.vn"],
    ["an encoded word", "=?utf-8?q?a=40evil.vn?=@b.vn"],
    ["a route", "@c.vn:a@b.vn"],
    ["a percent route to a name without a dot", "a%c.vn@b"],
    ["a bang path", "c!a@b.vn"],
    ["an address literal", "a@[127.0.0.1]"],
    ["an address without a dot", "a@localhost"],
    ["a bare IP address", "a@127.0.0.1"],
    ["letters of another alphabet", "nguời@b.vn"],
    ["a domain of another alphabet", "a@việt.vn"],
    ["a full-width at sign", "a＠b.vn"],
    ["a full-width dot", "a@b。vn"],
    ["two at signs", "a@@b.vn"],
    ["two dots", "a..b@c.vn"],
    ["two dots in the domain", "a@b..vn"],
    ["a leading dot", ".a@b.vn"],
    ["a trailing dot of the local part", "a.@b.vn"],
    ["a trailing dot", "a@b.vn."],
    ["a leading hyphen in the domain", "a@-b.vn"],
    ["a leading hyphen, an option to programs", "-oQ/tmp@b.vn"],
    ["no local part", "@b.vn"],
    ["no domain", "a@"],
    ["a local part of 65", `${"a".repeat(65)}@b.vn`],
    ["a label of 64", `a@${"b".repeat(64)}.vn`],
  ])("%s is refused", (_name, typed) => {
    expect(rule(emailAddress, typed)).toBe("wrong");
  });

  test("nothing and too much have rules of their own", () => {
    expect(rule(emailAddress, "")).toBe("empty");
    expect(rule(emailAddress, undefined)).toBe("empty");
    expect(rule(emailAddress, 5)).toBe("wrong");
    expect(rule(emailAddress, `a@${"b.".repeat(130)}vn`)).toBe("too-long");
  });

  test("what is accepted is one address, whatever was typed", () => {
    const pieces = fc.string({ unit: fc.constantFrom(..."ab1.@,;:<>()\"' \r\n\t%+-_\\[]=?é\u0000"), maxLength: 30 });
    fc.assert(
      fc.property(
        fc.oneof(
          pieces,
          pieces.map((text) => `a${text}@b.vn`),
          pieces.map((text) => `a@b${text}.vn`),
        ),
        (typed) => {
          const read = emailAddress.safeParse(typed);
          if (read.success) expect(read.data).toMatch(/^[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]+$/);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe("text", () => {
  test("a line is cleaned before it is measured", () => {
    expect(line(5).parse("  a\u0000b \n c ")).toBe("ab c");
    expect(rule(line(5), " \u0000 ")).toBe("empty");
    expect(rule(line(5, 3), "ab")).toBe("too-short");
    expect(rule(line(5), "abcdef")).toBe("too-long");
    expect(rule(line(5), undefined)).toBe("empty");
    expect(rule(line(5), ["a"])).toBe("wrong");
  });

  test("paragraphs keep their lines", () => {
    expect(paragraphs(20).parse("một\r\n\r\nhai")).toBe("một\n\nhai");
    expect(rule(paragraphs(5), "a".repeat(21))).toBe("too-long");
  });

  test("a field that may be left out takes blank as left out", () => {
    expect(optional(line(5)).parse("   ")).toBeUndefined();
    expect(optional(line(5)).parse(undefined)).toBeUndefined();
    expect(rule(optional(line(5)), "abcdef")).toBe("too-long");
  });
});

describe("other values", () => {
  test.each(["2026-02-28", "2028-02-29", " 2026-12-31 "])("%o is a day", (typed) => {
    expect(isoDate.parse(typed)).toBe(typed.trim());
  });

  test.each([
    "2026-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "26-01-01",
    "1/2/2026",
    "2026-1-1",
    "2026-01-01T00:00",
  ])("%o is no day", (typed) => {
    expect(rule(isoDate, typed)).toBe("wrong");
  });

  test.each(["", " ", "0", "-1", "1.5", "abc", null, undefined, [], {}, "1e99"])("%o is the id of no row", (typed) => {
    expect(rule(rowId, typed)).not.toBeNull();
  });

  test("the id of a row comes as digits or as a number", () => {
    expect([rowId.parse("12"), rowId.parse(12)]).toEqual([12, 12]);
  });

  test("a choice takes nothing else", () => {
    expect(choice(["yes", "no"]).parse("yes")).toBe("yes");
    expect(rule(choice(["yes", "no"]), "YES")).toBe("wrong");
    expect(rule(choice(["yes", "no"]), "")).toBe("empty");
    expect(rule(choice(["yes", "no"]), undefined)).toBe("empty");
  });
});

test("every wrong field is named once, nested ones by their path, and rules are never sentences", () => {
  const schema = z.object({ a: line(3), b: z.object({ c: isoDate }), d: z.number() });
  const checked = checkInput(schema, { a: "", b: { c: "x" }, d: "x" });
  expect(checked).toEqual({ ok: false, errors: { a: "empty", "b.c": "wrong", d: "wrong" } });
  expect(checkInput(schema, null)).toEqual({ ok: false, errors: { form: "wrong" } });
});
