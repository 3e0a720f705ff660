import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** A page as it was sent: its body plain and compressed. */
export interface CachedPage {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly bodies: { readonly identity: Buffer; readonly gzip: Buffer; readonly br: Buffer };
  readonly storedAt: number;
}

export interface PageCache {
  get(key: string, version: string, now: number): CachedPage | null;
  put(key: string, version: string, page: CachedPage): void;
  readonly size: number;
}

const MOST_BYTES = 24 * 1024 * 1024;
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
    if (page) bytes -= weight(page);
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
      bytes += weight(page);
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

function weight({ bodies }: CachedPage): number {
  return bodies.identity.length + bodies.gzip.length + bodies.br.length;
}

/** Compresses a page once, for all who will read it. */
export function compressPage(status: number, headers: Record<string, string>, body: Buffer, storedAt: number): CachedPage {
  const br = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return { status, headers, bodies: { identity: body, gzip: gzipSync(body, { level: 6 }), br }, storedAt };
}

export type Encoding = keyof CachedPage["bodies"];

/** The encoding to use for a client. */
export function pickEncoding(accept: string | undefined): Encoding {
  if (accept === undefined) return "identity";
  if (/\bbr\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accept)) return "br";
  return /\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accept) ? "gzip" : "identity";
}
