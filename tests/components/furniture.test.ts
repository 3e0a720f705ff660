import { expect, test } from "vitest";
import en from "../../locales/en/furniture.json";
import vi from "../../locales/vi/furniture.json";

test("both languages hold the same furniture words", () => {
  expect(keysOf(en)).toEqual(keysOf(vi));
});

/** All keys with their path; an English singular counts with its plural. */
function keysOf(words: object, path = ""): string[] {
  const keys = Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null
      ? keysOf(value, `${path}${key}.`)
      : [`${path}${key}`.replace(/_one$/, "_other")],
  );
  return [...new Set(keys)].sort();
}
