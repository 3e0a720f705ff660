import fc from "fast-check";
import { expect, test } from "vitest";
import { around, MASK, maskText, occurrences, ordinalOf } from "../../app/domain/mask.ts";

const mask = (start: number, end: number, reason: "personal-data" | "defamation" = "personal-data") => ({
  start,
  end,
  reason,
});

test("masked words are gone, with the reason of each in its order", () => {
  const { text, reasons } = maskText("Ông An lừa bà Bình", [mask(14, 18), mask(7, 10, "defamation")]);
  expect(text).toBe("Ông An […] bà […]");
  expect(reasons).toEqual(["defamation", "personal-data"]);
});

test("ranges that overlap are one mask, by the reason of the first; those that meet are two", () => {
  expect(maskText("abcdef", [mask(1, 4), mask(2, 5, "defamation")])).toEqual({
    text: "a[…]f",
    reasons: ["personal-data"],
  });
  expect(maskText("abcdef", [mask(1, 5), mask(2, 3, "defamation")])).toEqual({
    text: "a[…]f",
    reasons: ["personal-data"],
  });
  expect(maskText("abcd", [mask(1, 2), mask(2, 3, "defamation")])).toEqual({
    text: "a[…][…]d",
    reasons: ["personal-data", "defamation"],
  });
});

test("what stood as […] in the text itself has no reason", () => {
  expect(maskText("trích […] rồi Bình", [mask(14, 18)])).toEqual({
    text: "trích […] rồi […]",
    reasons: [null, "personal-data"],
  });
});

test("a range past the end ends with the text", () => {
  expect(maskText("Bình", [mask(0, 99)])).toEqual({ text: MASK, reasons: ["personal-data"] });
});

test("there is a reason for every mask and no masked letter is left, whatever is masked", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", " ", "[", "…", "]"), maxLength: 30 });
  const ranges = fc.array(fc.tuple(fc.nat(30), fc.nat(8)), { maxLength: 6 });
  fc.assert(
    fc.property(letters, ranges, (before, chosen) => {
      // X stands for what must not be read: it is nowhere else.
      const marked = chosen.map(([from, length]) => mask(from, from + length)).filter(({ start, end }) => end > start);
      const hidden = [...before].map((letter, place) =>
        marked.some(({ start, end }) => place >= start && place < end) ? "X" : letter,
      );
      const within = marked.filter(({ start }) => start < before.length);
      const { text, reasons } = maskText(hidden.join(""), within);
      expect(text).not.toContain("X");
      expect(reasons.length).toBe(text.split(MASK).length - 1);
    }),
  );
});

test("words are found at every place, or at the one with their number", () => {
  expect(occurrences("anan an", "an")).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
    { start: 5, end: 7 },
  ]);
  expect(occurrences("anan an", "an", 2)).toEqual([{ start: 5, end: 7 }]);
  expect(occurrences("anan an", "an", 3)).toEqual([]);
  expect(occurrences("aaa", "aa")).toEqual([{ start: 0, end: 2 }]);
  expect(occurrences("an", "")).toEqual([]);
});

test("a range knows which of its words it is", () => {
  expect(ordinalOf("an, rồi an", { start: 8, end: 10 })).toBe(1);
  // Words that begin inside of others of their kind have no number.
  expect(ordinalOf("aaa", { start: 1, end: 3 })).toBe(-1);
});

test("a few words around a range, cut where the text goes on", () => {
  expect(around("một hai ba bốn năm", { start: 8, end: 10 }, 4)).toEqual({
    before: "…hai ",
    words: "ba",
    after: " bốn…",
  });
  expect(around("ba", { start: 0, end: 2 })).toEqual({ before: "", words: "ba", after: "" });
});
