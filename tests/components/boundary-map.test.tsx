import { expect, test } from "vitest";
import { BoundaryMap } from "../../app/components/boundary-map.tsx";
import type { Boundaries } from "../../app/domain/boundaries.ts";
import { html } from "./render.tsx";

const outline = { path: "M1 1l2 0l0 2z", middle: [2, 2] as const };
const boundaries: Boundaries = {
  width: 320,
  height: 339,
  provinces: new Map([
    ["48", outline],
    ["56", outline],
  ]),
  islands: [
    { name: "Hoàng Sa", of: "48", path: "", middle: [200, 150] },
    { name: "Trường Sa", of: "56", path: "M9 9l1 0l0 1z", middle: [240, 280] },
  ],
};
const tile = (code: string, n: number | null) => ({
  code,
  name: `Tỉnh ${code}`,
  n,
  words: n === null ? "gộp" : String(n),
  href: `/vi/statistics/provinces/${code}`,
});

test("every province is a link that says its number, and both archipelagos are drawn and named", async () => {
  const drawn = await html(
    <BoundaryMap
      title="Ở đâu?"
      description="Bản đồ"
      boundaries={boundaries}
      tiles={[tile("48", 30), tile("56", null)]}
    />,
  );
  expect(drawn).toContain('<a href="/vi/statistics/provinces/48" aria-label="Tỉnh 48: 30">');
  expect(drawn).toContain('aria-label="Tỉnh 56: gộp"');
  // What is not told has no dot, whose size would tell it.
  expect(drawn.match(/<circle/g)).toHaveLength(1);
  for (const name of ["Hoàng Sa", "Trường Sa"]) expect(drawn).toContain(`>${name}</text>`);
  expect(drawn.match(/<ellipse/g)).toHaveLength(2);
  expect(drawn).toContain("M9 9l1 0l0 1z");
  expect(drawn).not.toMatch(/<script|style=/);
});
