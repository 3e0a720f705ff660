import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { LookupFunction } from "node:net";
import type { DeliveryFailure } from "../../db/deliveries.ts";
import { addressOf, type Resolve, type Resolved } from "./outward-address.ts";

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Outward {
  /** Origins that may be reached though they are not https to the public internet. */
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const GONE = 410;

/**
 * Sends a body to a connected system. Null when it was taken (2xx); else why
 * not, as a code. Follows no redirect and reads nothing of what is answered:
 * what the other side says never enters the portal.
 */
export async function postToSystem(post: Post, outward: Outward): Promise<DeliveryFailure | null> {
  try {
    const url = new URL(post.url);
    const address = await addressOf(url, outward.allowed, outward.resolve);
    if (!address) return { code: "ADDRESS", gone: false };
    const status = await statusOf(url, address, post, outward.timeoutMs ?? TIMEOUT_MS);
    if (status >= 200 && status < 300) return null;
    return { code: status >= 300 && status < 400 ? "REDIRECT" : `HTTP_${status}`, gone: status === GONE };
  } catch (error) {
    return { code: codeOf(error), gone: false };
  }
}

function statusOf(url: URL, address: Resolved, { headers, body }: Post, timeoutMs: number): Promise<number> {
  const send = url.protocol === "https:" ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: "POST",
        agent: false,
        lookup: pinnedTo(address),
        headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        // What comes after the status is nobody's news.
        response.on("error", () => {});
        response.destroy();
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** A lookup that knows one answer: the address that was found good. */
function pinnedTo({ address, family }: Resolved): LookupFunction {
  return (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}

/** `ECONNREFUSED`, `TIMEOUT` and the like; never the words of an error, which may hold an address. */
function codeOf(error: unknown): string {
  if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError")) return "TIMEOUT";
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : "FAILED";
}
