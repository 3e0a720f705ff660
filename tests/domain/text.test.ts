import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine, cleanText, foldText, openingWords, searchWords } from "../../app/domain/text.ts";

const messy = fc.string({
  unit: fc.constantFrom(
    ..."aăâđĐêôơưeyo 0\n\t\r.-'\"*%_",
    "\u0000",
    "\u0001",
    "\u007F",
    "\u0085",
    "\u0301",
    "\u0323",
    "\u0302",
    "\uD800",
    "\uDC00",
    "😀",
    "\u202E",
    "\u2066",
    "\u200B",
    "\uFEFF",
    "\u00A0",
    "\u2028",
    "İ",
    "ß",
    "Ꞷ",
    "漢",
  ),
  maxLength: 60,
});

describe("cleaning", () => {
  test.each([
    ["NFD becomes NFC", "Ho\u0300a Bi\u0300nh", "Hòa Bình"],
    ["NUL is dropped", "a\u0000b", "ab"],
    ["a lone surrogate becomes the replacement character", "a\uD83Db", "a\uFFFDb"],
    ["line ends become line feeds", "một\r\nhai\rba", "một\nhai\nba"],
    ["tabs and line feeds stay", "a\tb\nc", "a\tb\nc"],
    ["C0, DEL and C1 are dropped", "a\u0008\u001B\u007F\u009Fb", "ab"],
    ["edges are trimmed", "  \n chào \u00A0", "chào"],
    ["a run of marks is cut to eight", `a${"\u0323".repeat(40)}b`, `ạ${"\u0323".repeat(8)}b`],
  ])("%s", (_name, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  test("a line has no breaks, no overrides and single spaces", () => {
    expect(cleanLine(" \u202Eabc\u2066  một\n\t hai ")).toBe("abc một hai");
    expect(cleanLine("\u202A abc")).toBe("abc");
    expect(cleanLine("e\u202A\u0301")).toBe("é");
  });

  test.each([
    ["text", cleanText],
    ["a line", cleanLine],
  ])("%s is clean after one pass, whatever was typed", (_name, clean) => {
    fc.assert(
      fc.property(messy, (raw) => {
        const once = clean(raw);
        expect(once.isWellFormed()).toBe(true);
        expect(once.normalize("NFC")).toBe(once);
        // oxlint-disable-next-line no-control-regex -- the pattern says what must be gone
        expect(once).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/);
        expect(once).not.toMatch(/\p{M}{9}/u);
        expect(once.trim()).toBe(once);
        expect(clean(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("folding", () => {
  test.each([
    ["hoà", "hòa"],
    ["Đường dây nóng", "duong DAY nong"],
    ["Thuỷ Nguyên", "Thủy  Nguyên"],
    ["Đường-dây/nóng", "đường dây nóng"],
    ["quy\u0301", "quý"],
    ["ĐẮK LẮK", "đắk lắk"],
  ])("%s and %s meet", (one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  test("only letters and digits are left, joined by single spaces", () => {
    expect(foldText(`  Điều 5, khoản 2: "66.22/2026/NQ-CP"*%_' `)).toBe("dieu 5 khoan 2 66 22 2026 nq cp");
    expect(foldText("…!?")).toBe("");
  });

  test("is the same for every normal form and after a second pass", () => {
    fc.assert(
      fc.property(messy, (raw) => {
        const folded = foldText(raw);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(raw.normalize("NFD"))).toBe(foldText(raw.normalize("NFC")));
        expect(folded).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u);
      }),
      { numRuns: 2000 },
    );
  });

  test("a search has each word once and no more than the limit", () => {
    expect(searchWords("Đường đường DUONG dây")).toEqual(["duong", "day"]);
    expect(searchWords("'; drop table --")).toEqual(["drop", "table"]);
    expect(searchWords("  ")).toEqual([]);
    expect(searchWords([..."abcdefghijklmnop"].join(" "), 3)).toEqual(["a", "b", "c"]);
  });
});

test("opening words are cut at a word, never inside a letter", () => {
  expect(openingWords("Ngắn thôi")).toBe("Ngắn thôi");
  const opening = openingWords("Cổng dịch vụ công báo lỗi khi nộp hồ sơ cấp đổi giấy tờ", 30);
  expect(opening).toBe("Cổng dịch vụ công báo lỗi khi…");
  fc.assert(
    fc.property(messy, fc.integer({ min: 4, max: 40 }), (raw, max) => {
      const cut = openingWords(raw, max);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(max + 1);
    }),
    { numRuns: 2000 },
  );
});
