import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { type CachedPage, makePage, pickEncoding } from "./page-cache.ts";

/** The closed list of files that are served, by ending. Anything else in the folder is not. */
const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/** Bytes up to which the best compression is quick enough for the first who asks. */
const SMALL = 64 * 1024;

/** A service worker fetches under its own policy, and must not be old. */
const workerHeaders = {
  "Cache-Control": "no-cache",
  "Content-Security-Policy": "default-src 'none'; connect-src 'self'",
};

interface StaticFile {
  /** Its bytes, and each compressed form once somebody has asked for it. */
  readonly page: CachedPage;
  /** Fonts and pictures are compressed already. */
  readonly packed: boolean;
  /** Null where it is kept for good and never asked about again. */
  readonly etag: string | null;
}

/** Reads the built files into memory. They are few and small. */
export function loadStaticFiles(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[path.extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const full = path.join(entry.parentPath, entry.name);
    const url = `/${path.relative(folder, full).split(path.sep).join("/")}`;
    const body = readFileSync(full);
    const forGood = url.startsWith("/assets/") || url.startsWith("/fonts/");
    const headers = {
      "Content-Type": type,
      "Cache-Control": forGood ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      ...(url === "/sw.js" ? workerHeaders : {}),
    };
    files.set(url, {
      page: makePage(200, headers, body, 0, body.length < SMALL ? 11 : 8),
      packed: type === "font/woff2" || type === "image/png",
      etag: forGood ? null : `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    });
  }
  return files;
}

/** Answers with a file; false when there is none of this name. */
export function sendStaticFile(
  files: ReadonlyMap<string, StaticFile>,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const file = files.get(pathname);
  if (!file) return false;
  const { page, packed, etag } = file;
  const encoding = packed ? "identity" : pickEncoding(request.headers["accept-encoding"]);
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  if (etag !== null) response.setHeader("ETag", etag);
  if (!packed) response.setHeader("Vary", "Accept-Encoding");
  if (etag !== null && request.headers["if-none-match"] === etag) {
    response.writeHead(304).end();
    return true;
  }
  const body = page.body(encoding);
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
  response.writeHead(page.status).end(request.method === "HEAD" ? undefined : body);
  return true;
}
