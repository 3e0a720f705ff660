import { describe, expect, test } from "vitest";
import { isNear, letterPrint, nearness } from "../../app/domain/letter-print.ts";
import { campaignLetter, ownLetters } from "../store/letters.ts";

const printOf = (text: string) => {
  const print = letterPrint(text);
  if (!print) throw new Error("the text is too short for a print");
  return print;
};
const [letter = "", other = ""] = ownLetters;

describe("a print stays the same when", () => {
  test.each([
    ["accents are missing", (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d")],
    ["letters are decomposed", (text: string) => text.normalize("NFD")],
    ["everything is in capitals", (text: string) => text.toUpperCase()],
    ["sentences change places", (text: string) => text.split(". ").reverse().join(". ")],
    [
      "a greeting and a name are added",
      (text: string) => `Kính gửi Cổng.\nTôi tên là Lê Văn Tám.\n${text}\nTrân trọng.`,
    ],
    ["numbers change", (text: string) => text.replace("mười lăm phút", "15 phút").replace("15 phút", "mười lăm phút")],
  ])("%s", (_name, change) => {
    expect(printOf(change(letter))).toEqual(printOf(letter));
  });
});

test("nearness is 1 for the same text, 0 for texts in other words, and the same both ways", () => {
  const [one, two] = [printOf(letter).sketch, printOf(other).sketch];
  expect(nearness(one, one)).toBe(1);
  expect(nearness(one, two)).toBeLessThan(0.05);
  expect(nearness(one, two)).toBe(nearness(two, one));
  expect(isNear(one, two)).toBe(false);
});

test("letters of a campaign are near to each other, and none to a letter in own words", () => {
  const campaign = Array.from({ length: 60 }, (_, number) => printOf(campaignLetter(number)).sketch);
  const [first = []] = campaign;
  for (const sketch of campaign) expect(isNear(first, sketch)).toBe(true);
  for (const text of ownLetters) {
    const own = printOf(text).sketch;
    for (const sketch of campaign) expect(isNear(own, sketch)).toBe(false);
  }
});

test("a print is small whatever the length of the text, and a short text has none", () => {
  const long = Array.from({ length: 40 }, (_, number) => campaignLetter(number)).join(" ");
  expect(printOf(long).sketch).toHaveLength(64);
  expect(printOf(long).keys).toHaveLength(4);
  for (const text of ["", "Mạng chậm quá.", "!!!", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"])
    expect(letterPrint(text)).toBeNull();
});
