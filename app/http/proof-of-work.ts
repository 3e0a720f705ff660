import { createHash, randomBytes } from "node:crypto";
import type { Keyring } from "../../db/keyring.server.ts";
import { sameText } from "./form-session.ts";

/**
 * Proof of work: before it is sent, a page with scripts finds small numbers
 * whose hashes begin with zero bits. A person does not notice; a machine that
 * sends thousands pays for each. `public/work.js` does the work.
 *
 * A challenge is `<end>.<bits>.<nonce>.<mac>`: the moment at which it ends and
 * the nonce in base 36, the bits in decimal, and a keyed hash over these and
 * over whom it was given to. Nothing is stored until it is spent.
 */
export const PARTS = 16;
const MINUTES = 10;
/** Expected hashes are `PARTS << bits`: 4,096 when it is calm, 32,768 at the most, half a second on a phone six times slower than a server. */
export const CALM_BITS = 8;
export const MOST_BITS = 11;

/** What was brought along: good work, none that counts, or work that was used before. */
export type Work = "done" | "none" | "spent";

/** A challenge for a form session, or for a source where there is no session yet. */
export function makeChallenge(keys: Keyring, holder: string, bits: number, now: Date): string {
  const end = (now.getTime() + MINUTES * 60_000).toString(36);
  const body = `${end}.${bits}.${randomBytes(8).toString("hex")}`;
  return `${body}.${macOf(keys, body, holder)}`;
}

/** The memory of spent challenges: each lets one submission through, however often that one is sent. */
export interface SpentWork {
  /** True unless another submission has spent this challenge. `key` names the submission. */
  spend(mac: string, key: string, end: number, now: number): boolean;
}

const MOST_SPENT = 200_000;

export function makeSpentWork(): SpentWork {
  const spent = new Map<string, { key: string; end: number }>();
  return {
    spend(mac, key, end, now) {
      for (const [oldest, { end: ended }] of spent) {
        if (ended > now && spent.size < MOST_SPENT) break;
        spent.delete(oldest);
      }
      const before = spent.get(mac);
      if (before) return before.key === key;
      spent.set(mac, { key, end });
      return true;
    },
  };
}

/** A submission with what it brought as `challenge:solution`. */
export interface Bringing {
  readonly brought: string;
  /** Whom the challenge may have been given to: the form session, or the source. */
  readonly holders: readonly string[];
  /** The submission's idempotency key. */
  readonly key: string;
}

/** Checks work and spends it. Work that is late, wrong or another's counts as none. */
export function checkWork(keys: Keyring, memory: SpentWork, { brought, holders, key }: Bringing, now: Date): Work {
  if (brought.length > 400) return "none";
  const [challenge = "", solution = ""] = brought.split(":");
  const [end = "", bits = "", nonce = "", mac = ""] = challenge.split(".");
  const body = `${end}.${bits}.${nonce}`;
  if (!holders.some((holder) => sameText(mac, macOf(keys, body, holder)))) return "none";
  const until = Number.parseInt(end, 36);
  if (!(now.getTime() < until) || !solves(mac, Number(bits), solution)) return "none";
  return memory.spend(mac, key, until, now.getTime()) ? "done" : "spent";
}

/** A solution is one number for each part, in base 36, by dashes. */
function solves(mac: string, bits: number, solution: string): boolean {
  const numbers = solution.split("-");
  return numbers.length === PARTS && numbers.every((number, part) => beginsWithZeros(mac, part, number, bits));
}

function beginsWithZeros(mac: string, part: number, number: string, bits: number): boolean {
  if (!/^[0-9a-z]{1,8}$/.test(number)) return false;
  return createHash("sha256").update(`${mac}.${part}.${number}`).digest().readUInt32BE(0) >>> (32 - bits) === 0;
}

/** 128 bits: with part and number it fits one block of SHA-256. */
const macOf = (keys: Keyring, body: string, holder: string): string =>
  keys.hash("form", `work|${body}|${holder}`).slice(0, 32);
