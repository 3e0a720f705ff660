/**
 * The 34 provinces and cities as tiles, roughly where they lie, with Hoàng Sa
 * and Trường Sa, always drawn and named, beside Đà Nẵng and Khánh Hòa whose they are.
 * A tile's bar tells the number; nothing depends on a colour.
 */
import { Fragment, useId } from "react";

/** Column and row of each province, by its code. */
const places: Readonly<Record<string, readonly [number, number]>> = {
  "12": [0, 0],
  "15": [1, 0],
  "08": [2, 0],
  "04": [3, 0],
  "11": [0, 1],
  "14": [1, 1],
  "25": [2, 1],
  "19": [3, 1],
  "20": [4, 1],
  "01": [2, 2],
  "24": [3, 2],
  "22": [4, 2],
  "37": [2, 3],
  "33": [3, 3],
  "31": [4, 3],
  "38": [2, 4],
  "40": [1, 5],
  "42": [2, 5],
  "44": [2, 6],
  "46": [2, 7],
  "48": [3, 7],
  "51": [3, 8],
  "52": [3, 9],
  "66": [3, 10],
  "75": [1, 11],
  "68": [2, 11],
  "56": [3, 11],
  "80": [0, 12],
  "79": [1, 12],
  "91": [0, 13],
  "82": [1, 13],
  "86": [2, 13],
  "96": [0, 14],
  "92": [1, 14],
};
const islands = [
  { name: "Hoàng Sa", of: "48", at: [4, 7] },
  { name: "Trường Sa", of: "56", at: [4, 11] },
] as const;
const WIDE = 64;
const TALL = 62;
const ROWS = 15;

export interface Tile {
  code: string;
  name: string;
  n: number | null;
  words: string;
  href: string;
}

export function TileMap({ title, description, tiles }: { title: string; description: string; tiles: readonly Tile[] }) {
  const id = useId();
  const most = Math.max(1, ...tiles.map(({ n }) => n ?? 0));
  const known = tiles.filter(({ code }) => places[code]);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDE * 5} ${TALL * ROWS}`} role="group" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      {known.map(({ code, name, n, words, href }) => {
        const [column, row] = places[code] ?? [0, 0];
        const [first, second] = twoLines(name);
        return (
          <a key={code} href={href}>
            <g transform={`translate(${column * WIDE} ${row * TALL})`}>
              <rect className="chart__tile" x="1" y="1" width={WIDE - 2} height={TALL - 2} />
              <Lines texts={[first, second, words]} from={16} />
              {n !== null && n > 0 && (
                <rect
                  className="chart__mark"
                  x="5"
                  y="53"
                  width={Math.max(2, Math.round((n / most) * (WIDE - 10)))}
                  height="5"
                />
              )}
            </g>
          </a>
        );
      })}
      {islands.map(({ name, of, at: [column, row] }) => {
        const [first, second] = twoLines(name);
        return (
          <a key={name} href={tiles.find(({ code }) => code === of)?.href}>
            <g transform={`translate(${column * WIDE} ${row * TALL})`}>
              <rect className="chart__tile chart__tile--islands" x="1" y="1" width={WIDE - 2} height={TALL - 2} />
              <Lines texts={[first, second]} from={24} />
            </g>
          </a>
        );
      })}
    </svg>
  );
}

/** One text on several lines, with a space between them for whoever hears it; a long one is drawn narrower. */
function Lines({ texts, from }: { texts: readonly string[]; from: number }) {
  return (
    <text className="chart__text chart__text--tile" y={from - 16}>
      {texts.map((text, line) => (
        <Fragment key={line}>
          <tspan x="5" dy="16" {...(text.length > 8 && { textLength: WIDE - 10, lengthAdjust: "spacingAndGlyphs" })}>
            {text}
          </tspan>{" "}
        </Fragment>
      ))}
    </text>
  );
}

/** A name of several words on two lines. */
function twoLines(name: string): [string, string] {
  const words = name.split(" ");
  const half = Math.ceil(words.length / 2);
  return [words.slice(0, half).join(" "), words.slice(half).join(" ")];
}
