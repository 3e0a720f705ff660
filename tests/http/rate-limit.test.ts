import { expect, test } from "vitest";
import { admit, workBits } from "../../app/http/admission.ts";
import { CALM_BITS, MOST_BITS } from "../../app/http/proof-of-work.ts";
import { makeRateLimiter, networkOf } from "../../app/http/rate-limit.ts";

/** A limiter with a clock that stands still until it is moved on. */
function limiterAt() {
  let now = Date.parse("2026-10-05T02:00:00Z");
  const limiter = makeRateLimiter(true, () => now);
  return { limiter, pass: (ms: number) => (now += ms) };
}

test("a flood from one source without work: a few get in, everybody else is let in", () => {
  const { limiter, pass } = limiterAt();
  const flood = Array.from({ length: 1_000 }, () => {
    pass(60);
    return admit(limiter, "bot", false);
  });
  const others = Array.from({ length: 20 }, (_none, index) => admit(limiter, `person ${index}`, false));
  expect(flood.filter(({ wait }) => wait === 0).length).toBeLessThanOrEqual(10);
  expect(flood.filter(({ wait }) => wait > 0).every(({ wait }) => wait <= 15)).toBe(true);
  expect(others).toEqual(others.map(() => ({ wait: 0, heldReason: null })));
});

test("200 people behind one address all get in with work, none of them held, even while somebody there floods", () => {
  const { limiter } = limiterAt();
  for (let turn = 0; turn < 1_000; turn += 1) admit(limiter, "shared", false);
  const people = Array.from({ length: 200 }, () => admit(limiter, "shared", true));
  expect(people).toEqual(people.map(() => ({ wait: 0, heldReason: null })));
});

test("far more than that from one address is taken, and looked at first", () => {
  const { limiter } = limiterAt();
  const all = Array.from({ length: 420 }, () => admit(limiter, "shared", true));
  expect(all.every(({ wait }) => wait === 0)).toBe(true);
  expect(all.filter(({ heldReason }) => heldReason === "flood")).toHaveLength(20);
});

test("while many send from everywhere, cases without work are held, then asked to wait; with work they go on", () => {
  const { limiter } = limiterAt();
  expect(admit(limiter, "calm", false)).toEqual({ wait: 0, heldReason: null });
  for (let turn = 0; turn < 300; turn += 1) admit(limiter, `bot ${turn}`, false);
  expect(admit(limiter, "person", false)).toEqual({ wait: 0, heldReason: "no-work" });
  for (let turn = 0; turn < 200; turn += 1) admit(limiter, `other bot ${turn}`, false);
  expect(admit(limiter, "somebody", false).wait).toBeGreaterThan(0);
  expect(admit(limiter, "somebody", true)).toEqual({ wait: 0, heldReason: null });
});

test("when it is calm again nobody is held", () => {
  const { limiter, pass } = limiterAt();
  for (let turn = 0; turn < 600; turn += 1) admit(limiter, `bot ${turn}`, true);
  expect(admit(limiter, "person", false).heldReason).toBe("no-work");
  pass(60_000);
  expect(admit(limiter, "person", false)).toEqual({ wait: 0, heldReason: null });
});

test("the work gets harder with what everybody sends and with what the source sends, up to a limit", () => {
  const { limiter } = limiterAt();
  expect(workBits(limiter, "me")).toBe(CALM_BITS);
  for (let turn = 0; turn < 400; turn += 1) admit(limiter, "crowd", true);
  expect(workBits(limiter, "crowd")).toBe(MOST_BITS);
  expect(workBits(limiter, "me")).toBeGreaterThan(CALM_BITS);
  expect(workBits(limiter, "me")).toBeLessThan(MOST_BITS);
  for (let turn = 0; turn < 2_000; turn += 1) admit(limiter, `crowd ${turn}`, true);
  expect(workBits(limiter, "me")).toBe(MOST_BITS);
});

test("switched off for load tests, nothing is limited, held or made harder", () => {
  const limiter = makeRateLimiter(false, () => 0);
  const all = Array.from({ length: 2_000 }, () => admit(limiter, "one", false));
  expect(all.every(({ wait, heldReason }) => wait === 0 && heldReason === null)).toBe(true);
  expect(workBits(limiter, "one")).toBe(CALM_BITS);
});

test("a source is a keyed hash whose salt changes every day; what it used up is forgotten with it", () => {
  const { limiter, pass } = limiterAt();
  const before = limiter.sourceOf("203.0.113.7");
  expect(before).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(limiter.sourceOf("203.0.113.7")).toBe(before);
  expect(makeRateLimiter(true, () => 0).sourceOf("203.0.113.7")).not.toBe(before);
  pass(24 * 3600 * 1000 + 1);
  expect(limiter.sourceOf("203.0.113.7")).not.toBe(before);
});

test("an IPv6 source is its network, an IPv4 source its address", () => {
  expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:0DB8:0001:0002::1")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(networkOf("name@example.com")).toBe("name@example.com");
});
