import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export type Encoding = "identity" | "gzip" | "br";

/** A page as it was sent, with each compressed form made when it is first asked for. */
export interface CachedPage {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly storedAt: number;
  body(encoding: Encoding): Buffer;
  readonly size: number;
}

export interface PageCache {
  get(key: string, version: string, now: number): CachedPage | null;
  put(key: string, version: string, page: CachedPage): void;
  readonly size: number;
}

const MOST_BYTES = 8 * 1024 * 1024;
/** Pages tell dates and counts; a minute is as old as one may be. */
const MAX_AGE_MS = 60_000;

/**
 * Anonymous public pages by language, address and display settings, emptied
 * whenever what the public may read changes. Never asked for a request with a
 * session.
 */
export function makePageCache(): PageCache {
  const pages = new Map<string, CachedPage>();
  let current = "";
  let bytes = 0;
  const drop = (key: string) => {
    const page = pages.get(key);
    if (page) bytes -= page.size;
    pages.delete(key);
  };
  const renew = (version: string) => {
    if (version === current) return;
    pages.clear();
    bytes = 0;
    current = version;
  };

  return {
    get(key, version, now) {
      renew(version);
      const page = pages.get(key);
      if (!page) return null;
      if (now - page.storedAt <= MAX_AGE_MS) return page;
      drop(key);
      return null;
    },
    put(key, version, page) {
      renew(version);
      drop(key);
      pages.set(key, page);
      bytes += page.size;
      for (const oldest of pages.keys()) {
        if (bytes <= MOST_BYTES) break;
        drop(oldest);
      }
    },
    get size() {
      return pages.size;
    },
  };
}

/** Keeps a page; compresses it once per encoding, for all who will read it. */
export function makePage(
  status: number,
  headers: Record<string, string>,
  body: Buffer,
  storedAt: number,
  quality = 9,
): CachedPage {
  const packed = new Map<Encoding, Buffer>([["identity", body]]);
  return {
    status,
    headers,
    storedAt,
    size: body.length * 2,
    body(encoding) {
      const known = packed.get(encoding);
      if (known) return known;
      const made = compress(body, encoding, quality);
      packed.set(encoding, made);
      return made;
    },
  };
}

/** A body in an encoding, at a level that pays for a page that is sent once or a few times. */
export function compress(body: Buffer, encoding: Encoding, quality = 5): Buffer {
  if (encoding === "gzip") return gzipSync(body, { level: 6 });
  if (encoding === "br") return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  return body;
}

/** The encoding to use for a client. */
export function pickEncoding(accept: string | undefined): Encoding {
  if (accept === undefined) return "identity";
  if (/\bbr\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accept)) return "br";
  return /\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accept) ? "gzip" : "identity";
}
