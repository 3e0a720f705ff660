import sharp from "sharp";
import { inspectImage } from "../inspect/image.ts";
import { signatureOf } from "../inspect/content-type.ts";
import { MAX_PIXELS } from "../inspect/limits.ts";
import { demand, RefusedFile } from "../inspect/refused.ts";

/** Chunks of a PNG that say how it looks. */
const SHOWN_CHUNKS = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"]);

/**
 * A picture inside a document without its metadata. Photos and PNG keep every
 * pixel as it was; of other formats a picture is drawn anew.
 */
export async function stripPicture(bytes: Buffer): Promise<Buffer> {
  const signature = signatureOf(bytes);
  if (signature === "jpg" || signature === "png") {
    inspectImage(bytes, signature);
    return signature === "jpg" ? stripJpeg(bytes) : stripPng(bytes);
  }
  const head = bytes.toString("latin1", 0, 4);
  if (head.startsWith("GIF8")) return redraw(bytes, "gif");
  if (head === "II*\u0000" || head === "MM\u0000*") return redraw(bytes, "tiff");
  // A bitmap has no room for words.
  demand(head.startsWith("BM"), "embedded-files");
  return bytes;
}

/** Leaves out every application segment and comment but those that say how the colours are stored, and what follows the end. */
export function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length;) {
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    demand(bytes[at] === 0xff && marker >= 0xc0, "broken");
    if (marker === 0xd9) break;
    const end = marker === 0xda ? endOfScan(bytes, at) : at + 2 + bytes.readUInt16BE(at + 2);
    demand(end <= bytes.length, "broken");
    const describes = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (!describes) kept.push(marker === 0xe0 ? plainJfif(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, Buffer.of(0xff, 0xd9)]);
}

/** The JFIF header without its thumbnail; a JFXX one is a thumbnail only. */
function plainJfif(segment: Buffer): Buffer {
  if (segment.toString("latin1", 4, 8) !== "JFIF" || segment.length < 18) return Buffer.alloc(0);
  const plain = Buffer.from(segment.subarray(0, 18));
  plain.writeUInt16BE(16, 2);
  plain.fill(0, 16, 18);
  return plain;
}

/** The place of the marker that ends the scan beginning at `at`. */
function endOfScan(bytes: Buffer, at: number): number {
  let from = at + 2 + bytes.readUInt16BE(at + 2);
  for (;;) {
    from = bytes.indexOf(0xff, from);
    if (from === -1 || from + 1 >= bytes.length) return bytes.length;
    const next = bytes[from + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return from;
    from += next === 0xff ? 1 : 2;
  }
}

function stripPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (SHOWN_CHUNKS.has(name)) kept.push(bytes.subarray(at, end));
    if (name === "IEND") break;
    at = end;
  }
  return Buffer.concat(kept);
}

async function redraw(bytes: Buffer, format: "gif" | "tiff"): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" });
    return await (format === "gif" ? picture.gif() : picture.tiff({ compression: "lzw" })).toBuffer();
  } catch {
    throw new RefusedFile("broken");
  }
}
