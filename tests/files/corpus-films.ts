import type { Row } from "./corpus.ts";
import { box, buildMp4, SAMPLES, words } from "./build-mp4.ts";

/** Films that lie about their boxes or reach out. */
export function filmCases(): Row[] {
  const whole = buildMp4();
  const ftyp = box("ftyp", "isom", words(512), "isom");
  const text = { handler: "text", samples: SAMPLES };
  const rows: [string, Row[2], Buffer | (() => Buffer)][] = [
    ["a box past the end", "broken", Buffer.concat([ftyp, Buffer.from("7fffffff6d6f6f76", "hex")])],
    ["a box too short for itself", "broken", Buffer.concat([ftyp, Buffer.from("000000076d6f6f76", "hex")])],
    [
      "a box of no length in the middle",
      "broken",
      Buffer.concat([ftyp, Buffer.from("000000006d6f6f7600000000", "hex")]),
    ],
    [
      "a box of a wide length past the end",
      "broken",
      Buffer.concat([ftyp, Buffer.from("000000016d6f6f76ffffffffffffffff", "hex")]),
    ],
    [
      "a box that leaves its holder",
      "broken",
      Buffer.concat([ftyp, box("moov", Buffer.from("000000ff7472616b", "hex"))]),
    ],
    ["no description", "broken", Buffer.concat([ftyp, box("mdat", SAMPLES)])],
    [
      "no samples",
      "broken",
      Buffer.concat([ftyp, whole.subarray(whole.indexOf("moov") - 4, whole.indexOf("mdat") - 4)]),
    ],
    ["two descriptions", "broken", Buffer.concat([whole, box("moov")])],
    ["no picture and no sound", "broken", buildMp4({ tracks: [text] })],
    ["nothing but its head", "broken", ftyp],
    ["half of it missing", "broken", whole.subarray(0, whole.length / 2)],
    ["samples past the end", "broken", lied(whole, "stco", 12, 0x7fffffff)],
    ["samples of 2 GB", "broken", lied(whole, "stsz", 16, 0x7fffffff)],
    ["four billion samples", "broken", lied(whole, "stsz", 12, 0xffffffff)],
    ["four billion chunks", "broken", lied(whole, "stco", 8, 0xffffffff)],
    ["60,000 boxes", "bomb", () => Buffer.concat([whole, ...Array<Buffer>(60_000).fill(box("free"))])],
    ["boxes forty deep", "bomb", deep(40)],
    [
      "samples on the web",
      "external-links",
      buildMp4({ tracks: [{ handler: "vide", samples: SAMPLES, dref: elsewhere() }] }),
    ],
    [
      "a picture of 60,000 by 48",
      "ready",
      buildMp4({ tracks: [{ handler: "vide", samples: SAMPLES, width: 60_000 }] }),
    ],
    [
      "hidden samples between its pieces",
      "embedded-files",
      Buffer.concat([
        buildMp4({ tracks: [{ handler: "vide", samples: SAMPLES }, text] }),
        box("moof", box("mfhd", words(0, 1))),
      ]),
    ],
  ];
  return rows.map(([title, verdict, bytes]): Row => [`a film with ${title}`, "phim.mp4", verdict, bytes]);
}

/** A number changed in the box of a type. */
function lied(film: Buffer, type: string, at: number, value: number): Buffer {
  const copy = Buffer.from(film);
  copy.writeUInt32BE(value, copy.indexOf(type) + 4 + at - 4);
  return copy;
}

function deep(levels: number): Buffer {
  let inner = box("free");
  for (let level = 0; level < levels; level += 1) inner = box("moov", inner);
  return Buffer.concat([box("ftyp", "isom", words(512), "isom"), inner, box("mdat", SAMPLES)]);
}

function elsewhere(): Buffer {
  return box("dref", words(0, 1), box("url ", words(0), "https://evil.example/a.mov\0"));
}
