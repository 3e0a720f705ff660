import { inflateRawSync, inflateSync } from "node:zlib";

/** Stands for whatever would tell who made a file. */
export const CANARY = "CANARY-NGUYEN-0912";

/** True where the canary is in the bytes, or in anything that is packed in them, in any common writing. */
export function singsIn(bytes: Buffer): boolean {
  return holds(bytes) || unpacked(bytes, 0).some(holds);
}

function holds(bytes: Buffer): boolean {
  return writings().some((writing) => bytes.includes(writing));
}

/** The canary in UTF-8, UTF-16 either way, hex of those in either case, and the three phases of base64. */
function writings(): Buffer[] {
  const utf8 = Buffer.from(CANARY);
  const utf16 = Buffer.from(CANARY, "utf16le");
  const plain = [utf8, utf16, Buffer.from(utf16).swap16()];
  const hex = plain.flatMap((form) => [form.toString("hex"), form.toString("hex").toUpperCase()]);
  const base64 = plain.flatMap((form) => [0, 1, 2].map((phase) => phaseOf(form, phase)));
  return [...plain, ...[...hex, ...base64].map((text) => Buffer.from(text))];
}

/** The middle of the base64 of bytes that begin after `phase` others. */
function phaseOf(form: Buffer, phase: number): string {
  const text = Buffer.concat([Buffer.alloc(phase), form])
    .toString("base64")
    .replace(/=+$/, "");
  return text.slice(phase === 0 ? 0 : phase + 1, -2);
}

/** Everything that unpacks with deflate from a place where a packed stream may begin, two layers deep. */
function unpacked(bytes: Buffer, depth: number): Buffer[] {
  if (depth === 2) return [];
  const found: Buffer[] = [];
  for (const at of zlibPlaces(bytes)) {
    const out = inflated(() => inflateSync(bytes.subarray(at)));
    if (out) found.push(out);
  }
  for (
    let at = bytes.indexOf("PK\u0003\u0004", 0, "latin1");
    at !== -1;
    at = bytes.indexOf("PK\u0003\u0004", at + 4, "latin1")
  ) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const out = inflated(() => inflateRawSync(bytes.subarray(start)));
    if (out) found.push(out);
  }
  return found.flatMap((out) => [out, ...unpacked(out, depth + 1)]);
}

function zlibPlaces(bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(0x78); at !== -1; at = bytes.indexOf(0x78, at + 1)) {
    if ([0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0)) places.push(at);
  }
  return places;
}

function inflated(unpack: () => Buffer): Buffer | null {
  try {
    return unpack();
  } catch {
    return null;
  }
}
