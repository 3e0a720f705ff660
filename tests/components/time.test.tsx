import { expect, test } from "vitest";
import { Time } from "../../app/components/time.tsx";
import { html } from "./render.tsx";

const lateEvening = new Date("2026-12-04T17:30:00Z");

test.each([
  ["short", "05/12/2026", "5 Dec 2026"],
  ["long", "thứ Bảy, 05/12/2026", "Saturday, 5 December 2026"],
  ["letter", "ngày 05 tháng 12 năm 2026", "5 December 2026"],
  ["time", "00:30 ngày 05/12/2026", "00:30, 5 December 2026"],
] as const)("a moment, %s, is told in the time of Viet Nam", async (format, vi, en) => {
  const exact = '<time dateTime="2026-12-04T17:30:00.000Z">';
  expect(await html(<Time value={lateEvening} format={format} />)).toBe(`${exact}${vi}</time>`);
  expect(await html(<Time value={lateEvening.toISOString()} format={format} />, "en")).toBe(`${exact}${en}</time>`);
});

test("a calendar day stays that day", async () => {
  expect(await html(<Time value="2026-11-08" format="long" />)).toBe(
    '<time dateTime="2026-11-08">Chủ Nhật, 08/11/2026</time>',
  );
});
