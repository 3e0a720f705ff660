import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { CALM_BITS, checkWork, makeChallenge, makeSpentWork, MOST_BITS } from "../../app/http/proof-of-work.ts";
import { testKeys } from "../store/databases.ts";

const script = readFileSync("public/work.js", "utf8");
const keys = testKeys();
const now = new Date("2026-10-05T02:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** Solves a challenge by the very script that browsers run in their worker. */
function solveByScript(challenge: string): string {
  let hear: (event: { data: string }) => void = () => {};
  let found = "";
  const worker = {
    addEventListener: (_event: "message", listener: typeof hear) => {
      hear = listener;
    },
    postMessage: (solution: string) => {
      found = solution;
    },
  };
  vm.runInNewContext(script, worker);
  hear({ data: challenge });
  return found;
}

const bring = (challenge: string, solution = solveByScript(challenge), holders = ["me"], key = "a case") => ({
  brought: `${challenge}:${solution}`,
  holders,
  key,
});

test("what the script finds is good work, once, for the one submission", () => {
  const memory = makeSpentWork();
  const work = bring(makeChallenge(keys, "me", CALM_BITS, now));
  expect(checkWork(keys, memory, work, later(9))).toBe("done");
  expect(checkWork(keys, memory, work, later(9))).toBe("done");
  expect(checkWork(keys, memory, { ...work, key: "another case" }, later(9))).toBe("spent");
});

test("work ends after ten minutes, and is nobody else's", () => {
  const work = bring(makeChallenge(keys, "me", CALM_BITS, now));
  expect(checkWork(keys, makeSpentWork(), work, later(10))).toBe("none");
  expect(checkWork(keys, makeSpentWork(), { ...work, holders: ["you", "a source"] }, later(1))).toBe("none");
  expect(checkWork(testKeys(8), makeSpentWork(), work, later(1))).toBe("none");
});

test("a challenge made easier, later or up is none", () => {
  const challenge = makeChallenge(keys, "me", MOST_BITS, now);
  const [end = "", bits = "", nonce = "", mac = ""] = challenge.split(".");
  const others = [
    [end, "0", nonce, mac],
    [end, "-1", nonce, mac],
    ["zzzzzzzzz", bits, nonce, mac],
    [end, bits, "0", mac],
    [end, bits, nonce, "0".repeat(32)],
    [end, bits, nonce],
  ].map((parts) => bring(parts.join("."), Array.from({ length: 16 }, () => "1").join("-")));
  const none = others.map(() => "none");
  expect(others.map((work) => checkWork(keys, makeSpentWork(), work, now))).toEqual(none);
});

test("too little work is none", () => {
  const challenge = makeChallenge(keys, "me", CALM_BITS, now);
  const right = solveByScript(challenge).split("-");
  const wrong = [
    "",
    right.slice(1).join("-"),
    [...right, "1"].join("-"),
    // One number alone fits any part once in 256 times.
    right.map((number, part) => (part % 2 === 0 ? "zzz" : number)).join("-"),
    right.with(0, "").join("-"),
    right.with(0, "-1").join("-"),
    "a".repeat(5_000),
  ];
  expect(wrong.map((solution) => checkWork(keys, makeSpentWork(), bring(challenge, solution), now))).toEqual(
    wrong.map(() => "none"),
  );
});

test("the script's SHA-256 is the one of everybody", () => {
  const challenge = makeChallenge(keys, "me", MOST_BITS, now);
  const mac = challenge.split(".")[3] ?? "";
  const numbers = solveByScript(challenge).split("-");
  expect(numbers).toHaveLength(16);
  for (const [part, number] of numbers.entries()) {
    const first = createHash("sha256").update(`${mac}.${part}.${number}`).digest().readUInt32BE(0);
    expect(first >>> (32 - MOST_BITS)).toBe(0);
  }
});

test("spent work is forgotten once it has ended, not before", () => {
  const memory = makeSpentWork();
  expect(memory.spend("a", "one", 100, 0)).toBe(true);
  expect(memory.spend("b", "one", 200, 50)).toBe(true);
  expect(memory.spend("a", "two", 100, 99)).toBe(false);
  expect(memory.spend("b", "two", 200, 150)).toBe(false);
});

test("the script weighs less than 2 KB", () => {
  expect(brotliCompressSync(script).length).toBeLessThan(2_048);
});
