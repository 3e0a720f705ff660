/**
 * The provinces as an operator's file draws them, with Hoàng Sa and Trường Sa
 * always drawn and named. A dot tells the number by its area; its province is
 * named by the link, and every number stands in the table beside the map.
 */
import { useId } from "react";
import type { Boundaries } from "../domain/boundaries.ts";
import type { Tile } from "./tile-map.tsx";

const LARGEST_DOT = 7;

export function BoundaryMap({
  title,
  description,
  tiles,
  boundaries,
}: {
  title: string;
  description: string;
  tiles: readonly Tile[];
  boundaries: Boundaries;
}) {
  const id = useId();
  const { width, height, provinces, islands } = boundaries;
  const most = Math.max(1, ...tiles.map(({ n }) => n ?? 0));
  const radiusOf = (n: number) => Math.max(1, Math.round(Math.sqrt(n / most) * LARGEST_DOT * 2) / 2);
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="group" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      {tiles.map(({ code, name, words, href }) => {
        const outline = provinces.get(code);
        return (
          outline && (
            <a key={code} href={href} aria-label={`${name}: ${words}`}>
              <title>{`${name}: ${words}`}</title>
              <path className="chart__tile" d={outline.path} />
            </a>
          )
        );
      })}
      {/* Above all areas, so that none covers a dot. */}
      {tiles.map(({ code, n }) => {
        const [x, y] = provinces.get(code)?.middle ?? [0, 0];
        return n !== null && n > 0 ? (
          <circle key={code} className="chart__mark" cx={x} cy={y} r={radiusOf(n)} pointerEvents="none" />
        ) : null;
      })}
      {islands.map(({ name, of, path, middle: [x, y] }) => (
        <a key={name} href={tiles.find(({ code }) => code === of)?.href}>
          <ellipse className="chart__tile chart__tile--islands" cx={x} cy={y} rx="40" ry="20" />
          {path !== "" && <path className="chart__tile" d={path} />}
          <text className="chart__text" x={x} y={y + 5} textAnchor="middle">
            {name}
          </text>
        </a>
      ))}
    </svg>
  );
}
