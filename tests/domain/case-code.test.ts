import fc from "fast-check";
import { expect, test } from "vitest";
import { kindPrefix, makeCaseCode, readCaseCode } from "../../app/domain/case-code.ts";
import { kinds } from "../../app/domain/case-kind.ts";

const SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const anyCode = fc
  .tuple(fc.constantFrom(...kinds), fc.uint8Array({ minLength: 7, maxLength: 7 }))
  .map(([kind, random]) => makeCaseCode(kind, random));

test("a code has the shape PA-7K3M-92QX and reads back as itself", () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      expect(code).toMatch(/^(PA|KN|RC|SK)-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
      expect(readCaseCode(code)).toBe(code);
    }),
  );
});

test("any spelling of a code is read", () => {
  fc.assert(
    fc.property(anyCode, fc.constantFrom("", " ", "-", " - ", "."), (code, gap) => {
      const typed = ` ${code.toLowerCase().replaceAll("-", gap)} `;
      expect(readCaseCode(typed)).toBe(code);
    }),
  );
});

test("every kind has a prefix of its own", () => {
  expect(new Set(kinds.map((kind) => kindPrefix[kind])).size).toBe(kinds.length);
});

test("each single wrong symbol is noticed", () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const plain = code.replaceAll("-", "");
      for (let place = 2; place < plain.length; place += 1) {
        for (const symbol of SYMBOLS.replace(plain.charAt(place), "")) {
          expect(readCaseCode(plain.slice(0, place) + symbol + plain.slice(place + 1))).toBeNull();
        }
      }
    }),
  );
});

test("each swap of two different symbols of the body and check character is noticed", () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const plain = [...code.replaceAll("-", "")];
      for (let one = 2; one < plain.length; one += 1) {
        for (let other = one + 1; other < plain.length; other += 1) {
          if (plain[one] === plain[other]) continue;
          const swapped = [...plain];
          [swapped[one], swapped[other]] = [plain[other] ?? "", plain[one] ?? ""];
          expect(readCaseCode(swapped.join("")), `${one} and ${other} of ${code}`).toBeNull();
        }
      }
    }),
  );
});

test("a code of one kind with the prefix of another is noticed", () => {
  fc.assert(
    fc.property(anyCode, fc.constantFrom(...kinds), (code, kind) => {
      const other = kindPrefix[kind] + code.slice(2);
      if (other !== code) expect(readCaseCode(other)).toBeNull();
    }),
  );
});

test.each([
  "",
  "PA",
  "PA-7K3M-92Q",
  "PA-7K3M-92QXX",
  "XX-7K3M-92QX",
  "PA-0K3M-92QX",
  "PA-IK3M-92QX",
  "ＰＡ-7K3M-92QX",
  "'; --",
])("%o is no code", (typed) => {
  expect(readCaseCode(typed)).toBeNull();
});

test("codes are spread over all symbols", () => {
  const seen = new Set<string>();
  for (let byte = 0; byte < 256; byte += 1) seen.add(makeCaseCode("feedback", new Uint8Array(7).fill(byte)).charAt(3));
  expect([...seen].sort().join("")).toBe(SYMBOLS);
});
