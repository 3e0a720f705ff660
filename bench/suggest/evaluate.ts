import { readFileSync } from "node:fs";
import type { Kind, Level } from "../../app/domain/case-kind.ts";
import { caseKeys, KEPT_KEYS, PER_KEY } from "../../app/domain/case-keys.ts";
import { learnWeights } from "../../app/domain/similarity.ts";
import { type Choice, suggest, type Suggestion, type Vote } from "../../app/domain/suggestion.ts";

/** A case as its filing and its decision left it. */
export interface DecidedCase {
  readonly kind: Kind;
  readonly text: string;
  readonly documents: readonly string[];
  /** A name of the agency that took it up; `local` is the one of the case's own province. */
  readonly agency: string;
  readonly field: string | null;
  readonly bottleneck: string | null;
  readonly level: Level;
}

const asked = ["agency", "field", "bottleneck"] as const;
type AskedFor = (typeof asked)[number];

export interface Accuracy {
  readonly of: AskedFor;
  readonly cases: number;
  /** The share of held-back cases whose decision came first, or among the first three. Rounded to a thousandth. */
  readonly top1: number;
  readonly top3: number;
  /** The same for always naming the commonest. */
  readonly commonest1: number;
  readonly commonest3: number;
}

export interface Evaluation {
  readonly cases: number;
  readonly seed: string;
  readonly parts: number;
  /** Held-back cases for which there was anything to suggest. */
  readonly answered: number;
  readonly accuracy: readonly Accuracy[];
}

/** The made set: `letters.tsv` beside this file; docs/suggestions.md says how it was made. */
export function madeCases(): DecidedCase[] {
  const lines = readFileSync(new URL("letters.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  return lines.map((line) => {
    const [agency = "", field = "", bottleneck = "", _province = "", kind = "", text = ""] = line.split("\t");
    return {
      kind: kind as Kind,
      text,
      documents: [],
      agency: agency === "UBND" ? "local" : agency,
      field,
      bottleneck: `bottleneck.${bottleneck}`,
      level: "normal",
    };
  });
}

/** Holds back each of some parts of the cases, drawn by the seed, and predicts it from the others. */
export function evaluate(given: readonly DecidedCase[], seed = "1", parts = 5): Evaluation {
  const cases = given
    .map((one, index) => ({ one, place: draw(`order|${seed}|${index}`) }))
    .sort((first, second) => first.place - second.place)
    .map(({ one }) => one);
  const partOf = (index: number) => index % parts;
  const hits = new Map(asked.map((of) => [of, { cases: 0, top1: 0, top3: 0, commonest1: 0, commonest3: 0 }]));
  let answered = 0;
  for (let part = 0; part < parts; part += 1) {
    const known = cases.filter((_, index) => partOf(index) !== part);
    const predict = learn(known);
    for (const held of cases.filter((_, index) => partOf(index) === part)) {
      const told = predict(held);
      if (told.agency.length > 0) answered += 1;
      for (const of of asked) {
        const right = held[of];
        const count = hits.get(of);
        if (right === null || !count) continue;
        const common = commonest(known, of);
        count.cases += 1;
        if (told[of][0] === right) count.top1 += 1;
        if (told[of].includes(right)) count.top3 += 1;
        if (common[0] === right) count.commonest1 += 1;
        if (common.includes(right)) count.commonest3 += 1;
      }
    }
  }
  return {
    cases: cases.length,
    seed,
    parts,
    answered,
    accuracy: [...hits].map(([of, { cases: all, ...counts }]) => ({
      of,
      cases: all,
      top1: share(counts.top1, all),
      top3: share(counts.top3, all),
      commonest1: share(counts.commonest1, all),
      commonest3: share(counts.commonest3, all),
    })),
  };
}

const share = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 1000) / 1000);

function commonest(cases: readonly DecidedCase[], of: AskedFor): string[] {
  const counts = new Map<string, number>();
  for (const one of cases) {
    const value = one[of];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([value]) => value);
}

/** What is predicted for a case from known ones; they are found as the portal finds them. */
function learn(known: readonly DecidedCase[]): (held: DecidedCase) => Record<AskedFor, readonly string[]> {
  const weights = learnWeights(known.map(({ text }) => text));
  const agencies = [...new Set(known.map(({ agency }) => agency))];
  const under = new Map<number, number[]>();
  for (const [index, one] of known.entries()) {
    for (const { key } of caseKeys(one.text, one.documents, weights).slice(0, KEPT_KEYS))
      under.set(key, [...(under.get(key) ?? []), index]);
  }
  return (held) => {
    const keys = caseKeys(held.text, held.documents, weights);
    const shared = new Map<number, Vote["shared"][number][]>();
    for (const key of keys) {
      for (const index of (under.get(key.key) ?? []).slice(-PER_KEY)) {
        shared.set(index, [...(shared.get(index) ?? []), key]);
      }
    }
    const votes = [...shared].flatMap(([index, own]): Vote[] => {
      const one = known[index];
      if (!one) return [];
      const agencyId = agencies.indexOf(one.agency);
      return [{ ...one, caseId: index, agencyId, localAgency: false, shared: own }];
    });
    const told: Suggestion = suggest({ ...held, field: null, keys, localAgencyId: null }, votes);
    const values = <T>(choices: readonly Choice<T>[]) => choices.map(({ value }) => value);
    return {
      agency: values(told.agency).flatMap((id) => agencies[id] ?? []),
      field: values(told.field),
      bottleneck: values(told.bottleneck),
    };
  };
}

/** A number that follows from a text, evenly spread. */
function draw(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The evaluation as the command prints it. */
export function reportOf({ cases, seed, parts, answered, accuracy }: Evaluation): string {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`.padStart(9);
  return [
    `${cases} decided cases in ${parts} parts by the seed ${seed}; each part is held back once`,
    `${answered} of them had near cases to suggest from`,
    "",
    "               suggested           always the commonest",
    "             first  first three     first  first three",
    ...accuracy.map(
      ({ of, top1, top3, commonest1, commonest3 }) =>
        `${of.padEnd(10)}${percent(top1)}  ${percent(top3)}  ${percent(commonest1)}  ${percent(commonest3)}`,
    ),
  ].join("\n");
}
