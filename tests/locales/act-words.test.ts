import { describe, expect, test } from "vitest";
import { caseworkNames } from "../../app/domain/casework-names.ts";
import en from "../../locales/en/office.json" with { type: "json" };
import vi from "../../locales/vi/office.json" with { type: "json" };

describe("the words of what officers do", () => {
  test.each(caseworkNames)("%s has a button and says that it was done", (act) => {
    for (const words of [vi, en]) {
      expect(words.button).toHaveProperty([act]);
      expect(words.done).toHaveProperty([act]);
    }
  });
});
