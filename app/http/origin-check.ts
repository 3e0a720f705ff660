import type { IncomingMessage } from "node:http";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The one check against forged requests, before any route: an unsafe method
 * must come from our own pages, or carry a bearer token, which a browser never
 * adds by itself, or be a call of the public API by something that is no browser.
 */
export function isForged(request: IncomingMessage, publicUrl: string): boolean {
  if (safe.has(request.method ?? "GET")) return false;
  const { origin, authorization, "sec-fetch-site": site } = request.headers;
  if (site === "same-origin") return false;
  if (site !== undefined && site !== "none") return true;
  if (origin !== undefined) return origin !== new URL(publicUrl).origin;
  if (authorization?.startsWith("Bearer ")) return false;
  // A browser always says where a request comes from; what says nothing is a program, and these are for programs.
  return !/^\/(api|open311|unsubscribe)\//.test(request.url ?? "");
}
