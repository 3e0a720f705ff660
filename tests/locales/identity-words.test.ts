import { expect, test } from "vitest";
import { identityActTypes, linkPurposes, mailWishes } from "../../app/domain/identity.ts";
import enIdentity from "../../locales/en/identity.json";
import enMe from "../../locales/en/me.json";
import viIdentity from "../../locales/vi/identity.json";
import viMe from "../../locales/vi/me.json";

test("both languages hold the same words for accounts and identities", () => {
  expect(keysOf(enMe)).toEqual(keysOf(viMe));
  expect(keysOf(enIdentity)).toEqual(keysOf(viIdentity));
});

test.each([
  ["vi", viMe, viIdentity],
  ["en", enMe, enIdentity],
] as const)("in %s every kind of link, wish and act has its words", (_lang, me, identity) => {
  expect(Object.keys(me.confirm)).toEqual(expect.arrayContaining([...linkPurposes]));
  expect(Object.keys(me.wish).sort()).toEqual([...mailWishes].sort());
  expect(Object.keys(identity.act).sort()).toEqual([...identityActTypes].sort());
});

test("nobody is told off", () => {
  expect(JSON.stringify([viMe, viIdentity])).not.toMatch(/vui lòng|không hợp lệ|bắt buộc nhập|trường này/i);
  expect(JSON.stringify([enMe, enIdentity])).not.toMatch(/\bplease\b|\binvalid\b|\bsorry\b/i);
});

function keysOf(words: object, path = ""): string[] {
  return Object.entries(words)
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
    )
    .sort();
}
