import type { IncomingMessage } from "node:http";

/**
 * The address a request comes from: the socket's, unless that is a proxy named
 * in TRUSTED_PROXIES; then the nearest address the proxies forward that is not
 * one of them.
 */
export function clientAddress(request: IncomingMessage, trusted: readonly string[]): string {
  const plain = (address: string) => address.replace(/^::ffff:/, "");
  const peer = plain(request.socket.remoteAddress ?? "");
  if (!trusted.includes(peer)) return peer;
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => plain(part.trim()));
  return forwarded.reverse().find((address) => address !== "" && !trusted.includes(address)) ?? peer;
}
