import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { readCaseCode } from "./app/domain/case-code.ts";
import { clientAddress } from "./app/http/client-address.ts";
import { langContext, nonceContext, portalContext, type Portal, sourceContext } from "./app/http/context.ts";
import { readCookie } from "./app/http/cookies.ts";
import { DISPLAY_COOKIE, readDisplay, writeDisplay } from "./app/http/display.ts";
import { isForged } from "./app/http/origin-check.ts";
import { type CachedPage, compress, makePage, makePageCache, pickEncoding } from "./app/http/page-cache.ts";
import { bringsFiles, readBody, streamBody } from "./app/http/read-body.ts";
import { pickLanguage } from "./app/http/language.ts";
import { describeError } from "./app/http/perform.ts";
import { plainPage } from "./app/http/plain-page.ts";
import { fileHeaders, securityHeaders } from "./app/http/security-headers.ts";
import { loadStaticFiles, sendStaticFile } from "./app/http/static-files.ts";
import type { Store } from "./db/store.server.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Serves the portal over HTTP. Before any route: time limits, known host, known
 * method, the check against forged requests, built files, the cache of public
 * pages, the size of the body. On every response: the security headers.
 */
export function createPortalServer(portal: Portal, build: ServerBuild, clientFolder: string): Server {
  const { env, store, clock, limiter, log } = portal;
  const handle = createRequestHandler(build, "production");
  const files = loadStaticFiles(clientFolder);
  const cache = makePageCache();
  const https = env.PUBLIC_URL.startsWith("https:");
  const publicHost = new URL(env.PUBLIC_URL).host;
  const publicHeaders = Object.entries(securityHeaders({ nonce: null, https }));
  const builtHeaders = Object.entries(fileHeaders(https));

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = request.url ?? "/";
    const [pathname = "/"] = target.split("?");
    for (const [name, value] of files.has(pathname) ? builtHeaders : publicHeaders) response.setHeader(name, value);
    const language = pickLanguage(pathname, request.headers);
    const refuse = (status: number, headers: Record<string, string> = {}) =>
      sendPlain(response, pathname, status, language, headers);

    if (!METHODS.has(request.method ?? "")) return refuse(405, { Allow: [...METHODS].join(", ") });
    if (!isKnownHost(request.headers.host, publicHost, env.HOST)) return refuse(421);
    if (!isReadable(pathname)) return refuse(400);
    if (isForged(request, env.PUBLIC_URL)) return refuse(403);
    const reading = request.method === "GET" || request.method === "HEAD";
    if (reading && sendStaticFile(files, pathname, request, response)) return;

    const key = reading ? cacheKey(target, pathname, request, store) : null;
    const version = store.publicVersion();
    const cached = key === null ? null : cache.get(key, version, Date.now());
    if (cached) return sendPage(request, response, cached);

    const streaming = bringsFiles(request, pathname);
    const body = reading ? null : streaming ? streamBody(request) : await readBody(request);
    if (!reading && body === null) return refuse(413, { Connection: "close" });

    const office = pathname.startsWith("/office");
    const nonce = office ? randomBytes(16).toString("base64") : null;
    if (nonce)
      for (const [name, value] of Object.entries(securityHeaders({ nonce, https }))) response.setHeader(name, value);

    const context = new RouterContextProvider();
    context.set(portalContext, portal);
    context.set(langContext, language);
    context.set(nonceContext, nonce ?? "");
    context.set(sourceContext, limiter.sourceOf(clientAddress(request, env.TRUSTED_PROXIES)));

    const result = await handle(toWebRequest(request, env.PUBLIC_URL, body), context);
    // What nobody has read of a form with files is not waited for.
    if (streaming && !request.readableEnded) response.setHeader("Connection", "close");
    if (isStream(result)) return sendStream(request, response, result);
    const bytes = Buffer.from(await result.arrayBuffer());
    const cacheable = key !== null && result.status === 200 && isShareable(result.headers);
    if (!cacheable) return sendResponse(request, response, result, bytes);
    const headers = { etag: weakTag(bytes), ...plainHeaders(result.headers) };
    const page = makePage(result.status, headers, bytes, Date.now());
    cache.put(key, version, page);
    sendPage(request, response, page);
  };

  const server = createServer(
    {
      keepAliveTimeout: 10_000,
      headersTimeout: 10_000,
      // Bodies have limits of their own (read-body.ts): a form with files may take long on a weak line.
      requestTimeout: 2 * 3_600_000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      const started = clock().getTime();
      response.once("finish", () => {
        log.info(
          { method: request.method ?? "", status: response.statusCode, ms: clock().getTime() - started },
          "request",
        );
      });
      answer(request, response).catch((error: unknown) => {
        log.error(describeError(error), "request failed");
        if (response.headersSent) response.destroy();
        else sendPlain(response, request.url ?? "/", 503, "vi", { "Retry-After": "10" });
      });
    },
  );
  server.maxConnections = 5_000;
  return server;
}

const SHARED_PAGES =
  /^\/(vi|en)(\/(cases(?:\.atom|\.json)?|statistics|barriers|initiatives|help|privacy|accessibility|sitemap|ledger|api)(\/|$)|\/?$)/;

const CASE_PAGE = /^\/(?:vi|en)\/cases\/([^/]+)$/;

