export function box(type: string, ...content: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(content.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

export function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, at * 4);
  return bytes;
}

/** 2026-01-02 in seconds since 1904. */
export const FILMED_AT = 3_850_156_800;

export interface Track {
  readonly handler: string;
  readonly name?: string;
  readonly samples: Buffer;
  readonly width?: number;
  readonly extra?: readonly Buffer[];
  readonly compressor?: string;
  readonly dref?: Buffer;
}

export interface Mp4Given {
  readonly tracks?: readonly Track[];
  /** Further boxes inside `moov`, and after it. */
  readonly movie?: readonly Buffer[];
  readonly after?: readonly Buffer[];
  readonly brand?: string;
  /** Bytes of `mdat` before the samples that nothing uses. */
  readonly gap?: Buffer;
}

export const SAMPLES = Buffer.from("picture samples, many of them: 0123456789".repeat(4));

/** A film whose tracks lie one after the other in `mdat`. */
export function buildMp4(given: Mp4Given = {}): Buffer {
  const tracks = given.tracks ?? [{ handler: "vide", samples: SAMPLES }];
  const gap = given.gap ?? Buffer.alloc(0);
  const ftyp = box("ftyp", given.brand ?? "isom", words(512), "isommp42");
  const moovAt = (start: number) => {
    let at = start;
    const traks = tracks.map((track, index) => {
      const made = trak(track, index + 1, at);
      at += track.samples.length;
      return made;
    });
    return box("moov", mvhd(), ...traks, ...(given.movie ?? []));
  };
  const samplesAt = ftyp.length + moovAt(0).length + 8 + gap.length;
  const mdat = box("mdat", gap, ...tracks.map(({ samples }) => samples));
  return Buffer.concat([ftyp, moovAt(samplesAt), mdat, ...(given.after ?? [])]);
}

function mvhd(): Buffer {
  return box("mvhd", words(0, FILMED_AT, FILMED_AT, 1000, 1000, 0x10000), Buffer.alloc(76));
}

function trak(track: Track, id: number, at: number): Buffer {
  const { handler, name = "", samples, width = 64 } = track;
  const tkhd = box(
    "tkhd",
    words(7, FILMED_AT, FILMED_AT, id, 0, 1000),
    Buffer.alloc(52),
    words(width * 65_536, 48 * 65_536),
  );
  const mdhd = box("mdhd", words(0, FILMED_AT, FILMED_AT, 1000, 1000, 0));
  const hdlr = box("hdlr", words(0, 0), handler, Buffer.alloc(12), `${name}\0`);
  const dref = track.dref ?? box("dref", words(0, 1), box("url ", words(1)));
  const stbl = box(
    "stbl",
    box("stsd", words(0, 1), sampleEntry(handler, track.compressor ?? "")),
    box("stts", words(0, 1, 2, 500)),
    box("stsc", words(0, 1, 1, 2, 1)),
    box("stsz", words(0, 0, 2, samples.length - 3, 3)),
    box("stco", words(0, 1, at)),
  );
  const minf = box("minf", box("dinf", dref), stbl);
  return box("trak", tkhd, box("mdia", mdhd, hdlr, minf), ...(track.extra ?? []));
}

function sampleEntry(handler: string, compressor: string): Buffer {
  if (handler !== "vide") return box("mett", Buffer.alloc(8), "application/x\0");
  const entry = Buffer.alloc(78);
  entry.writeUInt8(compressor.length, 42);
  entry.write(compressor, 43, 31, "latin1");
  return box("avc1", entry);
}
