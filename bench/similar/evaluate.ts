import { learnWeights, likeness, meaningOf, SIMILAR } from "../../app/domain/similarity.ts";
import { groups, limit, matters, type Pair, pairs } from "./pairs.ts";

/** How well a threshold tells the same matter from another. Shares are rounded to a thousandth. */
export interface Figures {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Evaluation {
  readonly truePairs: number;
  readonly falsePairs: number;
  readonly atThreshold: Figures;
  readonly thresholds: readonly Figures[];
  readonly groups: readonly { group: string; same: boolean; pairs: number; shown: number }[];
}

const thresholds = [0.09, 0.12, 0.15, 0.18, 0.21, 0.25, 0.3];

/** Compares every pair of the set as the portal would, with the words' rarity learned from the set itself. */
export function evaluate(): Evaluation {
  const weights = learnWeights(matters.flatMap((matter) => [...matter.vi, ...(matter.en ?? [])]));
  const scored = pairs.map((pair) => {
    const [one, other] = [pair.one, pair.other].map((told) => ({ ...told, meaning: meaningOf(told.text, weights) }));
    if (!one || !other) throw new Error("a pair has two tellings");
    return { pair, score: likeness(one, other).score };
  });
  const counted = scored.filter(({ pair }) => pair.group !== limit);
  return {
    truePairs: counted.filter(({ pair }) => pair.same).length,
    falsePairs: counted.filter(({ pair }) => !pair.same).length,
    atThreshold: figuresAt(SIMILAR, counted),
    thresholds: thresholds.map((threshold) => figuresAt(threshold, counted)),
    groups: groups.map((group) => {
      const own = scored.filter(({ pair }) => pair.group === group);
      return {
        group,
        same: own.every(({ pair }) => pair.same),
        pairs: own.length,
        shown: own.filter(({ score }) => score >= SIMILAR).length,
      };
    }),
  };
}

function figuresAt(threshold: number, scored: readonly { pair: Pair; score: number }[]): Figures {
  const shown = scored.filter(({ score }) => score >= threshold);
  const right = shown.filter(({ pair }) => pair.same).length;
  const precision = shown.length === 0 ? 1 : right / shown.length;
  const recall = right / scored.filter(({ pair }) => pair.same).length;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { threshold, precision: round(precision), recall: round(recall), f1: round(f1) };
}

const round = (share: number): number => Math.round(share * 1000) / 1000;

/** The evaluation as the command prints it. */
export function reportOf({ truePairs, falsePairs, atThreshold, thresholds: table, groups: kinds }: Evaluation): string {
  const shares = ({ precision, recall, f1 }: Figures) =>
    [precision, recall, f1].map((share) => share.toFixed(3).padStart(9)).join("");
  return [
    `${truePairs} true pairs, ${falsePairs} false pairs`,
    `At the threshold ${atThreshold.threshold}: precision ${atThreshold.precision.toFixed(3)}, recall ${atThreshold.recall.toFixed(3)}`,
    "",
    "threshold precision   recall       F1",
    ...table.map((row) => `${row.threshold.toFixed(2).padStart(9)} ${shares(row)}`),
    "",
    "pairs shown  which",
    ...kinds.map(
      ({ group, same, pairs: all, shown }) =>
        `${String(all).padStart(5)} ${String(shown).padStart(5)}  ${group} (${same ? "should be shown" : "should not"})`,
    ),
  ].join("\n");
}
