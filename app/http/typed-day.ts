import { addDays, localDate } from "../domain/calendar.ts";
import { readDay } from "../domain/day.ts";

/**
 * A day as a form sends it: a choice between today, yesterday and another day,
 * and the parts of the other day. What is no day is kept as it was typed, so
 * that it can be shown again; undefined when the form did not ask.
 */
export function typedDayOf(typed: Readonly<Record<string, string>>, name: string, now: Date): string | undefined {
  const chosen = typed[name];
  const today = localDate(now);
  if (chosen === "today") return today;
  if (chosen === "yesterday") return addDays(today, -1);
  const parts = ["day", "month", "year"].map((part) => typed[`${name}.${part}`]?.trim());
  if (parts.every((part) => part === undefined)) return chosen;
  const written = parts.map((part) => part ?? "").join("/");
  return written === "//" ? (chosen === "other" ? written : "") : (readDay(written) ?? written);
}
