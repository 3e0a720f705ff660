import { createHmac, randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { makeSpentWork, type SpentWork } from "./proof-of-work.ts";

/** What is limited, per source: a burst, and the time in which one more is allowed. */
const limits = {
  // Cases sent without proof of work: five at once, then four a minute.
  submit: { burst: 5, refillMs: 15_000 },
  // Cases sent with it: 200 people behind one address are let through at once; far beyond, a person looks first.
  worked: { burst: 400, refillMs: 3_000 },
  // All cases of the portal: how much of it is used says how hard the work is. Nobody is refused for it.
  everyone: { burst: 600, refillMs: 100 },
  // While many send, all cases without work share this.
  "slow-lane": { burst: 120, refillMs: 2_000 },
  // Tables of up to 200 cases filed in one press: three at once, then one in two minutes.
  table: { burst: 3, refillMs: 120_000 },
  // One page of a form kept in the draft.
  step: { burst: 900, refillMs: 50 },
  lookup: { burst: 30, refillMs: 2_000 },
  "sign-in": { burst: 10, refillMs: 6_000 },
  // Per account, whatever the source: wider than one source's share, so that nobody alone can keep its owner out.
  account: { burst: 60, refillMs: 2_000 },
  search: { burst: 120, refillMs: 250 },
  api: { burst: 300, refillMs: 100 },
  // Files of open data, which may be large.
  "open-data": { burst: 60, refillMs: 2_000 },
  // Files of the public log, each small: whoever checks all of it fetches thousands.
  ledger: { burst: 2_000, refillMs: 20 },
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
  /** How much of a bucket is used: 0 when it is full of tokens, 1 when it has none. */
  load(what: Limited, source: string): number;
  /** A keyed hash of an address, an IPv6 one by its network of 64 bits. The salt lives in memory and changes every day: no address is ever stored. */
  sourceOf(address: string): string;
  /** Which proofs of work were used. */
  readonly spentWork: SpentWork;
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
  const tokensIn = (what: Limited, key: string, now: number): number => {
    const { burst, refillMs } = limits[what];
    const bucket = buckets.get(key);
    return bucket ? Math.min(burst, bucket.tokens + Math.max(now - bucket.at, 0) / refillMs) : burst;
  };

  return {
    spentWork: makeSpentWork(),
    take(what, source) {
      if (!enabled) return 0;
      const { refillMs } = limits[what];
      const now = clock();
      const key = `${what}|${source}`;
      const tokens = tokensIn(what, key, now);
      buckets.delete(key);
      if (buckets.size >= MOST) buckets.delete(buckets.keys().next().value ?? "");
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
      return tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) * refillMs) / 1000));
    },
    load(what, source) {
      return enabled ? 1 - tokensIn(what, `${what}|${source}`, clock()) / limits[what].burst : 0;
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
      const source = createHmac("sha256", salt).update(networkOf(address)).digest("base64url");
      if (sources.size >= MOST_SOURCES) sources.clear();
      sources.set(address, source);
      return source;
    },
  };
}

/**
 * What counts as one source: an IPv4 address, or the first 64 bits of an IPv6
 * address, because one household or phone has all the others behind them.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const plain = address.replace(/%.*$/, "").toLowerCase();
  const [head = "", tail] = plain.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const between =
    tail === undefined ? [] : Array.from({ length: Math.max(8 - before.length - after.length, 0) }, () => "0");
  const groups = [...before, ...between, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(":")}::/64`;
}
