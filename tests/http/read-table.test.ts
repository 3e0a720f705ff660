import { expect, test } from "vitest";
import { checkTable, MOST_ROWS, tableColumns } from "../../app/domain/barrier-table.ts";
import { languages } from "../../app/domain/case-kind.ts";
import { asCsv, columnWords, heading, readTable, tableTemplate, tableText } from "../../app/http/read-table.ts";

const columns = columnWords();
const words = {
  columns,
  obstacleClass: new Map([["1", "206-2025.1"]]),
  sector: new Map([["c", "VSIC-C"]]),
};
const sender = { reporterType: "anonymous", publishConsent: "no", lang: "vi" };
const check = (text: string) => {
  const read = readTable(text, columns);
  return "records" in read ? checkTable(read.records, words, sender) : { rows: [], problems: [read] };
};
const LONG = "Phải nộp hai giấy có nội dung trùng nhau.";

test.each(languages)("the template in %s has every column, and its example can be filed", (lang) => {
  const { rows, problems } = check(tableTemplate(lang));
  expect(problems).toEqual([]);
  expect(rows).toHaveLength(1);
  expect(Object.keys(rows[0]?.answers ?? {})).toContain("moneyPerYear");
  expect(new Set(tableColumns.map((column) => heading(lang, column))).size).toBe(tableColumns.length);
});

test.each([",", ";", "\t"])("cells parted by %j, headings in either language, in any order", (mark) => {
  const { rows, problems } = check(
    [
      ["How it stands in the way", "điều khoản"],
      [LONG, "đ5 NĐ 13/2023"],
    ]
      .map((row) => row.join(mark))
      .join("\r\n"),
  );
  expect(problems).toEqual([]);
  expect(rows).toEqual([{ line: 2, answers: { content: LONG, provisions: "đ5 NĐ 13/2023" }, sameAs: null }]);
});

test("each wrong cell is named by its line and column, also below cells of several lines", () => {
  const text = `provisions,content,moneyPerYear,sector\n"đ5 NĐ 13/2023\nđ7","${LONG}\nHai dòng.",40 triệu,C\nđ5 NĐ 13/2023,ngắn,nhiều tiền,Z\n\n,${LONG},,`;
  expect(check(text).problems).toEqual([
    { line: 5, column: "content", rule: "too-short" },
    { line: 5, column: "moneyPerYear", rule: "wrong" },
    { line: 5, column: "sector", rule: "too-long" },
    { line: 7, column: "provisions", rule: "empty" },
  ]);
});

test("a row with the text of an earlier one says so", () => {
  const { rows, problems } = check(`provisions,content\nđ5 NĐ 13/2023,${LONG}\nđ5 NĐ 13/2023,${LONG.toUpperCase()}`);
  expect(problems).toEqual([]);
  expect(rows.map((row) => row.sameAs)).toEqual([null, 2]);
});

test.each([
  ["content\nx", { line: null, column: "provisions", rule: "no-column" }],
  ["provisions\nx", { line: null, column: "content", rule: "no-column" }],
  ["provisions,content,content\nx", { line: null, column: "content", rule: "column-twice" }],
  ["provisions,content\n , \n", { line: null, column: null, rule: "no-rows" }],
  ["", { line: null, column: "provisions", rule: "no-column" }],
  [`provisions,content\n${`a,${LONG}\n`.repeat(MOST_ROWS + 1)}`, { line: null, column: null, rule: "too-many-rows" }],
])("a table that cannot be taken as a whole says why", (text, problem) => {
  expect(check(text)).toEqual({ rows: [], problems: [problem] });
});

test("a filled column that the template does not have is named, and an empty one does no harm", () => {
  const strange = check(`provisions,content,Ghi chú riêng\nđ5 NĐ 13/2023,${LONG},giữ lại`);
  expect(strange.problems).toEqual([{ line: null, column: null, rule: "unknown-column", heading: "Ghi chú riêng" }]);
  expect(check(`provisions,content,\nđ5 NĐ 13/2023,${LONG},`).problems).toEqual([]);
});

test("quotes that are not closed and cells beyond the headings are named by their line", () => {
  expect(check(`provisions,content\n"đ5,${LONG}\n`).problems).toMatchObject([{ rule: "broken-quotes" }]);
  expect(check(`provisions,content\nđ5 NĐ 13/2023,${LONG},thừa`).problems).toEqual([
    { line: 2, column: null, rule: "too-many-cells" },
  ]);
});

test("text comes in UTF-8 or UTF-16; nothing else is guessed", () => {
  expect(tableText(Buffer.from("\ufeffđiều khoản"))).toBe("điều khoản");
  expect(tableText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("điều", "utf16le")]))).toBe("điều");
  expect(tableText(Buffer.from([0xd0, 0x69, 0xea]))).toBeNull();
  expect(tableText(Buffer.from("a\0b"))).toBeNull();
});

test("what spreadsheets would compute is made plain", () => {
  const csv = asCsv([["=1+1", "@x", "+84", "-1", "plain"]]);
  expect(csv).toBe("\ufeff'=1+1,'@x,'+84,'-1,plain\r\n");
});
