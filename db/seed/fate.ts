import type { Chance } from "./chance.ts";

/** The turns that a case's life can take; what is not named goes the plain way to an answer. */
export const turns = [
  "plain",
  "asked",
  "asked-early",
  "lapsed",
  "not-ours",
  "sent-back",
  "disputed",
  "misfit",
  "withdrawn",
  "twin",
  "held",
  "robot",
] as const;
export type Turn = (typeof turns)[number];

export interface Fate {
  readonly turn: Turn;
  /** The agency takes longer than it should. */
  readonly slow: boolean;
  /** The last step of a case that stands still there, whatever day it is. */
  readonly until: string | null;
}

const usual: readonly (readonly [Turn, number])[] = [
  ["plain", 60],
  ["disputed", 3],
  ["asked", 9],
  ["asked-early", 2],
  ["lapsed", 3],
  ["not-ours", 5],
  ["sent-back", 5],
  ["misfit", 5],
  ["withdrawn", 3],
  ["twin", 3],
  ["held", 1],
  ["robot", 1],
];

export function usualFate(chance: Chance): Fate {
  return { turn: chance.weighted(usual), slow: chance.happens(0.13), until: null };
}

/**
 * A case that stands at one step, so that each state is seen whenever one looks;
 * `age` in days since its filing, at the least. A twin follows its leading case.
 */
export interface Pin extends Fate {
  readonly age: number;
  /** The agency at which it lies; any when left out. */
  readonly home?: string;
}

const pin = (age: number, turn: Turn, until: string, slow = false): Pin => ({ age, turn, until, slow });

const everywhere: readonly Pin[] = [
  pin(1, "plain", "submit"),
  pin(3, "robot", "submit"),
  pin(3, "plain", "assign"),
  pin(7, "asked-early", "ask"),
  pin(8, "not-ours", "refuse"),
  pin(8, "plain", "accept"),
  pin(9, "held", "release"),
  pin(9, "asked", "ask"),
  pin(10, "misfit", "decline"),
  pin(10, "withdrawn", "withdraw"),
  pin(13, "plain", "answer"),
  pin(12, "twin", "merge"),
  pin(14, "sent-back", "return"),
  pin(15, "plain", "draft"),
  pin(17, "asked", "reply"),
  pin(22, "plain", "approve"),
  pin(24, "plain", "propose-publication"),
  pin(26, "plain", "publish"),
  pin(38, "plain", "accept", true),
  pin(41, "plain", "answer", true),
  pin(48, "lapsed", "lapse", true),
  pin(52, "plain", "close"),
  pin(60, "plain", "rate"),
];

/** The agencies whose accounts a demo shows: each has something at every step. */
const shownAgencies = ["BKHCN", "BYT", "UBND-79"];

const atShownAgencies: readonly Pin[] = shownAgencies.flatMap((home) =>
  [
    pin(2, "plain", "assign"),
    pin(4, "plain", "assign"),
    pin(6, "plain", "accept"),
    pin(9, "asked", "ask"),
    pin(10, "plain", "draft"),
    pin(10, "plain", "answer"),
    pin(13, "plain", "answer"),
    pin(14, "sent-back", "return"),
    pin(36, "plain", "accept", true),
    pin(40, "plain", "answer", true),
  ].map((item) => ({ ...item, home })),
);

/** Disputes: one that nobody has decided, one of each decision. */
const disputed: readonly Pin[] = [
  { ...pin(29, "disputed", "dispute"), home: "BKHCN" },
  { ...pin(40, "disputed", "reopen"), home: "BYT" },
  { ...pin(44, "disputed", "uphold"), home: "UBND-79" },
];

const amongSome: readonly Pin[] = [...disputed, ...everywhere];
const amongMany: readonly Pin[] = [...disputed, ...atShownAgencies, ...everywhere];

/** The pinned cases among so many: none among a handful, which would be nothing else. */
export function pinsAmong(cases: number): readonly Pin[] {
  if (cases < 2 * amongSome.length) return [];
  return cases < 300 ? amongSome : amongMany;
}

/** The last cases are the pinned ones. */
export function pinAt(index: number, cases: number): Pin | undefined {
  const pins = pinsAmong(cases);
  return index < cases - pins.length ? undefined : pins[index - cases + pins.length];
}
