import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";

const vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
const signs = "0123456789.,:;?!()/-–—“”‘’…·×₫";

test.each(["400", "700"])("weight %s is small and holds every Vietnamese letter", (weight) => {
  const file = readFileSync(new URL(`../../public/fonts/be-vietnam-pro-${weight}.woff2`, import.meta.url));
  const letters = vowels + vowels.toUpperCase();
  expect(letters.replace(/[aeiouy]/gi, "")).toHaveLength(134);
  const held = charactersOf(file);
  expect([...letters, ...signs].filter((letter) => !held(letter.codePointAt(0) ?? 0))).toEqual([]);
  expect(file.length).toBeLessThan(14_000);
});

/** Which characters a WOFF2 file maps: reads its `cmap` table, format 4. */
function charactersOf(woff2: Buffer): (code: number) => boolean {
  const { cmap } = tablesOf(woff2);
  if (!cmap) return () => false;
  const count = cmap.readUInt16BE(2);
  const offsets = Array.from({ length: count }, (_, i) => cmap.readUInt32BE(8 + 8 * i));
  const at = offsets.find((offset) => cmap.readUInt16BE(offset) === 4) ?? 0;
  const segments = cmap.readUInt16BE(at + 6) / 2;
  return (code) => {
    for (let i = 0; i < segments; i += 1) {
      const end = cmap.readUInt16BE(at + 14 + 2 * i);
      const start = cmap.readUInt16BE(at + 16 + 2 * (segments + i));
      if (code >= start && code <= end) return glyph(i, start, code) !== 0;
    }
    return false;
  };

  function glyph(i: number, start: number, code: number): number {
    if (!cmap) return 0;
    const delta = cmap.readInt16BE(at + 16 + 2 * (2 * segments + i));
    const rangeAt = at + 16 + 2 * (3 * segments + i);
    const range = cmap.readUInt16BE(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    return cmap.readUInt16BE(rangeAt + range + 2 * (code - start));
  }
}

/** The tables of a WOFF2 file that are stored untransformed (W3C WOFF2, section 4.1). */
function tablesOf(woff2: Buffer): Record<string, Buffer> {
  const known = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"];
  const count = woff2.readUInt16BE(12);
  let at = 48;
  const base128 = () => {
    let value = 0;
    for (;;) {
      const byte = woff2[at++] ?? 0;
      value = value * 128 + (byte & 0x7f);
      if (byte < 128) return value;
    }
  };
  const entries = Array.from({ length: count }, () => {
    const flags = woff2[at++] ?? 0;
    const index = flags & 0x3f;
    const tag = index === 63 ? woff2.toString("latin1", at, (at += 4)) : (known[index] ?? String(index));
    const version = flags >> 6;
    const length = base128();
    const isGlyphs = index === 10 || index === 11;
    const transformed = isGlyphs ? version === 0 : version !== 0;
    return { tag, length: transformed ? base128() : length };
  });
  const data = brotliDecompressSync(woff2.subarray(at, at + woff2.readUInt32BE(20)));
  const tables: Record<string, Buffer> = {};
  let offset = 0;
  for (const { tag, length } of entries) {
    tables[tag] = data.subarray(offset, offset + length);
    offset += length;
  }
  return tables;
}
