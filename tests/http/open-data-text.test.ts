import { expect, test } from "vitest";
import { columnsOf, type OpenDataFile } from "../../app/http/open-data-file.ts";
import { openDataFiles } from "../../app/http/open-data.ts";
import { dictionary } from "../../app/http/open-data-answers.ts";
import { headOf, lineOf } from "../../app/http/open-data-text.ts";
import { readCsv } from "../store/csv.ts";

const file: OpenDataFile = {
  name: "things",
  titleKey: "t",
  aboutKey: "a",
  large: false,
  columns: columnsOf("things", { text: "text", number: "decimal", object: "json" }),
  async *rows() {},
};
const csv = (text: string) => headOf(file, "csv") + lineOf(file, { text, number: -1.5, object: null }, "csv");

test("every text comes back from CSV as it was, and none begins like a formula", () => {
  for (const begins of ["=", "+", "-", "@", "'", "\t", "\r", "\n", "＝", "＠", "", " ", '"', "''"]) {
    const text = `${begins}HYPERLINK("x";"y"),\r\nđiều 1`;
    const written = csv(text);
    expect(readCsv(written)[1]).toEqual([text, "-1.5", ""]);
    const first = written.split("\r\n")[1]?.replace(/^"/, "") ?? "";
    expect([begins, /^[=+\-@\t\r\n＝＠]/.test(first)]).toEqual([begins, false]);
  }
});

test("a row has exactly the columns that are described", () => {
  const row = { text: "a", number: 1, object: { b: 2 } };
  expect(lineOf(file, row, "jsonl")).toBe('{"text":"a","number":1,"object":{"b":2}}\n');
  expect(lineOf(file, row, "csv")).toBe('a,1,"{""b"":2}"\r\n');
  expect(() => lineOf(file, { text: "a", number: 1 }, "csv")).toThrow("no object");
  expect(() => lineOf(file, { ...row, more: 1 }, "jsonl")).toThrow("without a name");
});

test("every file and every column is named once and explained in both languages", () => {
  const files = dictionary().files;
  expect(new Set(files.map(({ name }) => name)).size).toBe(openDataFiles.length);
  for (const known of files) {
    expect(known.name).toMatch(/^[a-z][a-z-]*$/);
    expect(new Set(known.columns.map(({ name }) => name)).size).toBe(known.columns.length);
    const words = [known.title, known.about, ...known.columns.map(({ description }) => description)];
    for (const { vi, en } of words) {
      // A missing word shows its key.
      for (const word of [vi, en])
        expect([known.name, word, /^[\w-]+[:.]\w/.test(word) || !word]).toEqual([known.name, word, false]);
    }
  }
});
