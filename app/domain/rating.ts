/** Four levels without a middle: 1 very dissatisfied … 4 very satisfied. */
export const ratingLevels = ["1", "2", "3", "4"] as const;
export type RatingLevel = (typeof ratingLevels)[number];

/** Why somebody is not content with an answer, and why they are. Each rating takes those of its own side. */
export const complaintReasons = ["unclear", "not-solved", "late", "attitude", "wrong-agency", "no-law"] as const;
export const praiseReasons = ["clear", "solved", "fast", "polite", "kept-informed"] as const;
export const ratingReasons = [...complaintReasons, ...praiseReasons] as const;
export type RatingReason = (typeof ratingReasons)[number];

/** True for the two upper levels. */
export const isSatisfied = (level: number): boolean => level >= 3;

/** The reasons that go with a level: others were ticked by mistake, or before the level was changed. */
export function reasonsFor(level: number, reasons: readonly RatingReason[]): RatingReason[] {
  const fitting: readonly string[] = isSatisfied(level) ? praiseReasons : complaintReasons;
  return [...new Set(reasons)].filter((reason) => fitting.includes(reason));
}
