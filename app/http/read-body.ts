import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { MAX_FILE_BYTES, MAX_FILES } from "../domain/attachments.ts";

/** The most that a form without files or an API call may weigh. */
export const MAX_BODY = 512 * 1024;
/** The most that a form with files may weigh: all that one submission may have, and its text. */
export const MAX_FILES_BODY = MAX_FILES * MAX_FILE_BYTES + 4 * MAX_BODY;

/** The time in which a small body has to be here: 4 KB a second for a piece of a file. */
const SMALL_BODY_MS = 60_000;
/** A large body may take long, but never stand still: this much in each of these spans, half a kilobyte a second. */
const PACE_BYTES = 15_000;
const PACE_MS = 30_000;

/** The whole body, or null when it is larger than `MAX_BODY`: told by its header or found while reading. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY) return null;
  const patience = setTimeout(() => request.destroy(), SMALL_BODY_MS);
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request) {
      const bytes: Buffer = chunk;
      size += bytes.length;
      if (size > MAX_BODY) return null;
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(patience);
  }
}

/**
 * A body as it comes in, for forms with files: nothing is held. It breaks off
 * when it is larger than `MAX_FILES_BODY` or comes in too slowly.
 */
export function streamBody(request: IncomingMessage): ReadableStream<Uint8Array> | null {
  if (Number(request.headers["content-length"] ?? 0) > MAX_FILES_BODY) return null;
  return Readable.toWeb(Readable.from(paced(request), { objectMode: false })) as ReadableStream<Uint8Array>;
}

async function* paced(request: IncomingMessage): AsyncGenerator<Buffer> {
  let size = 0;
  let sizeBefore = 0;
  const pace = setInterval(() => {
    if (size - sizeBefore < PACE_BYTES) request.destroy(new Error("too slow"));
    sizeBefore = size;
  }, PACE_MS);
  try {
    for await (const chunk of request) {
      const bytes: Buffer = chunk;
      size += bytes.length;
      if (size > MAX_FILES_BODY) throw new Error("too large");
      yield bytes;
    }
  } finally {
    clearInterval(pace);
  }
}

/** The pages that take forms with files. */
const TAKES_FILES =
  /^\/(vi|en)\/(submit\/[a-z]+(\/files)?|submit\/barrier\/table|track)$|^\/office\/cases\/[\w-]+$|^\/api\/v1\/cases$/;

/** True for a form with files on its way to a page that takes them: it is streamed, not read first. */
export function bringsFiles(request: IncomingMessage, pathname: string): boolean {
  const form = /^multipart\/form-data\b/i.test(request.headers["content-type"] ?? "");
  return form && request.method === "POST" && TAKES_FILES.test(pathname);
}
