import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../../app/styles/tokens.css", import.meta.url), "utf8");

type Tokens = Record<string, string>;
const light = tokensOf(":root {");
const highLight = { ...light, ...tokensOf(':root[data-contrast="high"] {') };
const dark = { ...light, ...tokensOf(":root {", 1) };
const highDark = { ...light, ...dark, ...highLight, ...tokensOf(':root[data-contrast="high"] {', 1) };
const themes = { light, dark, "high contrast, light": highLight, "high contrast, dark": highDark };

const body = [
  ["text", "page"],
  ["text", "surface"],
];
const words = [
  ["muted", "page"],
  ["muted", "surface"],
  ["link", "page"],
  ["link", "surface"],
  ["visited", "page"],
  ["visited", "surface"],
  ["error", "page"],
  ["error", "surface"],
  ["success", "page"],
  ["on-action", "action"],
  ["on-action", "action-hover"],
  ["on-band", "band"],
  ["on-focus", "focus"],
  ["on-late", "late"],
  ["on-soon", "soon"],
  ["on-fine", "fine"],
  ["on-quiet", "quiet"],
  ["on-info", "info"],
  ["on-mark", "mark"],
];
const shapes = [
  ["control", "page"],
  ["control", "surface"],
  ["action", "page"],
  ["action", "surface"],
  ["success", "page"],
  ["error", "page"],
  ["band-rule", "band"],
  ["focus", "ring"],
];

for (const [theme, tokens] of Object.entries(themes)) {
  const least = theme.startsWith("high") ? 7 : 4.5;
  test.each(body)(`${theme}: %s on %s is body text, at least 7`, (on, under) => {
    expect(contrast(tokens, on, under)).toBeGreaterThanOrEqual(7);
  });
  test.each(words)(`${theme}: %s on %s is readable, at least ${least}`, (on, under) => {
    expect(contrast(tokens, on, under)).toBeGreaterThanOrEqual(least);
  });
  test.each(shapes)(`${theme}: %s against %s can be told apart, at least 3`, (on, under) => {
    expect(contrast(tokens, on, under)).toBeGreaterThanOrEqual(3);
  });
  test(`${theme}: the focus is seen against the page by its ring or its halo`, () => {
    expect(Math.max(contrast(tokens, "ring", "page"), contrast(tokens, "focus", "page"))).toBeGreaterThanOrEqual(3);
  });
}

test("the contrast formula agrees with known pairs", () => {
  const tokens = { a: "#ffffff", b: "#000000", c: "#777777" };
  expect(contrast(tokens, "a", "b")).toBeCloseTo(21, 5);
  expect(contrast(tokens, "c", "a")).toBeCloseTo(4.48, 2);
});

/** The custom properties with a colour in the n-th block that opens so. */
function tokensOf(opening: string, nth = 0): Tokens {
  let from = -1;
  for (let i = 0; i <= nth; i += 1) from = css.indexOf(opening, from + 1);
  const block = css.slice(from, css.indexOf("}", from));
  const pairs = [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]);
  expect(pairs.length).toBeGreaterThan(10);
  return Object.fromEntries(pairs) as Tokens;
}

/** WCAG 2.2 contrast ratio. */
function contrast(tokens: Tokens, a = "", b = ""): number {
  const [high = 0, low = 0] = [luminance(tokens[a] ?? ""), luminance(tokens[b] ?? "")].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
