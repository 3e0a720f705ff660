import { deflateSync } from "node:zlib";
import {
  claimedJpeg,
  claimedPng,
  drawn,
  jpegSegment,
  pngChunk,
  webpOf,
  withChunks,
  withSegments,
} from "./build-image.ts";
import type { Row } from "./corpus.ts";

/** Pictures that claim too much, are cut off or lie about themselves. */
export async function imageCases(): Promise<Row[]> {
  const jpg = await drawn(320, 240).jpeg().toBuffer();
  const png = await drawn(320, 240).png().toBuffer();
  const webp = await drawn(320, 240).webp().toBuffer();
  const vp8x = Buffer.from("00000000ff3f00ff3f00", "hex");
  const vp8l = Buffer.concat([Buffer.of(0x2f), Buffer.from("ffffff0f", "hex"), Buffer.alloc(20)]);
  const cut = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
  return [
    ["a PNG of 50,000 by 50,000", "anh.png", "too-many-pixels", claimedPng(50_000, 50_000)],
    ["a PNG of 30,000 by 30,000", "anh.png", "too-many-pixels", claimedPng(30_000, 30_000)],
    [
      "a PNG of 9,000 by 9,000 that packs well",
      "anh.png",
      "too-many-pixels",
      () => claimedPng(9_000, 9_000, deflateSync(Buffer.alloc(9_000 * 27_001))),
    ],
    ["a PNG of the greatest width", "anh.png", "too-many-pixels", claimedPng(2 ** 31 - 1, 1)],
    ["a PNG of the greatest size", "anh.png", "too-many-pixels", claimedPng(2 ** 32 - 1, 2 ** 32 - 1)],
    ["a PNG of one long line", "anh.png", "too-many-pixels", claimedPng(20_001, 1)],
    ["a JPEG of 65,500 by 65,500", "anh.jpg", "too-many-pixels", claimedJpeg(jpg, 65_500, 65_500)],
    ["a JPEG of 65,535 by 1", "anh.jpg", "too-many-pixels", claimedJpeg(jpg, 65_535, 1)],
    ["a JPEG of 19,000 by 19,000", "anh.jpeg", "too-many-pixels", claimedJpeg(jpg, 19_000, 19_000)],
    ["a WebP canvas of 16,384 by 16,384", "anh.webp", "too-many-pixels", webpOf("VP8X", vp8x)],
    ["a lossless WebP of 16,384 by 16,384", "anh.webp", "too-many-pixels", webpOf("VP8L", vp8l)],
    ["a JPEG that claims 7,000 by 7,000 and holds little", "anh.jpg", "ready", claimedJpeg(jpg, 7_000, 7_000)],
    ["a PNG that claims 7,000 by 7,000 and holds little", "anh.png", "broken", claimedPng(7_000, 7_000)],
    ["a JPEG of no height", "anh.jpg", "broken", claimedJpeg(jpg, 320, 0)],
    ["a PNG of no width", "anh.png", "broken", claimedPng(0, 100)],
    ["half a JPEG", "anh.jpg", "broken", cut(jpg, 0.5)],
    ["a tenth of a JPEG", "anh.jpg", "broken", cut(jpg, 0.1)],
    ["the head of a JPEG", "anh.jpg", "broken", jpg.subarray(0, 4)],
    ["half a PNG", "anh.png", "broken", cut(png, 0.5)],
    ["a PNG without its last chunk", "anh.png", "broken", png.subarray(0, png.length - 12)],
    ["the head of a PNG", "anh.png", "broken", png.subarray(0, 8)],
    ["half a WebP", "anh.webp", "broken", cut(webp, 0.5)],
    ["the head of a WebP", "anh.webp", "broken", webp.subarray(0, 12)],
    ["a WebP of an unknown kind", "anh.webp", "broken", webpOf("EVIL", Buffer.alloc(40))],
    ["a WebP of noise", "anh.webp", "broken", webpOf("VP8 ", Buffer.alloc(400, 0x5a))],
    [
      "a JPEG without a frame",
      "anh.jpg",
      "broken",
      Buffer.concat([jpg.subarray(0, 2), jpegSegment(0xda, Buffer.alloc(10)), Buffer.alloc(500)]),
    ],
    ["a JPEG with a segment of no length", "anh.jpg", "broken", withSegments(jpg, Buffer.from("ffe10000", "hex"))],
    ["a JPEG with a segment past the end", "anh.jpg", "broken", Buffer.from("ffd8ffe1ffff0000", "hex")],
    [
      "a JPEG with two frames",
      "anh.jpg",
      "broken",
      withSegments(jpg, jpegSegment(0xc0, Buffer.from("0800f0014003012200021101031101", "hex"))),
    ],
    ["a PNG with a chunk past the end", "anh.png", "broken", withChunks(png, Buffer.from("7fffffff74455874", "hex"))],
    ["a PNG with noise for pixels", "anh.png", "broken", claimedPng(64, 64, Buffer.alloc(300, 0x33))],
    ["a PNG whose header fails its check", "anh.png", "broken", flipped(png, 30)],
    [
      "a PNG whose pixels unpack to far more than it shows",
      "anh.png",
      "ready",
      () => claimedPng(64, 64, deflateSync(Buffer.alloc(60_000_000))),
    ],
    [
      "a PNG with words that unpack to 60 MB",
      "anh.png",
      "ready",
      () =>
        withChunks(
          png,
          pngChunk(
            "zTXt",
            Buffer.concat([Buffer.from("Comment\0\0", "latin1"), deflateSync(Buffer.alloc(60_000_000, 0x41))]),
          ),
        ),
    ],
    [
      "a PNG with a profile that unpacks to 60 MB",
      "anh.png",
      "ready",
      () =>
        withChunks(
          png,
          pngChunk("iCCP", Buffer.concat([Buffer.from("icc\0\0", "latin1"), deflateSync(Buffer.alloc(60_000_000))])),
        ),
    ],
    [
      "a JPEG with EXIF of noise",
      "anh.jpg",
      "ready",
      withSegments(jpg, jpegSegment(0xe1, `Exif\0\0${"\u00ff".repeat(2_000)}`)),
    ],
    [
      "a JPEG whose EXIF points at itself",
      "anh.jpg",
      "ready",
      withSegments(
        jpg,
        jpegSegment(
          0xe1,
          Buffer.concat([
            Buffer.from(
              "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0087i\0\u0004\0\0\0\u0001\0\0\0\u0008\0\0\0\u0008",
              "latin1",
            ),
            Buffer.alloc(20),
          ]),
        ),
      ),
    ],
    [
      "a JPEG with 200 comments",
      "anh.jpg",
      "ready",
      withSegments(jpg, ...Array.from({ length: 200 }, () => jpegSegment(0xfe, "x".repeat(1_000)))),
    ],
  ];
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}
