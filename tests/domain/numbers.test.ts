import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPhone } from "../../app/domain/phone.ts";
import { makeSecret, readSecret } from "../../app/domain/secret.ts";
import { readTaxCode } from "../../app/domain/tax-code.ts";

describe("tracking secret", () => {
  test("is 26 symbols in groups and reads back whatever way it is typed", () => {
    const secret = makeSecret(randomBytes(26));
    expect(secret).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}$/);
    const plain = secret.replaceAll("-", "");
    expect(readSecret(secret)).toBe(plain);
    expect(readSecret(` ${secret.toLowerCase().replaceAll("-", " ")} `)).toBe(plain);
    expect(readSecret(plain.replaceAll("0", "o").replaceAll("1", "l"))).toBe(plain);
    expect(readSecret(plain.replaceAll("1", "I"))).toBe(plain);
  });

  test("uses five bits of each of 26 bytes", () => {
    const zero = makeSecret(new Uint8Array(26));
    for (let place = 0; place < 26; place += 1) {
      for (let bit = 0; bit < 5; bit += 1) {
        const bytes = new Uint8Array(26);
        bytes[place] = 1 << bit;
        expect(makeSecret(bytes)).not.toBe(zero);
      }
    }
  });

  test.each(["", "0".repeat(25), "0".repeat(27), `${"0".repeat(25)}U`, `${"0".repeat(25)}é`])("%o is none", (typed) => {
    expect(readSecret(typed)).toBeNull();
  });
});

describe("tax code", () => {
  test.each(["0100109106", "0100684378", "0101248141", "0301442379"])("%s is one", (code) => {
    expect(readTaxCode(code)).toBe(code);
    expect(readTaxCode(`${code}-001`)).toBe(`${code}001`);
    expect(readTaxCode(` ${code.slice(0, 4)} ${code.slice(4)} `)).toBe(code);
  });

  test("a household's personal number is one", () => {
    expect(readTaxCode("001 099 012 345")).toBe("001099012345");
  });

  test.each([
    ["a wrong check digit", "0100109107"],
    ["province part 00", "0000109106"],
    ["serial number 0000000", "0100000000"],
    ["branch 000", "0100109106-000"],
    ["nine digits", "010010910"],
    ["eleven digits", "01001091061"],
    ["fourteen digits", "01001091060011"],
    ["letters", "01O0109106"],
    ["nothing", ""],
    ["other people's digits", "٠١٠٠١٠٩١٠٦"],
  ])("%s is none", (_name, typed) => {
    expect(readTaxCode(typed)).toBeNull();
  });

  test("of ten codes that differ in the last digit one at most is right", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-9]\d{7}$/), (nine) => {
        const right = [..."0123456789"].filter((digit) => readTaxCode(nine + digit));
        expect(right.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("telephone number", () => {
  test.each([
    ["0912345678", "+84912345678"],
    ["091 234 56 78", "+84912345678"],
    ["0912.345.678", "+84912345678"],
    ["0912-345-678", "+84912345678"],
    ["+84912345678", "+84912345678"],
    ["+84 91 234 5678", "+84912345678"],
    ["+84 (0)91 234 5678", "+84912345678"],
    ["0084912345678", "+84912345678"],
    ["(024) 3825 5888", "+842438255888"],
    ["02438255888", "+842438255888"],
    ["+33 1 23 45 67 89", "+33123456789"],
  ])("%s is %s", (typed, number) => {
    expect(readPhone(typed)).toBe(number);
    expect(readPhone(number)).toBe(number);
  });

  test.each([
    "",
    "0123456789",
    "1022",
    "091234567",
    "09123456789",
    "+840123456789",
    "+1",
    "0912 345 67a",
    "+84",
    "19001000",
  ])("%o is none", (typed) => {
    expect(readPhone(typed)).toBeNull();
  });
});
