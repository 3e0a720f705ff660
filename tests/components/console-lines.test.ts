import { expect, test } from "vitest";
import type { ConsoleRow } from "../../app/http/console.ts";
import { linesOf, soon, withFate } from "../../app/routes/office/console/lines.ts";

const row = (code: string) => ({ code }) as ConsoleRow;
const list = linesOf(["A", "B", "C", "D", "E"].map(row));

test("what a key may lead to is fetched ahead: the next case, the line before, and the case after the next", () => {
  expect(soon(list, "B")).toEqual(["C", "A", "D"]);
  expect(soon(list, "A")).toEqual(["B", "C"]);
});

test("a line that is decided already is still one key away, and the next to decide is another", () => {
  expect(soon(withFate(list, "C", "assign"), "B")).toEqual(["D", "C", "A"]);
});

test("at the last line the next cases are those left above", () => {
  expect(soon(list, "E")).toEqual(["A", "D", "B"]);
});
