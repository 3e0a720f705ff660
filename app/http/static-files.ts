import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type Encoding, pickEncoding } from "./page-cache.ts";

/** The closed list of files that are served, by ending. Anything else in the folder is not. */
const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

interface StaticFile {
  readonly bodies: Record<Encoding, Buffer>;
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
}

/** Reads the built files into memory, compressed once. They are few and small. */
export function loadStaticFiles(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[path.extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const full = path.join(entry.parentPath, entry.name);
    const url = `/${path.relative(folder, full).split(path.sep).join("/")}`;
    const body = readFileSync(full);
    const packed = type === "font/woff2" || type === "image/png";
    files.set(url, {
      bodies: {
        identity: body,
        gzip: packed ? body : gzipSync(body, { level: 9 }),
        br: packed ? body : brotliCompressSync(body),
      },
      type,
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
      cache:
        url.startsWith("/assets/") || url.startsWith("/fonts/")
          ? "public, max-age=31536000, immutable"
          : "public, max-age=3600",
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
  const wanted = pickEncoding(request.headers["accept-encoding"]);
  const encoding = file.bodies[wanted] === file.bodies.identity ? "identity" : wanted;
  response.setHeader("Content-Type", file.type);
  response.setHeader("Cache-Control", file.cache);
  response.setHeader("ETag", file.etag);
  response.setHeader("Vary", "Accept-Encoding");
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304).end();
    return true;
  }
  const body = file.bodies[encoding];
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
  response.writeHead(200).end(request.method === "HEAD" ? undefined : body);
  return true;
}
