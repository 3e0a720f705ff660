import { describe, expect, test } from "vitest";
import { caseworkNames } from "../../app/domain/casework-names.ts";
import { refusalCodes } from "../../app/domain/refusal.ts";
import enApi from "../../locales/en/api.json" with { type: "json" };
import en from "../../locales/en/office.json" with { type: "json" };
import viApi from "../../locales/vi/api.json" with { type: "json" };
import vi from "../../locales/vi/office.json" with { type: "json" };

describe("the words of what officers do", () => {
  test.each(caseworkNames)("%s has a button and says that it was done", (act) => {
    for (const words of [vi, en]) {
      expect(words.button).toHaveProperty([act]);
      expect(words.done).toHaveProperty([act]);
    }
  });

  test.each(refusalCodes.filter((code) => code !== "not-found"))("%s is told on a page and through the API", (code) => {
    for (const words of [vi, en]) {
      expect(words.refusal).toHaveProperty([code, "title"]);
      expect(words.refusal).toHaveProperty([code, "text"]);
    }
    for (const words of [viApi, enApi]) expect(words.problems).toHaveProperty([code, "detail"]);
  });
});
