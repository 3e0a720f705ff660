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

test("a long text that was changed in places is compared word by word there", () => {
  const words = Array.from({ length: 4_000 }, (_, n) => `từ${n}${n % 10 === 9 ? "." : ""}`);
  const after = words.toSpliced(3_990, 1, "[…]").toSpliced(5, 1, "khác");
  const parts = wordDiff(words.join(" "), after.join(" "));
  expect(parts.filter(({ op }) => op !== "same").map(({ op, text }) => [op, text.trim()])).toEqual([
    ["out", "từ5"],
    ["in", "khác"],
    ["out", "từ3990"],
    ["in", "[…]"],
  ]);
});

test("very long texts without a sentence in common are shown whole", () => {
  const [before, after] = ["a ".repeat(2_000), "b ".repeat(2_000)];
  expect(wordDiff(before, after).map((part) => part.op)).toEqual(["out", "in"]);
});
