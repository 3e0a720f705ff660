/** Where a point is drawn. */
export type Point = readonly [number, number];

/** A province or an archipelago as it is drawn: the lines of its land, and the middle of its largest part. */
export interface Outline {
  /** What an SVG path takes. */
  readonly path: string;
  readonly middle: Point;
}

/** The outlines of an operator's file, ready to be drawn. */
export interface Boundaries {
  readonly width: number;
  readonly height: number;
  /** By the code of the province. */
  readonly provinces: ReadonlyMap<string, Outline>;
  /** Hoàng Sa and Trường Sa, always: without a path where the file has none of their islands. */
  readonly islands: readonly (Outline & { readonly name: string; readonly of: string })[];
}

/** The two archipelagos, the province of each, and the sea around them in degrees: west, south, east, north. */
const archipelagos = [
  { name: "Hoàng Sa", of: "48", sea: [111, 15.5, 113, 17.3] },
  { name: "Trường Sa", of: "56", sea: [111, 6.5, 116.5, 12] },
] as const;
/** Viet Nam with its islands: no point of the file may lie outside of it. */
const EXTENT = { west: 101, south: 6, east: 118, north: 24 };
const WIDTH = 320;
const SCALE = WIDTH / (EXTENT.east - EXTENT.west);
const HEIGHT = Math.round((EXTENT.north - EXTENT.south) * SCALE);
/** A page has so many letters for all lines together; finer drawings are simplified until they fit. */
const MOST_LETTERS = 12_000;

/**
 * Reads a GeoJSON FeatureCollection of polygons in degrees, each feature with
 * the code of its province in `properties.code`, islands within their province.
 * Throws an error whose message says what is wrong with the file.
 */
export function readBoundaries(given: unknown, codes: readonly string[]): Boundaries {
  const rings = new Map(codes.map((code): [string, Point[][]] => [code, []]));
  for (const [place, feature] of featuresOf(given).entries()) {
    const code = textOf(recordOf(feature)?.["properties"], "code");
    const known = code === null ? undefined : rings.get(code);
    if (!known) throw new Error(`feature ${place} has no properties.code of one of the ${codes.length} provinces`);
    known.push(...ringsOf(recordOf(feature)?.["geometry"], `feature ${place}`));
  }
  const missing = [...rings].filter(([, own]) => own.length === 0).map(([code]) => code);
  if (missing.length > 0) throw new Error(`there is no area for the provinces ${missing.join(", ")}`);
  for (let coarse = 0.2; ; coarse *= 1.5) {
    const provinces = new Map([...rings].map(([code, own]) => [code, outlineOf(own, coarse)]));
    const letters = [...provinces.values()].reduce((sum, { path }) => sum + path.length, 0);
    if (letters <= MOST_LETTERS) return { width: WIDTH, height: HEIGHT, provinces, islands: islandsOf(rings, coarse) };
    if (coarse > WIDTH) throw new Error("has too many areas to be drawn on a page");
  }
}

function featuresOf(given: unknown): readonly unknown[] {
  const collection = recordOf(given);
  const features = collection?.["features"];
  if (collection?.["type"] !== "FeatureCollection" || !Array.isArray(features)) {
    throw new Error("is no GeoJSON FeatureCollection");
  }
  return features;
}

/** The outer lines of a polygon or of several; holes are not drawn. */
function ringsOf(given: unknown, where: string): Point[][] {
  const geometry = recordOf(given);
  const coordinates = geometry?.["coordinates"];
  const polygons = geometry?.["type"] === "Polygon" ? [coordinates] : coordinates;
  if (!["Polygon", "MultiPolygon"].includes(String(geometry?.["type"])) || !Array.isArray(polygons)) {
    throw new Error(`${where} is no Polygon or MultiPolygon`);
  }
  return polygons.map((polygon: unknown) => {
    const outer: unknown = Array.isArray(polygon) ? polygon[0] : null;
    if (!Array.isArray(outer) || outer.length < 4) throw new Error(`${where} has a ring of fewer than four points`);
    return outer.map((point: unknown) => projected(point, where));
  });
}

