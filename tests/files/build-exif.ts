export interface ExifGiven {
  readonly orientation?: number;
  readonly latitude?: number;
  readonly longitude?: number;
  /** Goes into maker, model, program, artist, description, copyright and the camera's owner. */
  readonly words?: string;
}

interface Field {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly data: Buffer;
}

/** The content of an EXIF segment, written field by field. */
export function exifOf(given: ExifGiven): Buffer {
  return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiffOf(given)]);
}

/** The same without the name of the segment, as PNG and WebP hold it. */
export function tiffOf({ orientation = 1, latitude, longitude, words }: ExifGiven): Buffer {
  const texts =
    words === undefined ? [] : [0x010e, 0x010f, 0x0110, 0x0131, 0x013b, 0x8298, 0xc62f].map((tag) => text(tag, words));
  const gps =
    latitude === undefined || longitude === undefined
      ? []
      : [
          text(1, latitude < 0 ? "S" : "N"),
          degrees(2, latitude),
          text(3, longitude < 0 ? "W" : "E"),
          degrees(4, longitude),
        ];
  const first = (gpsAt: number) =>
    [
      ...texts,
      { tag: 0x0112, type: 3, count: 1, data: short(orientation) },
      ...(gps.length > 0 ? [{ tag: 0x8825, type: 4, count: 1, data: long(gpsAt) }] : []),
    ].sort((a, b) => a.tag - b.tag);
  const head = Buffer.concat([Buffer.from("II*\0", "latin1"), long(8)]);
  const length = directory(first(0), 8).length;
  return Buffer.concat([
    head,
    directory(first(8 + length), 8),
    gps.length > 0 ? directory(gps, 8 + length) : Buffer.alloc(0),
  ]);
}

function directory(fields: readonly Field[], at: number): Buffer {
  const rows: Buffer[] = [];
  const data: Buffer[] = [];
  let next = at + 2 + fields.length * 12 + 4;
  for (const field of fields) {
    const small = field.data.length <= 4;
    rows.push(
      Buffer.concat([
        short(field.tag),
        short(field.type),
        long(field.count),
        small ? Buffer.concat([field.data, Buffer.alloc(4)]).subarray(0, 4) : long(next),
      ]),
    );
    if (small) continue;
    data.push(field.data);
    next += field.data.length;
  }
  return Buffer.concat([short(fields.length), ...rows, long(0), ...data]);
}

function text(tag: number, value: string): Field {
  const data = Buffer.from(`${value}\0`);
  return { tag, type: 2, count: data.length, data };
}

function degrees(tag: number, value: number): Field {
  const whole = Math.floor(Math.abs(value));
  const minutes = Math.floor((Math.abs(value) - whole) * 60);
  const seconds = Math.round((Math.abs(value) - whole - minutes / 60) * 3_600 * 10_000);
  return { tag, type: 5, count: 3, data: Buffer.concat([whole, 1, minutes, 1, seconds, 10_000].map(long)) };
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
