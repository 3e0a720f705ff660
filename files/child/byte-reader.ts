import type { Readable } from "node:stream";

export interface ByteReader {
  /** Exactly so many bytes, or null when the stream ends before. */
  take(length: number): Promise<Buffer | null>;
  /** What is left, as it comes. */
  rest(): AsyncGenerator<Buffer, void, undefined>;
  /** Bytes given out so far. */
  taken(): number;
}

/**
 * Reads a stream of bytes in parts of known length, holding no more than is
 * asked for. A stream that breaks off ends; whoever reads knows how much to expect.
 */
export function byteReader(stream: Readable): ByteReader {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let taken = 0;
  const more = async (): Promise<boolean> => {
    const { done, value } = await chunks.next().catch(() => ({ done: true, value: undefined }) as const);
    if (done !== true) held = held.length === 0 ? value : Buffer.concat([held, value]);
    return done !== true;
  };
  const give = (length: number): Buffer => {
    const given = held.subarray(0, length);
    held = held.subarray(length);
    taken += given.length;
    return given;
  };
  return {
    async take(length) {
      while (held.length < length) if (!(await more())) return null;
      return give(length);
    },
    async *rest() {
      do {
        if (held.length > 0) yield give(held.length);
      } while (await more());
    },
    taken: () => taken,
  };
}
