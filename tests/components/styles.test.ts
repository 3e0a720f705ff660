import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";

const folder = new URL("../../app/styles/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".css"));
const sheets = names.map((name) => ({ name, css: readFileSync(new URL(name, folder), "utf8") }));
const fonts = ["400", "700"].map((weight) =>
  readFileSync(new URL(`../../public/fonts/be-vietnam-pro-${weight}.woff2`, import.meta.url)),
);

test.each(sheets)("$name: no line is set tighter than stacked marks allow", ({ css }) => {
  const heights = [...css.matchAll(/(?:line-height: |\brem\/)([\d.]+);?/g)].map(([, value]) => Number(value));
  expect(heights.filter((height) => height < 1.4)).toEqual([]);
});

test.each(sheets)("$name: nothing is fetched but our own fonts", ({ css }) => {
  const urls = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, url]) => url);
  expect(urls.filter((url) => !url?.startsWith("/fonts/"))).toEqual([]);
});

test("sheet and fonts leave a public page room for its text in a first view of 35 KB", () => {
  const office = ["office.css", "console.css", "suggestions.css"];
  const css = sheets.filter(({ name }) => !office.includes(name)).map((sheet) => sheet.css);
  const sheet = brotliCompressSync(
    css
      .join("")
      .replace(/\/\*.*?\*\//gs, "")
      .replace(/\s+/g, " "),
  ).length;
  const letters = fonts.reduce((sum, font) => sum + font.length, 0);
  expect(sheet).toBeLessThan(6 * 1024);
  expect(sheet + letters).toBeLessThan(30 * 1024);
});
