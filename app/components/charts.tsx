/**
 * Pictures of numbers as SVG, drawn on the server. Coordinates are those of a
 * phone 320 wide, where letters of 14 are at least 12 pixels high. Widths and
 * marks carry the meaning; colours come from tokens and none is needed.
 */
import { useId } from "react";
import { useTranslation } from "react-i18next";

const WIDTH = 320;
/** Nobody sees less than half a unit, and every digit is sent. */
const whole = Math.round;

interface Picture {
  title: string;
  description: string;
}

function Drawing({ title, description, height, children }: Picture & { height: number; children: React.ReactNode }) {
  const id = useId();
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      {children}
    </svg>
  );
}

export interface Bar {
  label: string;
  n: number | null;
  /** What stands at the end of the bar. */
  words: string;
}

/** One bar for each row, its name above it and its number at the right. */
export function BarChart({ bars, ...picture }: Picture & { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ n }) => n ?? 0));
  const rows = bars.map((bar) => ({ ...bar, lines: linesOf(bar.label) }));
  const tallOf = (lines: readonly string[]) => lines.length * LINE + 26;
  const topOf = (place: number) => rows.slice(0, place).reduce((sum, { lines }) => sum + tallOf(lines), 0);
  return (
    <Drawing {...picture} height={topOf(rows.length)}>
      {rows.map(({ label, lines, n, words }, place) => (
        <g key={label} transform={`translate(0 ${topOf(place)})`}>
          {lines.map((line, index) => (
            <text key={line} className="chart__text" x="0" y={16 + index * LINE}>
              {line}
            </text>
          ))}
          <rect className="chart__track" x="0.5" y={lines.length * LINE + 4} width={BAR} height="14" />
          {n !== null && n > 0 && (
            <rect
              className="chart__mark"
              x="0.5"
              y={lines.length * LINE + 4}
              width={Math.max(2, whole((n / most) * BAR))}
              height="14"
            />
          )}
          <text className="chart__text chart__text--number" x={WIDTH} y={lines.length * LINE + 16}>
            {words}
          </text>
        </g>
      ))}
    </Drawing>
  );
}

/** Letters of 14 that fit beside each other, with some to spare for wide ones. */
const LETTERS = 41;
const LINE = 18;
const BAR = 232;

/** A name on as many lines as it needs. */
function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export interface Pair {
  label: string;
  first: number | null;
  second: number | null;
}

/** Neighbours of which only the sum is told, and what each would have if all had the same. */
export interface Span {
  from: number;
  to: number;
  each: number;
}

/**
 * Two numbers in time: bars for the first, a line with dots for the second.
 * What is told only as a sum is a dashed outline as wide as what it covers,
 * whose area is the sum, so that it compares with the bars beside it.
 */
export function TimeChart({
  pairs,
  spans,
  names,
  ...picture
}: Picture & {
  pairs: readonly Pair[];
  spans: { readonly first: readonly Span[]; readonly second: readonly Span[] };
  names: { readonly first: string; readonly second: string; readonly span: string };
}) {
  const { i18n } = useTranslation();
  const told = pairs.flatMap(({ first, second }) => [first ?? 0, second ?? 0]);
  const most = Math.ceil(Math.max(1, ...told, ...[...spans.first, ...spans.second].map(({ each }) => each)));
  const wide = (WIDTH - 8) / Math.max(1, pairs.length);
  const dashed = spans.first.length + spans.second.length > 0;
  const top = dashed ? 82 : 60;
  const foot = top + 120;
  const y = (n: number) => foot - whole((n / most) * 120);
  const x = (place: number) => whole(4 + place * wide + wide / 2);
  const left = (place: number) => whole(4 + place * wide) + 2;
  const lines = pairs.slice(1).flatMap(({ second }, place) => {
    const before = pairs[place]?.second ?? null;
    return before === null || second === null ? [] : [{ place, before, second }];
  });
  return (
    <Drawing {...picture} height={foot + 24}>
      <rect className="chart__mark chart__mark--under" x="0.5" y="6" width="12" height="12" />
      <text className="chart__text" x="18" y="17">
        {names.first}
      </text>
      <circle className="chart__dot" cx="6" cy="31" r="5" />
      <text className="chart__text" x="18" y="36">
        {names.second}
      </text>
      {dashed && (
        <>
          <rect className="chart__sum" x="0.5" y="44" width="12" height="12" />
          <text className="chart__text" x="18" y="55">
            {names.span}
          </text>
        </>
      )}
      <path className="chart__track" d={`M0 ${top}.5H${WIDTH}`} />
      <text className="chart__text chart__text--number" x={WIDTH} y={top - 5}>
        {most.toLocaleString(i18n.language)}
      </text>
      <path className="chart__axis" d={`M0 ${foot}.5H${WIDTH}`} />
      {pairs.map(({ label, first }, place) => (
        <g key={label}>
          {first !== null && first > 0 && (
            <rect
              className="chart__mark chart__mark--under"
              x={x(place) - whole(wide * 0.3)}
              y={y(first)}
              width={whole(wide * 0.6)}
              height={foot - y(first)}
            />
          )}
          <text className="chart__text" x={x(place)} y={foot + 18} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {spans.first.map(({ from, to, each }) => (
        <rect
          key={from}
          className="chart__sum"
          x={left(from)}
          y={y(each)}
          width={left(to + 1) - left(from) - 4}
          height={foot - y(each)}
        />
      ))}
      {lines.map(({ place, before, second }) => (
        <path key={place} className="chart__line" d={`M${x(place)} ${y(before)}L${x(place + 1)} ${y(second)}`} />
      ))}
      {spans.second.map(({ from, to, each }) => (
        <path key={from} className="chart__line chart__line--sum" d={`M${left(from)} ${y(each)}H${left(to + 1) - 4}`} />
      ))}
      {pairs.map(({ label, second }, place) =>
        second === null ? null : <circle key={label} className="chart__dot" cx={x(place)} cy={y(second)} r="4" />,
      )}
    </Drawing>
  );
}

/** Marks on lines of one scale from 0: how long few, half and most had to wait. */
export function DotStrip({ dots, ...picture }: Picture & { dots: readonly { label: string; value: number }[] }) {
  const most = Math.max(1, ...dots.map(({ value }) => value));
  const step = 40;
  return (
    <Drawing {...picture} height={dots.length * step}>
      {dots.map(({ label, value }, place) => (
        <g key={label} transform={`translate(0 ${place * step})`}>
          <text className="chart__text" x="0" y="14">
            {label}
          </text>
          <path className="chart__axis" d={`M0.5 22V34M0 28.5H${WIDTH}`} />
          <circle className="chart__dot" cx={7 + whole((value / most) * (WIDTH - 14))} cy="28" r="6" />
        </g>
      ))}
    </Drawing>
  );
}
