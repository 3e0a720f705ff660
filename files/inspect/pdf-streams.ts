import { constants, createInflate, inflateSync } from "node:zlib";
import { MAX_PDF_OBJECTS, MAX_STREAM_BYTES, MAX_STREAMS_BYTES } from "./limits.ts";
import { demand } from "./refused.ts";

/** Streams up to this size are unpacked in one go and looked into for a second layer. */
const SMALL_BYTES = 16 * 1024 * 1024;

/**
 * Judges a PDF by its bytes, before a parser sees it: how many objects it
 * names, and how much its compressed streams hold. Whatever a stream is
 * declared to be, bytes that begin like zlib data are unpacked as such.
 */
export async function limitPdfStreams(bytes: Buffer): Promise<void> {
  demand(countOf(bytes, " obj") <= MAX_PDF_OBJECTS, "bomb");
  let total = 0;
  for (let at = bytes.indexOf("stream"); at !== -1;) {
    const end = bytes.indexOf("endstream", at + 6);
    const stop = end === -1 ? bytes.length : end;
    total += await unpackedSize(bytes.subarray(startOfData(bytes, at + 6), stop), 2);
    demand(total <= MAX_STREAMS_BYTES, "bomb");
    at = end === -1 ? -1 : bytes.indexOf("stream", end + 9);
  }
}

/** The same for streams that were taken out of a file. */
export async function limitStreams(streams: Iterable<Uint8Array>): Promise<void> {
  let total = 0;
  for (const stream of streams) {
    total += await unpackedSize(Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength), 2);
    demand(total <= MAX_STREAMS_BYTES, "bomb");
  }
}

function startOfData(bytes: Buffer, after: number): number {
  const crlf = bytes[after] === 0x0d && bytes[after + 1] === 0x0a;
  return crlf ? after + 2 : bytes[after] === 0x0a || bytes[after] === 0x0d ? after + 1 : after;
}

/** How many bytes come out, through up to `layers` layers; refuses as soon as it is too much. */
async function unpackedSize(bytes: Buffer, layers: number): Promise<number> {
  if (layers === 0 || !beginsLikeZlib(bytes)) return 0;
  const small = unpackSmall(bytes);
  if (small !== null) return small.length + (await unpackedSize(small, layers - 1));
  return countUnpacked(bytes);
}

function beginsLikeZlib(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0 && (flags & 0x20) === 0;
}

function unpackSmall(bytes: Buffer): Buffer | null {
  try {
    return inflateSync(bytes, { maxOutputLength: SMALL_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const tooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return tooLarge ? null : Buffer.alloc(0);
  }
}

async function countUnpacked(bytes: Buffer): Promise<number> {
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 1024 * 1024 });
  inflate.end(bytes);
  let size = 0;
  try {
    for await (const chunk of inflate) {
      size += (chunk as Buffer).length;
      if (size > MAX_STREAM_BYTES) break;
    }
  } catch {
    // Data that breaks off counts as far as it went.
  } finally {
    inflate.destroy();
  }
  demand(size <= MAX_STREAM_BYTES, "bomb");
  return size;
}

function countOf(bytes: Buffer, word: string): number {
  let count = 0;
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) count += 1;
  return count;
}
