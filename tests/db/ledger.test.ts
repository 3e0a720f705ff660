import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { check, isConsistent, leafHash as theirLeafHash, rootByInclusion } from "../../ledger/verify.mjs";
import { leafHash } from "../../db/ledger/hashing.ts";
import { consistencyProof, inclusionProof, rootAt } from "../../db/ledger/proofs.ts";
import { caseFileOf, filesOf, keys, lay, linesOf, logOf, origin } from "./ledger-log.ts";
import { signedCheckpoint } from "../../db/ledger/notes.ts";

const home = mkdtempSync(path.join(os.tmpdir(), "cau-noi-verifier-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const program = path.join(import.meta.dirname, "../../ledger/verify.mjs");
let made = 0;
const place = () => path.join(home, String((made += 1)));

/** Sizes at which a log is signed: up to three rows of leaves. */
const sizes = fc
  .uniqueArray(fc.integer({ min: 1, max: 520 }), { minLength: 2, maxLength: 5 })
  .map((list) => list.sort((a, b) => a - b));
const runs = { numRuns: 12 };
const bytesOf = (hex: readonly string[]) => hex.map((one) => Buffer.from(one, "hex"));

describe("the tree", () => {
  test("proves each leaf and each earlier size, and nothing else, for every small tree", async () => {
    const log = logOf([40]);
    for (let size = 1; size <= 40; size += 1) {
      const root = await rootAt(log.read, size);
      for (let index = 0; index < size; index += 1) {
        const proof = bytesOf(await inclusionProof(log.read, index, size));
        const leaf = leafHash(index, log.commitments[index] ?? Buffer.alloc(0));
        expect(rootByInclusion(index, size, leaf, proof)).toEqual(root);
        expect(rootByInclusion(index, size, theirLeafHash(index, Buffer.alloc(32)), proof)).not.toEqual(root);
      }
      for (let earlier = 1; earlier <= size; earlier += 1) {
        const proof = bytesOf(await consistencyProof(log.read, earlier, size));
        const before = await rootAt(log.read, earlier);
        expect(isConsistent(earlier, size, before, root, proof), `${earlier} of ${size}`).toBe(true);
        if (earlier < size) expect(isConsistent(earlier, size, root, root, proof)).toBe(false);
      }
    }
  });

  test("is that of RFC 9162: the root of an empty log and of one leaf", async () => {
    const log = logOf([1]);
    expect((await rootAt(log.read, 0)).toString("hex")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    expect(await rootAt(log.read, 1)).toEqual(leafHash(0, log.commitments[0] ?? Buffer.alloc(0)));
  });
});

/** What the verifier says of files. */
const verdict = (files: ReadonlyMap<string, string | Buffer>, options = {}) => check([lay(place(), files)], options);
const firstBad = (files: ReadonlyMap<string, string | Buffer>, options = {}) => verdict(files, options).firstBadIndex;

/** Replaces lines of the leaves and keeps the files as they are cut. */
function withLines(log: ReturnType<typeof logOf>, change: (lines: string[]) => void): Map<string, string | Buffer> {
  const lines = linesOf(log);
  change(lines);
  const files = new Map([...filesOf(log)].filter(([name]) => !name.startsWith("leaves/")));
  for (let row = 0; row * 256 < lines.length; row += 1)
    files.set(`leaves/${row}`, lines.slice(row * 256, row * 256 + 256).join(""));
  return files;
}

describe("the verifier names the first bad index", () => {
  test("of nothing in an untouched log, signed at any sizes", () => {
    fc.assert(
      fc.property(sizes, (at) => {
        expect(verdict(filesOf(logOf(at)))).toMatchObject({ ok: true, leaves: at.at(-1), checkpoints: at.length });
      }),
      runs,
    );
  });

  test("of one changed byte anywhere in the leaves", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 127 }), (at, where, byte, flip) => {
        const log = logOf(at);
        const index = where % log.commitments.length;
        const files = withLines(log, (lines) => {
          const text = Buffer.from(lines[index] ?? "");
          text[byte % text.length] = (text[byte % text.length] ?? 0) ^ flip;
          lines[index] = text.toString("latin1");
        });
        expect(firstBad(files)).toBe(index);
      }),
      runs,
    );
  });

  test("of one changed byte anywhere in a checkpoint: the first leaf that only it speaks for", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 127 }), (at, where, byte, flip) => {
        const files = filesOf(logOf(at));
        const number = where % at.length;
        const text = Buffer.from(files.get(`checkpoints/${number + 1}`) ?? "");
        text[byte % text.length] = (text[byte % text.length] ?? 0) ^ flip;
        files.set(`checkpoints/${number + 1}`, text);
        expect(firstBad(files)).toBe(at[number - 1] ?? 0);
      }),
      runs,
    );
  });

  test("of two leaves that changed places, as they stand or numbered anew", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.boolean(), (at, one, other, numbered) => {
        const log = logOf([...at.slice(0, -1), (at.at(-1) ?? 0) + 2]);
        const count = log.commitments.length;
        const first = Math.min(one % count, other % count);
        const second = one % count === other % count ? (first + 1) % count : Math.max(one % count, other % count);
        const files = withLines(log, (lines) => {
          const [before = "", after = ""] = [lines[first], lines[second]];
          lines[first] = numbered ? after.replace(/^\d+/, String(first)) : after;
          lines[second] = numbered ? before.replace(/^\d+/, String(second)) : before;
        });
        expect(firstBad(files)).toBe(Math.min(first, second));
      }),
      runs,
    );
  });

  test("of a dropped tail, and of leaves that nobody signed", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (at, where) => {
        const log = logOf(at);
        const left = where % log.commitments.length;
        expect(firstBad(withLines(log, (lines) => void lines.splice(left)))).toBe(left);
        const more = logOf([...at, (at.at(-1) ?? 0) + 1]);
        const files = filesOf(more);
        files.delete(`checkpoints/${at.length + 1}`);
        files.set("checkpoint", more.notes.at(-2) ?? "");
        expect(firstBad(files)).toBe(at.at(-1));
      }),
      runs,
    );
  });

  test("of a checkpoint that stands in the place of another, and of one that is missing", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (at, one, other) => {
        const files = filesOf(logOf(at));
        const chosen = one % at.length;
        const instead = (chosen + 1 + (other % (at.length - 1))) % at.length;
        files.set(`checkpoints/${chosen + 1}`, files.get(`checkpoints/${instead + 1}`) ?? "");
        expect(firstBad(files)).toBe(at[chosen - 1] ?? 0);
        const without = filesOf(logOf(at));
        without.delete(`checkpoints/${1 + (chosen % (at.length - 1))}`);
        expect(firstBad(without)).toBe(at[(chosen % (at.length - 1)) - 1] ?? 0);
      }),
      runs,
    );
  });

  test("of a history that was rewritten and signed anew: against leaves kept, the very leaf; against a checkpoint, the last size that still agrees", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (at, where) => {
        const kept = logOf(at);
        const from = where % kept.commitments.length;
        const forked = filesOf(logOf(at, from));
        expect(verdict(forked).ok).toBe(true);
        const before = lay(place(), filesOf(kept));
        expect(firstBad(forked, { earlier: [before] })).toBe(from);
        const last = lay(place(), new Map([["kept", kept.notes.at(-1) ?? ""]]));
        expect(firstBad(forked, { earlier: [path.join(last, "kept")] })).toBe(at.at(-2) ?? 0);
      }),
      runs,
    );
  });

  test("of two checkpoints of one size with different roots, both signed", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (at, where) => {
        const files = filesOf(logOf(at));
        const number = where % at.length;
        const size = at[number] ?? 0;
        const time = new Date(Date.UTC(2026, 9, 5, 2, number));
        const root = Buffer.alloc(32, 5).toString("base64");
        files.set(
          `checkpoints/${number + 1}`,
          signedCheckpoint(keys, { origin, size, root, number: number + 1, at: time }),
        );
        expect(firstBad(files)).toBe(at[number - 1] ?? 0);
      }),
      runs,
    );
  });

  test("of a log that became shorter than a checkpoint that somebody kept", () => {
    fc.assert(
      fc.property(sizes, (at) => {
        const kept = logOf(at);
        const shorter = filesOf(logOf(at.slice(0, -1)));
        const last = lay(place(), new Map([["kept", kept.notes.at(-1) ?? ""]]));
        expect(firstBad(shorter, { earlier: [path.join(last, "kept")] })).toBe(at.at(-2));
      }),
      runs,
    );
  });
});

