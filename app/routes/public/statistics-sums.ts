import type { Span } from "../../components/charts.tsx";
import type { ToldValue } from "../../components/told-number.tsx";
import type { Sum, TimeMeasure } from "../../http/statistics-times.ts";

/** Where on a picture of these months or quarters the sums lie, each spread evenly over all that it covers. */
export function spansOf(shown: readonly string[], sums: readonly Sum[]): Span[] {
  return sums.flatMap(({ codes, told }) => {
    const each = (told.n ?? 0) / codes.length;
    if (each === 0) return [];
    const covered = shown.filter((code) => codes.includes(code));
    return runsOf(covered).map((run) => ({
      from: shown.indexOf(run[0] ?? ""),
      to: shown.indexOf(run.at(-1) ?? ""),
      each,
    }));
  });
}

export interface SumRow {
  readonly name: string;
  readonly received: ToldValue | undefined;
  readonly answered: ToldValue | undefined;
}

/** A row for everything that some number stands merged over; `words` begins its name. */
export function sumRows(
  sums: Readonly<Record<TimeMeasure, readonly Sum[]>>,
  nameOf: (code: string) => string,
  words: string,
): SumRow[] {
  const names = new Map([...sums.received, ...sums.answered].map(({ codes }) => [codes.join(), codes]));
  const toldOf = (measure: TimeMeasure, key: string) => sums[measure].find(({ codes }) => codes.join() === key)?.told;
  return [...names].map(([key, codes]) => ({
    name: `${words} ${runsOf(codes)
      .map(([first = "", ...rest]) => [first, ...rest.slice(-1)].map(nameOf).join(" – "))
      .join(", ")}`,
    received: toldOf("received", key),
    answered: toldOf("answered", key),
  }));
}

/** Months or quarters that follow each other, together. */
function runsOf(codes: readonly string[]): string[][] {
  const numberOf = (code: string) => Number(/\d+$/.exec(code)?.[0]);
  const runs: string[][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last && numberOf(code) === numberOf(last.at(-1) ?? "") + 1) last.push(code);
    else runs.push([code]);
  }
  return runs;
}
