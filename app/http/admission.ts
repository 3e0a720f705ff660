import type { RouterContextProvider } from "react-router";
import { portalContext, sourceContext } from "./context.ts";
import { CALM_BITS, checkWork, makeChallenge, MOST_BITS } from "./proof-of-work.ts";
import type { RateLimiter } from "./rate-limit.ts";

type Context = Readonly<RouterContextProvider>;

/** Whether a submission is let in: at once, held for a person to look at, or after some seconds. */
export interface Admission {
  /** Seconds to wait; 0 when it is let in. */
  readonly wait: number;
  readonly heldReason: "no-work" | "flood" | null;
}

/** From here on cases without work are held: half of what comes in at once has come. */
const BUSY = 0.5;
const ALL = "all";

/**
 * Decides on a submission whose answers are in order. With work it is let in
 * whatever else its address sends, so that nobody behind a shared address is
 * locked out; without, its address has a small share, and while many send, a
 * slower lane and a person's look. When it is calm nobody is held.
 */
export function admit(limiter: RateLimiter, source: string, worked: boolean): Admission {
  if (worked) {
    const beyond = limiter.take("worked", source) > 0;
    limiter.take("everyone", ALL);
    return { wait: 0, heldReason: beyond ? "flood" : null };
  }
  const own = limiter.take("submit", source);
  return own > 0 ? { wait: own, heldReason: null } : slowLane(limiter);
}

/** The way in without work, once the share of the address allows it. */
export function slowLane(limiter: RateLimiter): Admission {
  const busy = limiter.load("everyone", ALL) >= BUSY;
  const shared = busy ? limiter.take("slow-lane", ALL) : 0;
  if (shared > 0) return { wait: shared, heldReason: null };
  limiter.take("everyone", ALL);
  return { wait: 0, heldReason: busy ? "no-work" : null };
}

/** A challenge for a page that sends a case; bound to the form session, or to the source while there is none. */
export function challengeFor(context: Context, token: string | null): string {
  const { store, limiter, clock } = context.get(portalContext);
  const source = context.get(sourceContext);
  return makeChallenge(store.read.keys, token ?? source, workBits(limiter, source), clock());
}

/** Decides on a submission by the work that it brings; `spent` when another submission has used that work. */
export function admitWith(context: Context, token: string, brought: string, key: string): Admission | "spent" {
  const { store, limiter, clock } = context.get(portalContext);
  const source = context.get(sourceContext);
  const bringing = { brought, holders: [token, source], key };
  const work = checkWork(store.read.keys, limiter.spentWork, bringing, clock());
  return work === "spent" ? "spent" : admit(limiter, source, work === "done");
}

/** How hard the work is now for a page of this source: it rises with what everybody sends, and with what the source sends. */
export function workBits(limiter: RateLimiter, source: string): number {
  const load = Math.max(limiter.load("everyone", ALL), limiter.load("worked", source));
  return CALM_BITS + Math.round(load * (MOST_BITS - CALM_BITS));
}