/** The key under which a page may be kept, or null: only public pages, and only for readers without a session. */
function cacheKey(target: string, pathname: string, request: IncomingMessage, store: Store): string | null {
  if (!SHARED_PAGES.test(pathname)) return null;
  if (pathname.endsWith(".data") || target.length > 1_000) return null;
  const { cookie } = request.headers;
  const display = readCookie(cookie, DISPLAY_COOKIE) === null ? "" : writeDisplay(readDisplay(cookie));
  const code = CASE_PAGE.exec(pathname)?.[1];
  const voices = code === undefined ? "" : store.voicesVersion(readCaseCode(code) ?? "");
  return `${display} ${voices} ${target}`;
}

/** What a shared page is known by to caches that ask whether it has changed; weak, for it is sent in several encodings. */
function weakTag(bytes: Buffer): string {
  return `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
}

function isShareable(headers: Headers): boolean {
  return (headers.get("Cache-Control") ?? "").startsWith("public") && !headers.has("Set-Cookie");
}

/** A file on its way out, whose bytes are compressed already, or news as they happen. */
function isStream(result: Response): boolean {
  const { headers } = result;
  const isFile = (headers.get("Content-Disposition") ?? "").startsWith("attachment");
  return result.body !== null && (isFile || headers.get("Content-Type") === "text/event-stream");
}

async function sendStream(request: IncomingMessage, response: ServerResponse, result: Response): Promise<void> {
  const length = result.headers.get("Content-Length");
  response.writeHead(result.status, {
    "Cache-Control": "no-store",
    ...plainHeaders(result.headers),
    ...(length === null ? {} : { "Content-Length": length }),
  });
  if (request.method === "HEAD") {
    await result.body?.cancel();
    response.end();
    return;
  }
  // A reader that goes away ends the stream.
  await pipeline(Readable.fromWeb(result.body as NodeStream<Uint8Array>), response);
}

function toWebRequest(
  request: IncomingMessage,
  publicUrl: string,
  body: Buffer | ReadableStream<Uint8Array> | null,
): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  // A HEAD is answered as the GET would be, and its body left out when it is sent.
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
  const init = { method, headers, body: body instanceof Uint8Array ? new Uint8Array(body) : body, duplex: "half" };
  return new Request(new URL(request.url ?? "/", publicUrl), init);
}

/** False for a path whose percent signs spell no text. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** Loopback names are always known, so that the portal can be tried and probed on its own machine. */
function isKnownHost(host: string | undefined, publicHost: string, bound: string): boolean {
  if (host === undefined) return false;
  const name = host.replace(/:\d+$/, "");
  return host === publicHost || name === bound || ["localhost", "127.0.0.1", "[::1]"].includes(name);
}

function sendPage(request: IncomingMessage, response: ServerResponse, page: CachedPage): void {
  const shared = { ...page.headers, Vary: "Accept-Encoding, Cookie" };
  if (isKnown(request, page.headers.etag)) {
    response.writeHead(304, shared).end();
    return;
  }
  const encoding = pickEncoding(request.headers["accept-encoding"]);
  const body = page.body(encoding);
  const headers: Record<string, string | number> = {
    ...shared,
    "Content-Length": body.length,
  };
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  response.writeHead(page.status, headers).end(request.method === "HEAD" ? undefined : body);
}

/** The reader has this very version already. */
function isKnown(request: IncomingMessage, etag: string | undefined): boolean {
  const known = request.headers["if-none-match"]?.split(",") ?? [];
  return etag !== undefined && known.some((tag) => tag.trim() === etag);
}

/** Anything that is not a shared page: never stored by anyone unless its route says otherwise. */
function sendResponse(request: IncomingMessage, response: ServerResponse, result: Response, bytes: Buffer): void {
  const cookies = result.headers.getSetCookie();
  const headers: Record<string, string> = { "Cache-Control": "no-store", ...plainHeaders(result.headers) };
  const compressible =
    bytes.length > 1_024 && /^(text|application)\//.test(headers["Content-Type"] ?? headers["content-type"] ?? "");
  const wanted = compressible ? pickEncoding(request.headers["accept-encoding"]) : "identity";
  const body = compress(bytes, wanted);
  if (wanted !== "identity") headers["Content-Encoding"] = wanted;
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  response.setHeader("Vary", "Accept-Encoding, Cookie");
  if (result.status !== 204) response.setHeader("Content-Length", body.length);
  response.writeHead(result.status, headers).end(request.method === "HEAD" ? undefined : body);
}

function plainHeaders(headers: Headers): Record<string, string> {
  const names: Record<string, string> = { "cache-control": "Cache-Control" };
  return Object.fromEntries(
    [...headers]
      .filter(([name]) => name !== "set-cookie" && name !== "content-length")
      .map(([name, value]) => [names[name] ?? name, value]),
  );
}

function sendPlain(
  response: ServerResponse,
  pathname: string,
  status: number,
  language: "vi" | "en",
  headers: Record<string, string>,
): void {
  const { type, body } = plainPage(status, language, pathname);
  response
    .writeHead(status, {
      "Content-Type": type,
      "Cache-Control": "no-store",
      "Content-Length": Buffer.byteLength(body),
      ...headers,
    })
    .end(body);
}
