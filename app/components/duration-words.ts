import type { TFunction } from "i18next";

const HOUR = 60;
const DAY = 24 * HOUR;

/** A length of time in its two largest parts: days and hours, hours and minutes, or minutes. */
export function durationWords(minutes: number, t: TFunction<"furniture">): string {
  const [days, hours, rest] = [Math.floor(minutes / DAY), Math.floor((minutes % DAY) / HOUR), minutes % HOUR];
  const parts =
    days > 0 ? [part("days", days, t), part("hours", hours, t)] : [part("hours", hours, t), part("minutes", rest, t)];
  return parts.filter(Boolean).join(" ") || t("duration.minutes", { count: 0 });
}

function part(unit: "days" | "hours" | "minutes", count: number, t: TFunction<"furniture">): string {
  return count === 0 ? "" : t(`duration.${unit}`, { count });
}
