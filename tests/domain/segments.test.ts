import fc from "fast-check";
import { expect, test } from "vitest";
import { findTerms, missingTerms } from "../../app/domain/glossary.ts";
import { alignSegments } from "../../app/domain/segment-alignment.ts";
import { matchSegments, regroup } from "../../app/domain/segment-matching.ts";
import { joinSegments, splitSegments } from "../../app/domain/segments.ts";
import { missingFacts } from "../../app/domain/translation-check.ts";

const texts = (text: string) => splitSegments(text).map((segment) => segment.text);

test.each([
  ["Theo Nghị quyết 66.22/2026/NQ-CP. Hồ sơ đã đủ.", ["Theo Nghị quyết 66.22/2026/NQ-CP.", "Hồ sơ đã đủ."]],
  ["Ở TP. Hồ Chí Minh, Q. 1 và P. Bến Nghé. Xin xem lại!", ["Ở TP. Hồ Chí Minh, Q. 1 và P. Bến Nghé.", "Xin xem lại!"]],
  [
    "Ông N. V. An nộp 1.500.000 đồng. 5 ngày sau có kết quả.",
    ["Ông N. V. An nộp 1.500.000 đồng.", "5 ngày sau có kết quả."],
  ],
  ["1. Điểm một.\n2. Điểm hai v.v. và hết.\n\nCuối", ["1. Điểm một.", "2. Điểm hai v.v. và hết.", "Cuối"]],
  [
    "See Art. 5 of Decree No. 12. It says e.g. nothing. Why?",
    ["See Art. 5 of Decree No. 12.", "It says e.g. nothing.", "Why?"],
  ],
  ["“Xong chưa?” Bà hỏi. (Chưa.) Rồi…", ["“Xong chưa?”", "Bà hỏi.", "(Chưa.)", "Rồi…"]],
])("%s", (text, expected) => {
  expect(texts(text)).toEqual(expected);
});

const pieces = [
  "Hồ sơ",
  " ",
  ".",
  "\n",
  "TP.",
  "Q. 1",
  "!",
  "?",
  "…",
  "”",
  "1.",
  "NĐ-CP",
  "  ",
  "ạ",
  "(",
  ")",
  "A.",
  "\n\n",
  "\t",
];

/** Put together from what ends and what does not end a sentence. */
const anyText = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())).map((words) => words.join(""));

test("joining the segments of any text gives the text back, and only the first may be without words", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const segments = splitSegments(text);
      expect(joinSegments(segments)).toBe(text);
      expect(segments.slice(1).every((segment) => segment.text.trim() !== "")).toBe(true);
      const known = new Set([
        segments
          .slice(0, 3)
          .map((one, at) => one.text + (at < 2 ? one.gap : ""))
          .join(""),
      ]);
      expect(joinSegments(regroup(segments, known))).toBe(text);
    }),
  );
});

test("an edited sentence is found between its neighbours, a moved one by its words", () => {
  const before = ["Câu một ở đầu.", "Biểu mẫu mở ngày 1 tháng 10.", "Câu ba ở cuối."];
  const edited = matchSegments(before, ["Câu một ở đầu.", "Biểu mẫu mở ngày 5 tháng 10.", "Câu ba ở cuối."]);
  expect(edited.map((match) => match?.same)).toEqual([true, false, true]);
  expect(edited[1]?.index).toBe(1);
  const moved = matchSegments(before, ["Câu ba ở cuối.", "Câu mới hoàn toàn khác hẳn.", "Câu một ở đầu."]);
  expect(moved.map((match) => match?.index ?? null)).toEqual([2, null, 0]);
});

test("a translation is paired sentence by sentence, and loses nothing where sentences were joined or cut", () => {
  const source = splitSegments("Một câu ngắn. Một câu dài hơn nhiều, có hai vế nối nhau. Hết.\n\nĐoạn sau.");
  const even = alignSegments(
    source,
    splitSegments("A short one. A much longer one, of two clauses. End.\n\nNext part."),
  );
  expect(even.map(({ translation }) => translation)).toEqual([
    "A short one.",
    "A much longer one, of two clauses.",
    "End.",
    "Next part.",
  ]);
  const cut = alignSegments(
    source,
    splitSegments("A short one. A much longer one. It has two clauses. End.\n\nNext part."),
  );
  expect(cut).toHaveLength(4);
  expect(cut[1]?.translation).toBe("A much longer one. It has two clauses.");
  const joined = alignSegments(source, splitSegments("All of it in one sentence.\n\nNext part."));
  expect(joined.map(({ translation }) => translation)).toEqual(["All of it in one sentence.", "Next part."]);
  expect(joinSegments(joined)).toBe(joinSegments(source));
});

const terms = [
  { vi: ["cơ quan chủ trì"], en: ["lead agency"] },
  { vi: ["cơ quan"], en: ["agency"], broad: true },
  { vi: ["gộp"], en: ["merge"] },
];

test("the longest term is found, and a translation may inflect it", () => {
  const source = "Cơ quan chủ trì đã gộp hồ sơ.";
  expect(findTerms(source, "vi", terms).map(({ start, end }) => source.slice(start, end))).toEqual([
    "Cơ quan chủ trì",
    "gộp",
  ]);
  expect(missingTerms(source, "vi", "The lead agency merged the files.", terms)).toEqual([]);
  expect(missingTerms(source, "vi", "The main body joined the files.", terms)).toEqual([terms[0], terms[2]]);
});

test("numbers, dates and codes may be set in the way of the language, but not left out", () => {
  const source = "Ngày 05/11/2026, theo khoản 2 Điều 5 Nghị định 13/2023/NĐ-CP, nộp 1.500.000 đồng (87,7%).";
  const whole =
    "On 5 November 2026, under clause 2, article 5 of Decree 13/2023/NĐ-CP, 1,500,000 dong (87.7%) was paid.";
  expect(missingFacts(source, whole)).toEqual([]);
  expect(missingFacts(source, "On 5 October 2026 some money was paid under article 5.")).toEqual([
    "05/11/2026",
    "2",
    "13/2023/NĐ-CP",
    "1.500.000",
    "87,7",
  ]);
});
