/**
 * Pictures of numbers as SVG, drawn on the server. Coordinates are those of a
 * phone 320 wide, where letters of 14 are at least 12 pixels high. Widths and
 * marks carry the meaning; colours come from tokens and none is needed.
 */
import { useId } from "react";

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

/** One bar for each row, its name above it. */
export function BarChart({ bars, ...picture }: Picture & { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ n }) => n ?? 0));
  const step = 44;
  return (
    <Drawing {...picture} height={bars.length * step + 4}>
      {bars.map(({ label, n, words }, place) => (
        <g key={label} transform={`translate(0 ${place * step})`}>
          <text className="chart__text" x="0" y="16">
            {label}
          </text>
          <rect className="chart__track" x="0.5" y="22" width="250" height="14" />
          {n !== null && n > 0 && (
            <rect className="chart__mark" x="0.5" y="22" width={Math.max(2, whole((n / most) * 250))} height="14" />
          )}
          <text className="chart__text" x="256" y="35">
            {words}
          </text>
        </g>
      ))}
    </Drawing>
  );
}

export interface Pair {
  label: string;
  first: number | null;
  second: number | null;
}

/** Two numbers in time: bars for the first, a line with dots for the second; a gap where one is not told. */
export function TimeChart({
  pairs,
  firstName,
  secondName,
  ...picture
}: Picture & { pairs: readonly Pair[]; firstName: string; secondName: string }) {
  const most = Math.max(1, ...pairs.flatMap(({ first, second }) => [first ?? 0, second ?? 0]));
  const wide = (WIDTH - 8) / Math.max(1, pairs.length);
  const top = 46;
  const tall = 120;
  const y = (n: number) => top + tall - whole((n / most) * tall);
  const x = (place: number) => whole(4 + place * wide + wide / 2);
  const lines = pairs.slice(1).flatMap(({ second }, place) => {
    const before = pairs[place]?.second ?? null;
    return before === null || second === null ? [] : [{ place, before, second }];
  });
  return (
    <Drawing {...picture} height={top + tall + 24}>
      <rect className="chart__mark" x="0.5" y="6" width="12" height="12" />
      <text className="chart__text" x="18" y="17">
        {firstName}
      </text>
      <circle className="chart__dot" cx="6" cy="31" r="5" />
      <text className="chart__text" x="18" y="36">
        {secondName}
      </text>
      <path className="chart__axis" d={`M0 ${top + tall}.5H${WIDTH}`} />
      {pairs.map(({ label, first }, place) => (
        <g key={label}>
          {first !== null && first > 0 && (
            <rect
              className="chart__mark"
              x={x(place) - whole(wide * 0.3)}
              y={y(first)}
              width={whole(wide * 0.6)}
              height={top + tall - y(first)}
            />
          )}
          <text className="chart__text" x={x(place)} y={top + tall + 18} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {lines.map(({ place, before, second }) => (
        <path key={place} className="chart__line" d={`M${x(place)} ${y(before)}L${x(place + 1)} ${y(second)}`} />
      ))}
      {pairs.map(({ label, second }, place) =>
        second === null ? null : <circle key={label} className="chart__dot" cx={x(place)} cy={y(second)} r="4" />,
      )}
    </Drawing>
  );
}

/** Marks on a line from 0: how long most, half and few had to wait. */
export function DotStrip({ dots, ...picture }: Picture & { dots: readonly { label: string; value: number }[] }) {
  const most = Math.max(1, ...dots.map(({ value }) => value));
  const x = (value: number) => 10 + whole((value / most) * (WIDTH - 20));
  return (
    <Drawing {...picture} height={40 + dots.length * 20}>
      <path className="chart__axis" d={`M10 16.5H${WIDTH - 10}`} />
      {dots.map(({ label, value }) => (
        <circle key={label} className="chart__dot" cx={x(value)} cy="16" r="6" />
      ))}
      {dots.map(({ label }, place) => (
        <text key={label} className="chart__text" x="0" y={44 + place * 20}>
          {label}
        </text>
      ))}
    </Drawing>
  );
}
