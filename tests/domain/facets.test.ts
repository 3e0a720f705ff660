import { expect, test } from "vitest";
import { dayWords, facetWord } from "../../app/domain/facets.ts";
import { searchWords } from "../../app/domain/text.ts";

test("a facet is a word that nobody can type", () => {
  for (const word of [facetWord("kind", "feedback"), facetWord("level", 4), facetWord("solved", false)]) {
    expect(searchWords(word)).not.toContain(word);
    expect(searchWords(`"${word}"`)).not.toContain(word);
  }
});

/** The words of one day. */
const ofDay = (day: string) =>
  [`đy${day.slice(0, 4)}`, `đm${day.slice(0, 7)}`, `đd${day}`].map((word) => word.replaceAll("-", ""));

test.each([
  ["2026-11-05", "2026-11-05"],
  ["2026-02-01", "2026-02-28"],
  ["2024-02-28", "2024-03-01"],
  ["2025-12-31", "2026-01-01"],
  ["2024-01-01", "2025-12-31"],
  ["2024-11-17", "2026-02-03"],
])("every day from %s to %s has exactly one of the range's words, and no other day has any", (from, to) => {
  const words = new Set(dayWords(from, to));
  for (let at = Date.UTC(2023, 0, 1); at < Date.UTC(2028, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const within = from <= day && day <= to;
    expect(ofDay(day).filter((word) => words.has(word)).length, day).toBe(within ? 1 : 0);
  }
});

test("a range that ends before it begins has no days", () => {
  expect(dayWords("2026-05-01", "2026-04-30")).toEqual([]);
});
