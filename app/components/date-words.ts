/**
 * Dates as people in Viet Nam read them, computed without `Intl` so that the
 * server and every browser write the same characters. All in Asia/Ho_Chi_Minh.
 */
import type { TFunction } from "i18next";
import { localDate } from "../domain/calendar.ts";

/** `short` 05/12/2026, `long` with the weekday, `letter` as in official letters, `time` with hours and minutes. */
export type DateStyle = "short" | "long" | "letter" | "time";

/** A moment, or a calendar day as `2026-12-05`. */
export type DateValue = Date | string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const OFFSET_MS = 7 * 3600 * 1000;

/** The date in words; `t` must know the namespace `furniture`. */
export function dateWords(value: DateValue, style: DateStyle, t: TFunction<"furniture">): string {
  const known = written.get(t) ?? new Map<string, string>();
  written.set(t, known);
  // A page writes the same few days many times; only `time` depends on more than the day.
  const key = style === "time" ? "" : `${style} ${typeof value === "string" ? value : value.getTime()}`;
  const before = key === "" ? undefined : known.get(key);
  if (before !== undefined) return before;
  const words = writeDate(value, style, t);
  if (known.size >= MOST_WRITTEN) known.clear();
  if (key !== "") known.set(key, words);
  return words;
}

const written = new WeakMap<TFunction<"furniture">, Map<string, string>>();
const MOST_WRITTEN = 5_000;

function writeDate(value: DateValue, style: DateStyle, t: TFunction<"furniture">): string {
  const iso = typeof value === "string" && DAY.test(value) ? value : localDate(moment(value));
  const [year, month, day] = [iso.slice(0, 4), Number(iso.slice(5, 7)), Number(iso.slice(8))];
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return t(`date.${style}`, {
    year,
    day,
    day2: String(day).padStart(2, "0"),
    month: t(`date.month.${month}`),
    monthShort: t(`date.monthShort.${month}`),
    weekday: t(`date.weekday.${weekday}`),
    time: timeOfDay(value),
    interpolation: { escapeValue: false },
  });
}

/** Hours and minutes in Viet Nam, `08:05`. */
export function timeOfDay(value: DateValue): string {
  return new Date(moment(value).getTime() + OFFSET_MS).toISOString().slice(11, 16);
}

/** What stands in `<time datetime>`: the day, or the moment in UTC. */
export function machineDate(value: DateValue): string {
  return typeof value === "string" && DAY.test(value) ? value : moment(value).toISOString();
}

function moment(value: DateValue): Date {
  return typeof value === "string" ? new Date(value) : value;
}
