/** A run of words that two texts share, or that only one of them has. */
export interface DiffPart {
  readonly op: "same" | "out" | "in";
  readonly text: string;
}

/** Beyond so many pairs of words a stretch is compared by sentences, or shown whole: comparing takes time with their product. */
const MOST_PAIRS = 1_500_000;

/** What was taken out of a text and what was put in, word by word; of very long texts without common sentences, whole. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, next] = [wordsOf(before), wordsOf(after)];
  const head = sharedHead(old, next);
  const tail = Math.min(sharedHead(old.toReversed(), next.toReversed()), old.length - head, next.length - head);
  const [oldMiddle, middle] = [old.slice(head, old.length - tail), next.slice(head, next.length - tail)];
  return joined([
    ...all("same", next.slice(0, head)),
    ...(oldMiddle.length * middle.length > MOST_PAIRS
      ? bySentence(oldMiddle.join(""), middle.join(""))
      : compared(oldMiddle, middle)),
    ...all("same", next.slice(next.length - tail)),
  ]);
}

/** How many words two texts begin with alike. */
function sharedHead(old: readonly string[], next: readonly string[]): number {
  let head = 0;
  while (head < old.length && head < next.length && old[head]?.trim() === next[head]?.trim()) head += 1;
  return head;
}

/** Long texts by their sentences; where one was changed, word by word. */
function bySentence(before: string, after: string): DiffPart[] {
  const [old, next] = [sentencesOf(before), sentencesOf(after)];
  const few = old.length * next.length <= MOST_PAIRS;
  const runs = few
    ? joined(compared(old, next))
    : [
        { op: "out" as const, text: before },
        { op: "in" as const, text: after },
      ];
  const parts: DiffPart[] = [];
  for (const [place, run] of runs.entries()) {
    const former = runs[place - 1];
    const pair = run.op === "in" && former?.op === "out" ? [wordsOf(former.text), wordsOf(run.text)] : null;
    if (pair?.[0] && pair[1] && pair[0].length * pair[1].length <= MOST_PAIRS)
      parts.splice(-1, 1, ...compared(pair[0], pair[1]));
    else parts.push(run);
  }
  return parts;
}

function compared(old: readonly string[], next: readonly string[]): DiffPart[] {
  const common = commonLengths(old, next);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < next.length) {
    const [left, right] = [old[i], next[j]];
    if (left !== undefined && right !== undefined && left.trim() === right.trim()) {
      parts.push({ op: "same", text: right });
      i += 1;
      j += 1;
    } else if (right === undefined || (left !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))) {
      parts.push({ op: "out", text: left ?? "" });
      i += 1;
    } else {
      parts.push({ op: "in", text: right });
      j += 1;
    }
  }
  return parts;
}

/** Words with the space behind them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];
const sentencesOf = (text: string): string[] => text.match(/[^.!?;\n]+[.!?;\n]*\s*|[.!?;\n]+\s*/g) ?? [];
const all = (op: DiffPart["op"], words: readonly string[]): DiffPart[] => words.map((text) => ({ op, text }));
const at = (table: readonly Uint16Array[], i: number, j: number): number => table[i]?.[j] ?? 0;

/** For each pair of places, how many words the rests have in common. */
function commonLengths(old: readonly string[], next: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(next.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = next.length - 1; j >= 0; j -= 1) {
      const same = old[i]?.trim() === next[j]?.trim();
      const row = table[i];
      if (row) row[j] = same ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

/** Neighbours of one kind as one. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.op === part.op) runs[runs.length - 1] = { op: last.op, text: last.text + part.text };
    else runs.push(part);
  }
  return runs;
}