function projected(point: unknown, where: string): Point {
  const [east, north] = Array.isArray(point) ? point.map(Number) : [];
  const inside =
    east !== undefined &&
    north !== undefined &&
    east >= EXTENT.west &&
    east <= EXTENT.east &&
    north >= EXTENT.south &&
    north <= EXTENT.north;
  if (!inside) throw new Error(`${where} has a point outside of Viet Nam: coordinates are degrees, longitude first`);
  return onPaper(east, north);
}

const onPaper = (east: number, north: number): Point => [(east - EXTENT.west) * SCALE, (EXTENT.north - north) * SCALE];

function outlineOf(rings: readonly Point[][], coarse: number): Outline {
  const bySize = rings.toSorted((one, other) => areaOf(other) - areaOf(one));
  // The largest area is always drawn, islands only where they are more than a dot.
  const drawn = bySize.filter((ring, place) => place === 0 || areaOf(ring) >= coarse * coarse);
  return { path: drawn.map((ring) => pathOf(simplified(ring, coarse))).join(""), middle: middleOf(bySize[0] ?? []) };
}

/** The archipelagos, with whatever the file has of them in their seas. */
function islandsOf(rings: ReadonlyMap<string, readonly Point[][]>, coarse: number): Boundaries["islands"] {
  return archipelagos.map(({ name, of, sea: [west, south, east, north] }) => {
    const [from, to] = [onPaper(west, north), onPaper(east, south)];
    const own = (rings.get(of) ?? []).filter((ring) =>
      ring.every(([x, y]) => x >= from[0] && x <= to[0] && y >= from[1] && y <= to[1]),
    );
    const middle: Point = [Math.round((from[0] + to[0]) / 2), Math.round((from[1] + to[1]) / 2)];
    return { name, of, middle, path: own.map((ring) => pathOf(simplified(ring, coarse))).join("") };
  });
}

const areaOf = (ring: readonly Point[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], place) => {
      const [nextX, nextY] = ring[(place + 1) % ring.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;

function middleOf(ring: readonly Point[]): Point {
  const [x, y] = ring.reduce(([sumX, sumY], [ownX, ownY]) => [sumX + ownX, sumY + ownY], [0, 0]);
  return [Math.round(x / Math.max(1, ring.length)), Math.round(y / Math.max(1, ring.length))];
}

/** The points of a ring without those that lie nearer than `coarse` to the line between their neighbours (Douglas and Peucker). */
function simplified(ring: readonly Point[], coarse: number): readonly Point[] {
  const keep = new Set([0, ring.length - 1]);
  const open: [number, number][] = [];
  // A ring ends where it begins: its farthest point makes two lines of it.
  const far = farthest(ring, 0, ring.length - 1).at;
  keep.add(far);
  open.push([0, far], [far, ring.length - 1]);
  for (let span = open.pop(); span; span = open.pop()) {
    const { at, distance } = farthest(ring, ...span);
    if (distance <= coarse) continue;
    keep.add(at);
    open.push([span[0], at], [at, span[1]]);
  }
  return ring.filter((_, place) => keep.has(place));
}

function farthest(ring: readonly Point[], from: number, to: number): { at: number; distance: number } {
  const [[x1, y1], [x2, y2]] = [ring[from] ?? [0, 0], ring[to] ?? [0, 0]];
  const length = Math.hypot(x2 - x1, y2 - y1);
  let found = { at: from, distance: 0 };
  for (let place = from + 1; place < to; place += 1) {
    const [x, y] = ring[place] ?? [0, 0];
    const distance =
      length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length;
    if (distance > found.distance) found = { at: place, distance };
  }
  return found;
}

/** Tenths of a unit, each point told by its way from the one before it; points that fall together are one. */
function pathOf(ring: readonly Point[]): string {
  const tenths = ring.map(([x, y]): Point => [Math.round(x * 10), Math.round(y * 10)]);
  let [x, y] = tenths[0] ?? [0, 0];
  let path = `M${x / 10} ${y / 10}`;
  for (const [nextX, nextY] of tenths.slice(1)) {
    if (nextX === x && nextY === y) continue;
    path += `l${(nextX - x) / 10} ${(nextY - y) / 10}`;
    [x, y] = [nextX, nextY];
  }
  return `${path}z`;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : null;
}

function textOf(value: unknown, name: string): string | null {
  const text = recordOf(value)?.[name];
  return typeof text === "string" ? text : null;
}
