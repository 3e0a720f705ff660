import type { Status } from "./case-status.ts";

/** What the public log tells: a case was taken off the public pages, or words of it were masked after they had been public. */
export const takedownActs = ["taken-down", "masked"] as const;
export type TakedownAct = (typeof takedownActs)[number];

/** Why an editor takes a case down. */
export const takedownReasons = [
  "personal-data",
  "trade-secret",
  "defamation",
  "safety",
  "copyright",
  "court-order",
  "mistake",
  "other",
] as const;

/** With what takes a case down by itself. */
export const takedownCategories = [...takedownReasons, "withdrawn", "declined", "merged"] as const;
export type TakedownCategory = (typeof takedownCategories)[number];

/** Why a case that moves to this state is public no more; null where it stays. */
export function categoryOf(status: Status): TakedownCategory | null {
  return status === "withdrawn" || status === "declined" || status === "merged" ? status : null;
}
