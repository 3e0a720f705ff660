import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** A JPEG segment. */
export function jpegSegment(marker: number, content: Buffer | string): Buffer {
  const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  const head = Buffer.alloc(4);
  head.writeUInt8(0xff, 0);
  head.writeUInt8(marker, 1);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** Puts segments right after the start of a picture. */
export function withSegments(jpeg: Buffer, ...segments: Buffer[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

export function pngChunk(name: string, content: Buffer | string = ""): Buffer {
  const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  const body = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(bytes.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** Puts chunks right after the header of a picture. */
export function withChunks(png: Buffer, ...chunks: Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
}

/** A PNG that claims a size; its data is what is given. */
export function claimedPng(width: number, height: number, data: Buffer = deflateSync(Buffer.alloc(64))): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, pngChunk("IHDR", header), pngChunk("IDAT", data), pngChunk("IEND")]);
}

/** A JPEG whose frame header claims a size. */
export function claimedJpeg(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = copy.indexOf(Buffer.of(0xff, 0xc0));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

/** A WebP container of one chunk. */
export function webpOf(form: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const body = Buffer.concat([Buffer.from(`WEBP${form}`, "latin1"), size, content]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from("RIFF"), length, body]);
}

/** A picture with soft colours, so that it compresses like a photo. */
export function drawn(width = 64, height = 48) {
  const raw = Buffer.alloc(width * height * 3);
  for (let at = 0; at < raw.length; at += 1) raw[at] = (at * 7 + Math.floor(at / (width * 3)) * 3) & 0xff;
  return sharp(raw, { raw: { width, height, channels: 3 } });
}
