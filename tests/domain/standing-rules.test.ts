import { describe, expect, test } from "vitest";
import { findByRule, isRule, searchedWords } from "../../app/domain/standing-rules.ts";

const found = (text: string, words: string) =>
  findByRule(text, { id: 1, words, reason: "other" }).map(({ start, end }) => text.slice(start, end));

describe("a rule applies", () => {
  test.each([
    ["Công ty An Bình", "Công ty An Bình", ["Công ty An Bình"]],
    ["Công ty An Bình", "gửi CÔNG TY AN BÌNH và công ty  an\nbình.", ["CÔNG TY AN BÌNH", "công ty  an\nbình"]],
    ["dự án Sao*", "dự án Sao, dự án SaoMai2, dự án Sao Mai", ["dự án Sao", "dự án SaoMai2", "dự án Sao"]],
    ["lô ##-A", "lô 12-A, lô 123-A, lô 1-A", ["lô 12-A"]],
    ["Hợp đồng 01/2026/HĐ-KT", "theo Hợp đồng 01/2026/HĐ-KT ký", ["Hợp đồng 01/2026/HĐ-KT"]],
    [
      "a.b (c) [d] {e} $f ^g +h |i \\j ?",
      "a.b (c) [d] {e} $f ^g +h |i \\j ? nhé",
      ["a.b (c) [d] {e} $f ^g +h |i \\j ?"],
    ],
    ["An Bình".normalize("NFD"), "ông An Bình ở đây", ["An Bình"]],
  ])("%o in %o", (words, text, expected) => {
    expect(found(text, words)).toEqual(expected);
  });
});

describe("a rule does not apply", () => {
  test.each([
    ["An", "Lan, Anh, Giang2An, 5An"],
    // Accents are as they are written.
    ["Công ty An Bình", "Cong ty An Binh"],
    ["lô ##", "lô 1, lô ab, lô 123"],
    ["a.b", "axb"],
    ["Sao*Mai", "Sao Mai"],
  ])("%o in %o", (words, text) => {
    expect(found(text, words)).toEqual([]);
  });
});

test("a placeholder takes a bounded stretch, so that a long text is searched quickly", () => {
  expect(found("a".repeat(200), "a*a")).toEqual([]);
  expect(found("a".repeat(100_000), "a*a*a*a*b")).toEqual([]);
});

test.each([
  ["*", false],
  ["* *", false],
  ["a*", false],
  ["An", false],
  ["-- ..", false],
  ["###", true],
  ["a#*#", true],
  ["Sao", true],
  ["Công ty An Bình", true],
])("%o may be a rule: %s", (words, expected) => {
  expect(isRule(words)).toBe(expected);
});

test.each([
  ["Công ty An Bình", "Công ty An Bình"],
  ["dự án Sao* lô ##", "dự án lô"],
  ["Sao*", ""],
])("published texts that may hold %o are searched by %o", (words, searched) => {
  expect(searchedWords(words)).toBe(searched);
});
