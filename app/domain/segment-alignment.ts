import { joinSegments, type Segment } from "./segments.ts";

/** A segment with the translation that belongs to it. */
export interface Bead extends Segment {
  readonly translation: string;
}

/** The most sentences that one bead joins on a side; longer ones make a whole paragraph one segment. */
const WIDEST = 3;
/** Above so many pairs of sentences, the paragraphs are too long to be compared pair by pair. */
const MOST_PAIRS = 100_000;

/**
 * Pairs the sentences of a text with those of its translation, in order, by
 * their lengths. Where sentences do not meet one to one, some are joined, so
 * that nothing of either text is lost. `known` gives the translation that a
 * sentence has had so far.
 */
export function alignSegments(
  sources: readonly Segment[],
  targets: readonly Segment[],
  known: (source: string) => string | undefined = () => undefined,
): Bead[] {
  const [mine, theirs] = [paragraphsOf(sources), paragraphsOf(targets)];
  if (mine.length !== theirs.length) return alignParagraph(sources, targets, known);
  return mine.flatMap((paragraph, index) => alignParagraph(paragraph, theirs[index] ?? [], known));
}

type Known = (source: string) => string | undefined;

function paragraphsOf(segments: readonly Segment[]): Segment[][] {
  const paragraphs: Segment[][] = [[]];
  for (const segment of segments) {
    paragraphs.at(-1)?.push(segment);
    if (segment.gap.includes("\n")) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function alignParagraph(sources: readonly Segment[], targets: readonly Segment[], known: Known): Bead[] {
  if (sources.length === 0 || targets.length === 0) return [];
  const path = cheapestPath(sources, targets, known);
  if (path === null) return [beadOf(sources, targets)];
  return path.map(({ from, to }) => beadOf(sources.slice(from[0], to[0]), targets.slice(from[1], to[1])));
}

function beadOf(sources: readonly Segment[], targets: readonly Segment[]): Bead {
  const gap = sources.at(-1)?.gap ?? "";
  const whole = joinSegments(sources);
  return { text: whole.slice(0, whole.length - gap.length), gap, translation: joinSegments(targets).trim() };
}

interface Step {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** The cheapest way through both texts; null where there is none. */
function cheapestPath(sources: readonly Segment[], targets: readonly Segment[], known: Known): Step[] | null {
  const [rows, columns] = [sources.length, targets.length];
  if (rows * columns > MOST_PAIRS) return null;
  const ratio = lengthOf(targets) / Math.max(1, lengthOf(sources));
  const cost = (from: readonly [number, number], to: readonly [number, number]): number => {
    const [a, b] = [sources.slice(from[0], to[0]), targets.slice(from[1], to[1])];
    const [first, second] = [a[0], b[0]];
    if (a.length === 1 && b.length === 1 && first && second && known(first.text) === second.text) return -5;
    const off = Math.abs(Math.log((lengthOf(b) + 5) / (lengthOf(a) * ratio + 5)));
    return off + (a.length + b.length - 2) * 0.5;
  };
  const best: number[][] = Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => Infinity));
  const came = new Map<string, readonly [number, number]>();
  best[0]?.fill(0, 0, 1);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      const here = best[i]?.[j] ?? Infinity;
      if (here === Infinity) continue;
      for (let down = 1; down <= WIDEST && i + down <= rows; down += 1) {
        for (let right = 1; right <= WIDEST && j + right <= columns; right += 1) {
          const total = here + cost([i, j], [i + down, j + right]);
          if (total >= (best[i + down]?.[j + right] ?? Infinity)) continue;
          best[i + down]?.fill(total, j + right, j + right + 1);
          came.set(`${i + down},${j + right}`, [i, j]);
        }
      }
    }
  }
  if (best[rows]?.[columns] === Infinity) return null;
  const steps: Step[] = [];
  let to: readonly [number, number] = [rows, columns];
  while (to[0] > 0) {
    const from = came.get(`${to[0]},${to[1]}`);
    if (!from) return null;
    steps.unshift({ from, to });
    to = from;
  }
  return steps;
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + text.length, 0);
}
