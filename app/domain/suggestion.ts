import type { Kind, Level } from "./case-kind.ts";
import type { Status } from "./case-status.ts";
import type { CaseKey } from "./case-keys.ts";

const takenUp: readonly Status[] = ["in_progress", "awaiting_approval", "answered", "disputed", "closed"];

/** True once an agency has taken the case up as its own, until it says otherwise. */
export function isTakenUp({ status, resumeStatus }: { status: Status; resumeStatus: Status | null }): boolean {
  return takenUp.includes(status) || (status === "waiting" && resumeStatus === "in_progress");
}

/** The states of cases that vote. */
export const votingStatuses: readonly Status[] = [...takenUp, "waiting"];

/**
 * What a case is likely to be given, from the cases near to it that an agency
 * has taken up. Each near case votes with its nearness for what it was given;
 * a case that was refused or passed on has no vote any more.
 */
export interface Vote {
  readonly caseId: number;
  readonly kind: Kind;
  readonly agencyId: number;
  /** The agency answers for the province in which the case happened: the vote is for the one of the asked case's province. */
  readonly localAgency: boolean;
  readonly field: string | null;
  readonly bottleneck: string | null;
  readonly level: Level;
  /** The keys that it shares with the case that is asked about. */
  readonly shared: readonly CaseKey[];
}

export interface Asked {
  readonly kind: Kind;
  readonly field: string | null;
  readonly keys: readonly CaseKey[];
  /** The agency of the province in which the case happened; null where none is known. */
  readonly localAgencyId: number | null;
}

/** One thing that a case is likely to be given, and why. */
export interface Choice<T> {
  readonly value: T;
  /** Its share of the votes, 0 to 1. */
  readonly share: number;
  /** How many near cases were given it. */
  readonly cases: number;
  /** The nearest of them, the nearest first. */
  readonly nearest: readonly number[];
  /** The words that they share with the case, the most telling first. */
  readonly words: readonly string[];
}

export interface Suggestion {
  readonly agency: readonly Choice<number>[];
  readonly field: readonly Choice<string>[];
  readonly bottleneck: readonly Choice<string>[];
  readonly level: readonly Choice<Level>[];
}

/** Cases that have a vote. */
export const MOST_VOTES = 50;
/** How many choices are told. */
const MOST_CHOICES = 3;
const MOST_NEAREST = 5;
const MOST_WORDS = 6;
/** Nearness counts more than numbers: one case that is nearly the same outweighs several that share a word. */
const SHARPNESS = 2;
const OTHER_KIND = 0.8;
const SAME_FIELD = 1.3;

/** How near a voting case is: the share of the asked case's telling words that it has, raised by kind and field. */
export function nearnessOf(asked: Asked, vote: Vote): number {
  const all = asked.keys.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return 0;
  const shared = vote.shared.reduce((sum, { weight }) => sum + weight, 0);
  const kind = vote.kind === asked.kind ? 1 : OTHER_KIND;
  const field = asked.field !== null && vote.field === asked.field ? SAME_FIELD : 1;
  return (shared / all) * kind * field;
}

/** The likely choices for a case. */
export function suggest(asked: Asked, votes: readonly Vote[]): Suggestion {
  const near = votes
    .map((vote) => ({ vote, nearness: nearnessOf(asked, vote) }))
    .filter(({ nearness }) => nearness > 0)
    .sort((one, other) => other.nearness - one.nearness || other.vote.caseId - one.vote.caseId)
    .slice(0, MOST_VOTES);
  const agencyOf = (vote: Vote): number | null => (vote.localAgency ? asked.localAgencyId : vote.agencyId);
  return {
    agency: choicesOf(near, agencyOf),
    field: choicesOf(near, (vote) => vote.field),
    bottleneck: choicesOf(near, (vote) => vote.bottleneck),
    level: choicesOf(near, (vote) => vote.level),
  };
}

function choicesOf<T>(
  near: readonly { readonly vote: Vote; readonly nearness: number }[],
  valueOf: (vote: Vote) => T | null,
): Choice<T>[] {
  const found = new Map<T, { weight: number; votes: Vote[] }>();
  let all = 0;
  for (const { vote, nearness } of near) {
    const value = valueOf(vote);
    if (value === null) continue;
    const weight = nearness ** SHARPNESS;
    const known = found.get(value) ?? { weight: 0, votes: [] };
    found.set(value, { weight: known.weight + weight, votes: [...known.votes, vote] });
    all += weight;
  }
  return [...found]
    .sort(([, one], [, other]) => other.weight - one.weight)
    .slice(0, MOST_CHOICES)
    .map(([value, { weight, votes }]) => ({
      value,
      share: weight / all,
      cases: votes.length,
      nearest: votes.slice(0, MOST_NEAREST).map(({ caseId }) => caseId),
      words: sharedWords(votes),
    }));
}

/** The words that most of these cases share with the asked one, the heaviest first; a pair speaks for its halves. */
function sharedWords(votes: readonly Vote[]): string[] {
  const weights = new Map<string, number>();
  for (const { shared } of votes.slice(0, MOST_NEAREST)) {
    for (const { words, weight } of shared) if (words !== "") weights.set(words, (weights.get(words) ?? 0) + weight);
  }
  const heaviest = [...weights].sort(([, one], [, other]) => other - one).map(([words]) => words);
  const pairs = heaviest.filter((words) => words.includes(" "));
  const covered = new Set(pairs.flatMap((words) => words.split(" ")));
  return heaviest.filter((words) => words.includes(" ") || !covered.has(words)).slice(0, MOST_WORDS);
}