describe("a case", () => {
  const at = [40, 300, 520];
  const events = [3, 41, 299, 510];
  const withCase = async (change: (proof: string) => string = (proof) => proof) => {
    const log = logOf(at);
    return filesOf(log).set("cases/PA-2345-6789.json", change(await caseFileOf(log, at, events)));
  };

  test("holds in its folder and alone", async () => {
    const folder = lay(place(), await withCase());
    expect(check([folder])).toMatchObject({ ok: true, cases: [{ code: "PA-2345-6789", events: 4, hours: 1 }] });
    expect(check([path.join(folder, "cases", "PA-2345-6789.json")])).toMatchObject({ ok: true });
  });

  test.each([
    ["another type of an event", /"type":"act"/, '"type":"other"', 3],
    ["another salt", /"salt":"ab/, '"salt":"ac', 3],
    ["another place", /"index":41,/, '"index":42,', 42],
    ["another proof", /"proof":\["\w/, '"proof":["x', 3],
    ["another time of signing", /"signedAt":"2026-10-05T02:02/, '"signedAt":"2026-10-05T02:01', 510],
    ["another first checkpoint", /"checkpoint":2/, '"checkpoint":1', 41],
    ["another code", /"case":"PA-2345-6789","checkpoint"/, '"case":"PA-9999-9999","checkpoint"', 3],
  ])("with %s does not", async (_name, from, to, index) => {
    expect(firstBad(await withCase((proof) => proof.replace(from, to)))).toBe(index);
  });

  test("whose events changed places does not", async () => {
    const files = await withCase((proof) => {
      const parsed = JSON.parse(proof);
      parsed.events.reverse();
      return JSON.stringify(parsed);
    });
    expect(firstBad(files)).toBe(3);
  });
});

test("who downloads again gets what is new, and is told where history was rewritten meanwhile", async () => {
  let files = filesOf(logOf([5, 9]));
  const server = createServer((request, response) => {
    const text = files.get((request.url ?? "").slice("/ledger/".length));
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const folder = place();
  const get = async () => {
    const ran = promisify(execFile)(process.execPath, [program, "get", `http://127.0.0.1:${port}`, folder, "--json"]);
    const { stdout } = await ran.catch((error: { stdout: string }) => error);
    return JSON.parse(stdout);
  };
  expect(await get()).toMatchObject({ size: 9, changed: [] });
  files = filesOf(logOf([5, 9, 12]));
  expect(await get()).toMatchObject({ size: 12, number: 3, firstBadIndex: null, changed: [] });
  expect(check([folder])).toMatchObject({ ok: true, leaves: 12, checkpoints: 3 });
  files = filesOf(logOf([5, 9, 12, 14], 7));
  expect(await get()).toMatchObject({ size: 14, firstBadIndex: 7, changed: [{ index: 7 }] });
  expect(check([folder]).ok).toBe(false);
  server.close();
});

test("as a program it says the same by exit code, JSON and words in both languages", async () => {
  const run = (...args: string[]) => {
    try {
      const text = execFileSync(process.execPath, [program, ...args], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      });
      return { code: 0, text };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, text: stdout + stderr };
    }
  };
  const right = lay(place(), filesOf(logOf([5, 9])));
  const wrong = lay(
    place(),
    withLines(logOf([5, 9]), (lines) => void lines.splice(7)),
  );
  expect(run(right)).toMatchObject({ code: 0, text: expect.stringContaining("9 lá, 2 điểm chốt") });
  expect(run(right, "--lang", "en")).toMatchObject({
    code: 0,
    text: expect.stringContaining("Everything holds. Leaves: 9"),
  });
  expect(run(wrong, "--lang", "vi")).toMatchObject({
    code: 1,
    text: expect.stringContaining("Vị trí sai đầu tiên: 7."),
  });
  expect(run(wrong, "--lang", "en")).toMatchObject({ code: 1, text: expect.stringContaining("First bad index: 7.") });
  expect(JSON.parse(run(wrong, "--json").text)).toMatchObject({ ok: false, firstBadIndex: 7 });
  expect(run(path.join(home, "nowhere"))).toMatchObject({ code: 2 });
  expect(run()).toMatchObject({ code: 2, text: expect.stringContaining("verify.mjs") });
  expect(run("--help")).toMatchObject({ code: 0, text: expect.stringMatching(/--earlier ĐƯỜNG_DẪN +điểm chốt/) });
  expect(run("-h", "--lang", "en")).toMatchObject({ code: 0, text: expect.stringMatching(/--keys FILE +the keys/) });
});
