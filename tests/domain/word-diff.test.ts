import { expect, test } from "vitest";
import fc from "fast-check";
import { type DiffPart, wordDiff } from "../../app/domain/word-diff.ts";

const said = (parts: readonly DiffPart[], ...ops: string[]) =>
  parts
    .filter((part) => ops.includes(part.op))
    .map((part) => part.text.trim())
    .join(" ");
const plain = (text: string) => text.trim().replace(/\s+/g, " ");

test("it marks what goes out and what comes in", () => {
  expect(wordDiff("nộp hai bản sao có chứng thực", "nộp một bản sao điện tử")).toEqual([
    { op: "same", text: "nộp " },
    { op: "out", text: "hai " },
    { op: "in", text: "một " },
    { op: "same", text: "bản sao " },
    { op: "out", text: "có chứng thực" },
    { op: "in", text: "điện tử" },
  ]);
});

test("both texts can be read out of it, whatever they are", () => {
  const text = fc
    .array(fc.constantFrom("nộp", "hai", "một", "bản", "sao", "\n"), { maxLength: 30 })
    .map((w) => w.join(" "));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      expect(plain(said(parts, "same", "out"))).toBe(plain(before));
      expect(plain(said(parts, "same", "in"))).toBe(plain(after));
    }),
  );
});

test("very long texts are shown whole", () => {
  const [before, after] = ["a ".repeat(2_000), "b ".repeat(2_000)];
  expect(wordDiff(before, after).map((part) => part.op)).toEqual(["out", "in"]);
});
