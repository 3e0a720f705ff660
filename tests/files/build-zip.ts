import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly bytes?: Buffer | string;
  /** 0 stored, 8 deflated; others are claimed only. */
  readonly method?: number;
  readonly flags?: number;
  /** Claimed instead of the real one. */
  readonly size?: number;
  readonly packedSize?: number;
  /** Unix mode in the upper half. */
  readonly attributes?: number;
  /** The name in the entry's own header, when it differs from the directory's. */
  readonly localName?: string;
  /** Points at the bytes of the entry before. */
  readonly overlap?: boolean;
}

/** An archive byte by byte, so that every header can lie. */
export function buildZip(entries: readonly ZipEntry[], comment = ""): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  let before = 0;
  for (const entry of entries) {
    const { method = 8, flags = 0, attributes = 0o100644 << 16 } = entry;
    const plain = Buffer.from(entry.bytes ?? "");
    const packed = method === 8 ? deflateRawSync(plain, { level: 9 }) : plain;
    const name = Buffer.from(entry.name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(entry.packedSize ?? packed.length, 14);
    head.writeUInt32LE(entry.size ?? plain.length, 18);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const local = Buffer.from(head);
    local.writeUInt16LE(localName.length, 22);
    head.writeUInt16LE(name.length, 22);
    const offset = entry.overlap === true ? before : at;
    if (entry.overlap !== true) {
      const whole = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), local, localName, packed]);
      parts.push(whole);
      before = at;
      at += whole.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(attributes >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0003", "latin1"), head, tail, name]));
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, list, end, Buffer.from(comment)]);
}
