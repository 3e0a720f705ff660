import { expect, test } from "vitest";
import { highlight } from "../../app/domain/highlight.ts";
import { searchWords } from "../../app/domain/text.ts";

const marked = (text: string, typed: string) =>
  highlight(text, searchWords(typed))
    .filter((stretch) => stretch.found)
    .map((stretch) => stretch.text);

test("words are found without accents and keep theirs", () => {
  expect(marked("Đường dây nóng của phường Đường Lâm", "duong day")).toEqual(["Đường", "dây", "Đường"]);
});

test("decomposed letters are found whole", () => {
  const text = "Lỗi nộp hồ sơ".normalize("NFD");
  expect(marked(text, "nop")).toEqual(["nộp".normalize("NFD")]);
});

test("only whole words are marked, as only they are found", () => {
  expect(marked("Hồ sơ và hồi âm", "ho")).toEqual(["Hồ"]);
  expect(marked("Hồ sơ, sóng và sớm", "ho so")).toEqual(["Hồ", "sơ"]);
});

test.each(["", "Không có gì", "một\nhai  ba", "🙂 sóng 🙂"])("joined again, %j is the text", (text) => {
  const stretches = highlight(text, searchWords("song hai"));
  expect(stretches.map((stretch) => stretch.text).join("")).toBe(text);
});

test("without words nothing is marked", () => {
  expect(highlight("Hồ sơ", [])).toEqual([{ text: "Hồ sơ", found: false }]);
});
