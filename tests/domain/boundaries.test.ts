import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBoundaries } from "../../app/domain/boundaries.ts";

const codes = (JSON.parse(readFileSync("db/reference/provinces.json", "utf8")) as { code: string }[]).map(
  ({ code }) => code,
);

/** A square around a place, of so many degrees; a ring ends where it begins. */
function square(east: number, north: number, size = 0.4): number[][] {
  const half = size / 2;
  return [
    [east - half, north - half],
    [east + half, north - half],
    [east + half, north + half],
    [east - half, north + half],
    [east - half, north - half],
  ];
}
const feature = (code: string, ...rings: number[][][]) => ({
  type: "Feature",
  properties: { code },
  geometry:
    rings.length === 1
      ? { type: "Polygon", coordinates: rings }
      : { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) },
});
/** An invented country: its provinces are squares in rows. */
const squares = codes.map((code, place) => feature(code, square(103 + (place % 6), 22 - Math.floor(place / 6))));
const collection = (features: readonly unknown[]) => ({ type: "FeatureCollection", features });

test("every province has a line and a middle, in whole tenths", () => {
  const { provinces, width, height } = readBoundaries(collection(squares), codes);
  expect([...provinces.keys()]).toEqual(codes);
  for (const { path, middle } of provinces.values()) {
    expect(path).toMatch(/^M\d+(\.\d)? \d+(\.\d)?(l-?\d+(\.\d)? -?\d+(\.\d)?){3,4}z$/);
    expect(middle[0]).toBeGreaterThan(0);
    expect(middle[0]).toBeLessThan(width);
    expect(middle[1]).toBeGreaterThan(0);
    expect(middle[1]).toBeLessThan(height);
  }
});

test("Hoàng Sa and Trường Sa are named in any case, and drawn with what the file has of them", () => {
  const without = readBoundaries(collection(squares), codes);
  expect(without.islands.map(({ name, of, path }) => [name, of, path])).toEqual([
    ["Hoàng Sa", "48", ""],
    ["Trường Sa", "56", ""],
  ]);
  const own = squares.map((one) =>
    one.properties.code === "48"
      ? feature("48", square(108, 16), square(112.3, 16.5, 0.05), square(111.6, 16.2, 0.05))
      : one.properties.code === "56"
        ? feature("56", square(109, 12), square(114.3, 10.3, 0.05))
        : one,
  );
  const [first, second] = readBoundaries(collection(own), codes).islands;
  expect(first?.path.match(/M/g)).toHaveLength(2);
  expect(second?.path.match(/M/g)).toHaveLength(1);
});

test("a fine drawing is simplified until a page can carry it, and stays a drawing", () => {
  const circle = Array.from({ length: 4001 }, (_, step) => {
    const angle = (step % 4000) * ((2 * Math.PI) / 4000);
    return [106 + 2 * Math.cos(angle), 16 + 2 * Math.sin(angle) + 0.05 * Math.sin(angle * 200)];
  });
  const fine = [...squares, ...codes.map((code) => feature(code, circle))];
  const paths = [...readBoundaries(collection(fine), codes).provinces.values()].map(({ path }) => path);
  expect(paths.join("").length).toBeLessThanOrEqual(12_000);
  expect(Math.min(...paths.map((path) => path.split("l").length))).toBeGreaterThan(4);
});

describe("a file is refused with its fault", () => {
  const [first = feature("01", square(105, 21)), ...rest] = squares;
  test.each([
    ["is no GeoJSON FeatureCollection", { type: "Topology" }],
    ["is no GeoJSON FeatureCollection", null],
    ["is no GeoJSON FeatureCollection", { type: "FeatureCollection", features: {} }],
    ["feature 0 has no properties.code of one of the 34 provinces", collection([feature("99", square(105, 21))])],
    ["feature 0 has no properties.code", collection([{ ...first, properties: null }])],
    ["there is no area for the provinces 01", collection(rest)],
    ["feature 0 is no Polygon or MultiPolygon", collection([{ ...first, geometry: { type: "Point" } }])],
    ["feature 0 has a ring of fewer than four points", collection([feature("01", [[105, 21]])])],
    // Latitude before longitude, metres, and a point that is none.
    ["feature 0 has a point outside of Viet Nam", collection([feature("01", square(21, 105))])],
    ["feature 0 has a point outside of Viet Nam", collection([feature("01", square(585_000, 2_325_000))])],
    ["feature 0 has a point outside", collection([feature("01", [[], [], [], []])])],
  ])("%s", (fault, file) => {
    expect(() => readBoundaries(file, codes)).toThrow(fault);
  });
});
