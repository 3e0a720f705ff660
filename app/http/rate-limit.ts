import { createHmac, randomBytes } from "node:crypto";

/** What is limited, per source: a burst, and the time in which one more is allowed. */
const limits = {
  submit: { burst: 10, refillMs: 6_000 },
  lookup: { burst: 30, refillMs: 2_000 },
  "sign-in": { burst: 10, refillMs: 6_000 },
  // Per account, whatever the source: wider than one source's share, so that nobody alone can keep its owner out.
  account: { burst: 60, refillMs: 2_000 },
  search: { burst: 120, refillMs: 250 },
  api: { burst: 300, refillMs: 100 },
  // PDFs cost a tenth of a second each.
  document: { burst: 40, refillMs: 1_500 },
  // Per key, whatever the source: a city sends its people's requests, and polls.
  open311: { burst: 300, refillMs: 200 },
  // In pieces of a file (256 KB): 600 MB at once, then 1.2 MB a second, so that 200 people behind one address can each send a photo.
  upload: { burst: 2_400, refillMs: 200 },
} as const;
export type Limited = keyof typeof limits;

export interface RateLimiter {
  /** Takes one token; 0 when there was one, else the seconds until there is. */
  take(what: Limited, source: string): number;
  /** A keyed hash of an address. The salt lives in memory and changes every day: no address is ever stored. */
  sourceOf(address: string): string;
}

const DAY_MS = 24 * 3600 * 1000;
const MOST = 50_000;
const MOST_SOURCES = 5_000;

/** Token buckets in memory; `off` is for load tests on a loopback address. */
export function makeRateLimiter(enabled: boolean, clock: () => number): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const sources = new Map<string, string>();
  let salt = randomBytes(32);
  let saltedAt = clock();

  return {
    take(what, source) {
      if (!enabled) return 0;
      const { burst, refillMs } = limits[what];
      const now = clock();
      const key = `${what}|${source}`;
      const bucket = buckets.get(key) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, bucket.tokens + Math.max(now - bucket.at, 0) / refillMs);
      buckets.delete(key);
      if (buckets.size >= MOST) buckets.delete(buckets.keys().next().value ?? "");
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
      return tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) * refillMs) / 1000));
    },
    sourceOf(address) {
      if (clock() - saltedAt > DAY_MS) {
        salt = randomBytes(32);
        saltedAt = clock();
        buckets.clear();
        sources.clear();
      }
      const known = sources.get(address);
      if (known !== undefined) return known;
      const source = createHmac("sha256", salt).update(address).digest("base64url");
      if (sources.size >= MOST_SOURCES) sources.clear();
      sources.set(address, source);
      return source;
    },
  };
}
