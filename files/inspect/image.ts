import type { FileType } from "../../app/domain/attachments.ts";
import { ascii } from "./content-type.ts";
import { MAX_PIXELS, MAX_SIDE } from "./limits.ts";
import { demand, RefusedFile } from "./refused.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Reads how large a picture claims to be, from its headers alone, and that it is whole. */
export function inspectImage(bytes: Buffer, type: FileType): void {
  const { width, height } = sizeOf(bytes, type);
  demand(width > 0 && height > 0, "broken");
  demand(width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS, "too-many-pixels");
}

function sizeOf(bytes: Buffer, type: FileType): Size {
  try {
    if (type === "jpg") return jpegSize(bytes);
    return type === "png" ? pngSize(bytes) : webpSize(bytes);
  } catch (error) {
    // Reading past the end of the bytes: a header is cut off.
    throw error instanceof RangeError ? new RefusedFile("broken") : error;
  }
}

/** Walks the segments up to the first scan; the frame header comes before it. */
function jpegSize(bytes: Buffer): Size {
  let size: Size | null = null;
  for (let at = 2; ;) {
    demand(bytes.readUInt8(at) === 0xff, "broken");
    while (bytes.readUInt8(at + 1) === 0xff) at += 1;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xda) break;
    demand(marker !== 0xd9 && marker !== 0xd8, "broken");
    const length = bytes.readUInt16BE(at + 2);
    demand(length >= 2, "broken");
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      demand(size === null, "broken");
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + length;
  }
  if (size === null) throw new RefusedFile("broken");
  return size;
}

/** Walks all chunks: each must lie inside the file, and the last be IEND. */
function pngSize(bytes: Buffer): Size {
  demand(ascii(bytes, 12, 16) === "IHDR" && bytes.readUInt32BE(8) === 13, "broken");
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  for (let at = 8; ;) {
    const name = ascii(bytes, at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    demand(end <= bytes.length && /^[A-Za-z]{4}$/.test(name), "broken");
    if (name === "IEND") return size;
    at = end;
  }
}

function webpSize(bytes: Buffer): Size {
  demand(bytes.readUInt32LE(4) + 8 <= bytes.length + 1, "broken");
  const form = ascii(bytes, 12, 16);
  if (form === "VP8X") return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
  if (form === "VP8 ") return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  demand(form === "VP8L", "broken");
  const packed = bytes.readUInt32LE(21);
  return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
}
