import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../db/reference/${name}.json`, import.meta.url), "utf8"));

const centres = z
  .array(
    z.strictObject({
      area: z.string().regex(/^(VN|\d{2})$/),
      latE6: z.int(),
      longE6: z.int(),
      nameVi: z.string().min(1),
      nameEn: z.string().min(1),
      basis: z.string().min(20),
      validFrom: z.iso.date().nullable(),
      validTo: z.iso.date().nullable(),
    }),
  )
  .parse(read("centres"));

test("the country and each of its provinces have one centre, on the mainland, with its basis", () => {
  const provinces = z.array(z.looseObject({ code: z.string() })).parse(read("provinces"));
  expect(centres.map(({ area }) => area).sort()).toEqual([...provinces.map(({ code }) => code), "VN"].sort());
  for (const { area, latE6, longE6 } of centres) {
    expect([area, latE6 > 8_500_000 && latE6 < 23_500_000, longE6 > 102_000_000 && longE6 < 110_000_000]).toEqual([
      area,
      true,
      true,
    ]);
  }
});

test("provinces lie north of those that follow them on the map", () => {
  const lat = (area: string) => centres.find((centre) => centre.area === area)?.latE6 ?? 0;
  const southwards = ["04", "01", "38", "42", "44", "46", "48", "51", "52", "56", "79", "92", "96"];
  expect([...southwards].sort((one, other) => lat(other) - lat(one))).toEqual(southwards);
});
