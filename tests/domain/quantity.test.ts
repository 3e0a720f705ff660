import { expect, test } from "vitest";
import { readQuantity } from "../../app/domain/quantity.ts";

test.each([
  ["12", "12"],
  ["12,5", "12.5"],
  ["12.5", "12.5"],
  ["1.234", "1234"],
  ["1,234", "1234"],
  ["1.234,5", "1234.5"],
  ["1,234.50", "1234.5"],
  ["12.345.678", "12345678"],
  ["0,125", "0.125"],
  ["0.125", "0.125"],
  [" 1 200 ", "1200"],
  ["- 3", "-3"],
  ["−0,0", "0"],
  ["007", "7"],
  ["12,3450", "12.3450"],
  ["12,34500", "12.3450"],
  ["１２", "12"],
])("%s is %s", (typed, read) => {
  expect(readQuantity(typed)).toBe(read);
  expect(readQuantity(read)).toBe(read);
});

test.each(["", "a", "1,2,3", "1.23.456", "12.", ".5", "1..2", "1e9", "12%", "1".repeat(16), "0,1234567"])(
  "%s is no number",
  (typed) => {
    expect(readQuantity(typed)).toBeNull();
  },
);
