/** One matter, told several times by different people. */
export interface Matter {
  readonly id: string;
  /** Matters of one field use much the same words about different things. */
  readonly field: string;
  /** It happens at one spot: the same words from another place are about something else. */
  readonly bound: boolean;
  /** As the portal might publish it, in somebody's own words, without accents, in other words or abbreviations. */
  readonly vi: readonly [string, string, string, string];
  /** Two tellings in English, of some matters. */
  readonly en?: readonly [string, string];
}
