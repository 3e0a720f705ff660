import { deflateSync } from "node:zlib";
import { CANARY } from "./canary.ts";
import { drawn, jpegSegment, pngChunk, withChunks, withSegments } from "./build-image.ts";
import { exifOf, tiffOf } from "./build-exif.ts";
import { box, buildMp4, SAMPLES, words } from "./build-mp4.ts";

export type Telling = readonly [title: string, name: string, bytes: () => Buffer | Promise<Buffer>];

export const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${CANARY}</dc:creator></x:xmpmeta>`;
const EXIF = exifOf({ words: CANARY, latitude: 10.5, longitude: 106.5 });
/** Photoshop's block of IPTC: by-line, city, caption. */
const IPTC = Buffer.concat([
  Buffer.from("Photoshop 3.0\u00008BIM\u0004\u0004\0\0\0\0\0", "latin1"),
  Buffer.of(5 + CANARY.length),
  Buffer.from("1c0250", "hex"),
  Buffer.of(0, CANARY.length),
  Buffer.from(CANARY),
]);

const jpeg = async (...segments: Buffer[]) => withSegments(await drawn().jpeg().toBuffer(), ...segments);
const png = async (...chunks: Buffer[]) => withChunks(await drawn().png().toBuffer(), ...chunks);

/** A photo as a phone writes it, with everything that can tell. */
export function tellingPhoto(): Promise<Buffer> {
  return jpeg(
    jpegSegment(0xe1, EXIF),
    jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0${XMP}`),
    jpegSegment(0xed, IPTC),
    jpegSegment(0xfe, CANARY),
  );
}

/** A WebP container with further chunks. */
async function webp(...chunks: Buffer[]): Promise<Buffer> {
  const plain = (await drawn().webp().toBuffer()).subarray(12);
  const canvas = Buffer.from("2c0000003f00002f0000", "hex");
  const body = Buffer.concat([Buffer.from("WEBP"), chunk("VP8X", canvas), plain, ...chunks]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from("RIFF"), size, body]);
}

function chunk(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name, "latin1"), size, content, Buffer.alloc(content.length % 2)]);
}

/** Pictures and films that tell who made them, where and with what. */
export const tellingPictures: readonly Telling[] = [
  ["EXIF of a photo", "a.jpg", () => jpeg(jpegSegment(0xe1, EXIF))],
  ["XMP of a photo", "a.jpg", () => jpeg(jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0${XMP}`))],
  [
    "longer XMP of a photo",
    "a.jpg",
    () => jpeg(jpegSegment(0xe1, `http://ns.adobe.com/xmp/extension/\0${"0".repeat(40)}${XMP}`)),
  ],
  ["IPTC of a photo", "a.jpg", () => jpeg(jpegSegment(0xed, IPTC))],
  ["a photo's comment", "a.jpg", () => jpeg(jpegSegment(0xfe, CANARY))],
  ["a photo's comment in UTF-16", "a.jpg", () => jpeg(jpegSegment(0xfe, Buffer.from(CANARY, "utf16le")))],
  ["a colour profile's words", "a.jpg", () => jpeg(jpegSegment(0xe2, `ICC_PROFILE\0\u0001\u0001${CANARY}`))],
  ["a maker's own segment", "a.jpg", () => jpeg(jpegSegment(0xe5, CANARY), jpegSegment(0xeb, CANARY))],
  ["what is glued to a photo", "a.jpg", async () => Buffer.concat([await jpeg(), Buffer.from(CANARY)])],
  ["a photo with everything", "a.jpg", tellingPhoto],
  ["words of a PNG", "a.png", () => png(pngChunk("tEXt", `Author\0${CANARY}`))],
  [
    "packed words of a PNG",
    "a.png",
    () => png(pngChunk("zTXt", Buffer.concat([Buffer.from("Author\0\0", "latin1"), deflateSync(CANARY)]))),
  ],
  ["international words of a PNG", "a.png", () => png(pngChunk("iTXt", `XML:com.adobe.xmp\0\0\0\0\0${XMP}`))],
  ["EXIF of a PNG", "a.png", () => png(pngChunk("eXIf", tiffOf({ words: CANARY })))],
  ["a private chunk of a PNG", "a.png", () => png(pngChunk("prVt", CANARY))],
  ["what is glued to a PNG", "a.png", async () => Buffer.concat([await png(), Buffer.from(CANARY)])],
  ["EXIF of a WebP", "a.webp", () => webp(chunk("EXIF", tiffOf({ words: CANARY })))],
  ["XMP of a WebP", "a.webp", () => webp(chunk("XMP ", Buffer.from(XMP)))],
  ["a private chunk of a WebP", "a.webp", () => webp(chunk("PRVT", Buffer.from(CANARY)))],
  [
    "user data of a film",
    "a.mp4",
    () =>
      buildMp4({
        movie: [box("udta", box("©xyz", `\u0000\u0012\u0015\u00c7+10.5000+106.5000/`), box("©aut", CANARY))],
      }),
  ],
  [
    "tags of a film",
    "a.mp4",
    () => buildMp4({ movie: [box("meta", words(0), box("ilst", box("©ART", box("data", words(1, 0), CANARY))))] }),
  ],
  [
    "user data of a film's track",
    "a.mp4",
    () =>
      buildMp4({
        tracks: [{ handler: "vide", samples: SAMPLES, extra: [box("udta", box("name", CANARY)), box("meta", CANARY)] }],
      }),
  ],
  [
    "XMP of a film",
    "a.mp4",
    () => buildMp4({ after: [box("uuid", Buffer.from("be7acfcb97a942e89c71999491e3afac", "hex"), XMP)] }),
  ],
  [
    "free space of a film",
    "a.mp4",
    () => buildMp4({ movie: [box("free", CANARY)], after: [box("skip", CANARY), box("XYZW", CANARY)] }),
  ],
  [
    "the name of a film's handler",
    "a.mp4",
    () => buildMp4({ tracks: [{ handler: "vide", samples: SAMPLES, name: CANARY }] }),
  ],
  [
    "the name of a film's program",
    "a.mp4",
    () => buildMp4({ tracks: [{ handler: "vide", samples: SAMPLES, compressor: CANARY }] }),
  ],
  [
    "a film's track of positions",
    "a.mp4",
    () =>
      buildMp4({
        tracks: [
          { handler: "vide", samples: SAMPLES },
          { handler: "meta", samples: Buffer.from(`GPS ${CANARY}`), name: CANARY },
        ],
      }),
  ],
  [
    "a film's subtitles",
    "a.mp4",
    () =>
      buildMp4({
        tracks: [
          { handler: "vide", samples: SAMPLES },
          { handler: "text", samples: Buffer.from(CANARY.repeat(5)) },
        ],
      }),
  ],
  ["bytes between a film's samples", "a.mp4", () => buildMp4({ gap: Buffer.from(CANARY) })],
  ["a second store of a film's samples", "a.mp4", () => buildMp4({ after: [box("mdat", CANARY)] })],
];
