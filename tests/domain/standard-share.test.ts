import { expect, test } from "vitest";
import { SMALLEST_BASE, standardShare } from "../../app/domain/standard-share.ts";

test("an agency is marked from half of its answers on", () => {
  expect(standardShare(20, 10)).toEqual({ share: 50, often: true });
  expect(standardShare(20, 9)).toEqual({ share: 45, often: false });
});

test("of a few answers the share is told and marks nobody", () => {
  expect(standardShare(1, 1)).toEqual({ share: 100, often: false });
  expect(standardShare(SMALLEST_BASE - 1, SMALLEST_BASE - 1)).toEqual({ share: 100, often: false });
  expect(standardShare(SMALLEST_BASE, SMALLEST_BASE)).toEqual({ share: 100, often: true });
});
