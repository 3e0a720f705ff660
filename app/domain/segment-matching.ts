import type { Segment } from "./segments.ts";

/** How much of their words two sentences must share to be the same one, edited. */
const ALIKE = 0.3;

/**
 * Joins sentences that were kept as one segment so far, because their
 * translation does not meet them one to one.
 */
export function regroup(segments: readonly Segment[], known: ReadonlySet<string>): Segment[] {
  const widest = Math.max(1, ...[...known].map((source) => source.length));
  const groups: Segment[] = [];
  for (let at = 0; at < segments.length;) {
    let [text, taken] = ["", 0];
    let best: Segment | null = null;
    for (let end = at; end < segments.length && text.length <= widest; end += 1) {
      const next = segments[end];
      if (!next) break;
      text += next.text;
      if (end === at || known.has(text)) {
        best = { text, gap: next.gap };
        taken = end - at + 1;
      }
      text += next.gap;
    }
    if (best) groups.push(best);
    at += taken;
  }
  return groups;
}

/** What an earlier segment is to a new one: the same words, or the sentence of which it is an edit. */
export type Match = { readonly index: number; readonly same: boolean } | null;

/**
 * Finds for each new sentence the earlier one it comes from: first the same
 * words, wherever they stood; then, between those, the one that was edited.
 * Each earlier one is taken once.
 */
export function matchSegments(earlier: readonly string[], fresh: readonly string[]): Match[] {
  const free = new Map<string, number[]>();
  for (const [index, source] of earlier.entries()) free.set(source, [...(free.get(source) ?? []), index]);
  const matches: Match[] = fresh.map((source) => {
    const index = free.get(source)?.shift();
    return index === undefined ? null : { index, same: true };
  });
  const left = new Set([...free.values()].flat());
  edited(matches, earlier, fresh, left);
  return matches;
}

/** Fills the runs without a match: one to one where as many sentences came as went, else by shared words. */
function edited(matches: Match[], earlier: readonly string[], fresh: readonly string[], left: Set<number>): void {
  for (const [from, to] of runsOf(matches)) {
    const before = from === 0 ? -1 : (matches[from - 1]?.index ?? -1);
    const after = matches[to]?.index ?? earlier.length;
    const gone = [...left].filter((index) => index > before && index < after).sort((a, b) => a - b);
    if (gone.length !== to - from) continue;
    for (const [offset, index] of gone.entries()) take(matches, from + offset, index, left);
  }
  for (const [at, source] of fresh.entries()) {
    if (matches[at]) continue;
    const near = [...left]
      .map((index) => ({ index, shared: likeness(earlier[index] ?? "", source) }))
      .sort((a, b) => b.shared - a.shared || a.index - b.index)[0];
    if (near && near.shared >= ALIKE) take(matches, at, near.index, left);
  }
}

function take(matches: Match[], at: number, index: number, left: Set<number>): void {
  matches[at] = { index, same: false };
  left.delete(index);
}

function runsOf(matches: readonly Match[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [at, match] of matches.entries()) {
    if (match) continue;
    const last = runs.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs;
}

/** The share of words that two sentences have in common, from 0 to 1. */
function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  const rest = [...b];
  let shared = 0;
  for (const word of a) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
