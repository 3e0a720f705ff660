import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { readEnv } from "../../app/env.server.ts";
import { makeCaseWatch } from "../../app/http/case-watch.ts";
import type { Portal } from "../../app/http/context.ts";
import { answerOpenData, dictionary } from "../../app/http/open-data-answers.ts";
import { openDataFiles } from "../../app/http/open-data.ts";
import { makeRateLimiter } from "../../app/http/rate-limit.ts";
import { makeOpenData } from "../../app/jobs/make-open-data.ts";
import { takeLease } from "../../db/leases.ts";
import { openBlobStore } from "../../files/blob-store.ts";
import { readCsv } from "./csv.ts";
import { hire, publishedIn, reason } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

function portalOf(world: World): Portal {
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), "cau-noi-open-data-"));
  return {
    store: world.store,
    blobs: openBlobStore(`file:${DATA_DIR}/files`),
    env: readEnv({ PUBLIC_URL: "https://portal.example", DATA_DIR, HOST: "127.0.0.1" }),
    clock: world.now,
    limiter: makeRateLimiter(false, () => world.now().getTime()),
    watch: makeCaseWatch(world.store, world.now),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
}

const make = ({ store, env, clock }: Portal) =>
  makeOpenData({ store, clock, dataDir: env.DATA_DIR, publicUrl: env.PUBLIC_URL, files: openDataFiles });

async function get(portal: Portal, name: string, headers: Record<string, string> = {}) {
  const answer = await answerOpenData(
    portal,
    new Request(`https://portal.example/open-data/${name}`, { headers }),
    name,
  );
  if (!answer) throw new Error(`nothing answers ${name}`);
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

test("every file is made of one moment in both formats, with its checksum, and the two say the same", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const portal = portalOf(world);
  const answered = await publishedIn(world, people, "answered");
  const assigned = await publishedIn(world, people, "assigned");
  await world.submit("feedback");
  expect(await make(portal)).toBe(true);
  expect(await make(portal)).toBe(false);

  const manifest = JSON.parse((await get(portal, "manifest.json")).bytes.toString());
  expect(manifest).toMatchObject({ finished: true, madeAt: world.now().toISOString() });
  expect(manifest.files.map((file: { name: string }) => file.name)).toEqual(
    openDataFiles.flatMap(({ name }) => [name, name]),
  );
  for (const { name, format, rows, bytes, sha256 } of manifest.files) {
    const file = await get(portal, `${name}.${format}`);
    expect([name, createHash("sha256").update(file.bytes).digest("hex"), file.bytes.length]).toEqual([
      name,
      sha256,
      bytes,
    ]);
    const columns = dictionary().files.find((known) => known.name === name)?.columns ?? [];
    if (format === "csv") {
      const [head, ...lines] = readCsv(file.bytes.toString());
      expect([name, head, lines.length]).toEqual([name, columns.map((column) => column.name), rows]);
    } else {
      const lines = file.bytes.toString().split("\n").filter(Boolean);
      expect([name, lines.length]).toEqual([name, rows]);
    }
  }
  const sums = (await get(portal, "SHA256SUMS")).bytes.toString();
  expect(sums.split("\n").filter(Boolean)).toHaveLength(manifest.files.length);

  const lines = (await get(portal, "cases.jsonl")).bytes
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map((line) => line.code)).toEqual([answered.code, assigned.code]);
  expect(lines[0]).toMatchObject({
    outcomeKind: "explained",
    titleEn: "Error when filing a dossier online",
    lang: "vi",
  });
  const [head = [], first = []] = readCsv((await get(portal, "cases.csv")).bytes.toString());
  for (const [at, name] of head.entries()) {
    const value: unknown = lines[0][name];
    const text = value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
    expect([name, first[at]]).toEqual([name, text]);
  }
});

test("what is taken down is in no file from that moment on, and the next set comes at once", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const portal = portalOf(world);
  const gone = await publishedIn(world, people, "assigned");
  const stays = await publishedIn(world, people, "assigned");
  await make(portal);
  const takeDown = { code: gone.code, category: "mistake" as const, reason };
  await world.run(unpublishCase, people.editor, takeDown);

  const meanwhile = await get(portal, "cases.csv");
  expect(meanwhile.headers.get("ETag")).toBeNull();
  expect(meanwhile.bytes.toString()).not.toContain(gone.code);
  expect(meanwhile.bytes.toString()).toContain(stays.code);
  expect(JSON.parse((await get(portal, "manifest.json")).bytes.toString())).toMatchObject({
    finished: false,
    files: [],
  });
  expect((await get(portal, "SHA256SUMS")).status).toBe(503);

  expect(await make(portal)).toBe(true);
  const after = await get(portal, "cases.csv");
  expect(after.headers.get("ETag")).not.toBeNull();
  expect(after.bytes.toString()).not.toContain(gone.code);
  // Nothing of the former set is left on the disk.
  const entries = await readdir(path.join(portal.env.DATA_DIR, "open-data"), { withFileTypes: true });
  expect(entries.filter((entry) => entry.isDirectory())).toHaveLength(1);
});

test("a finished file is asked for again by its tag, and in parts", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const portal = portalOf(world);
  await publishedIn(world, people, "assigned");
  await make(portal);
  const whole = await get(portal, "cases.jsonl");
  const etag = whole.headers.get("ETag") ?? "";
  expect(whole.headers.get("Content-Length")).toBe(String(whole.bytes.length));
  expect((await get(portal, "cases.jsonl", { "If-None-Match": etag })).status).toBe(304);
  const since = whole.headers.get("Last-Modified") ?? "";
  expect((await get(portal, "cases.jsonl", { "If-Modified-Since": since })).status).toBe(304);
  const part = await get(portal, "cases.jsonl", { Range: "bytes=10-19", "If-Range": etag });
  expect([part.status, part.bytes]).toEqual([206, whole.bytes.subarray(10, 20)]);
  expect((await get(portal, "cases.jsonl", { Range: "bytes=-5" })).bytes).toEqual(whole.bytes.subarray(-5));
  expect((await get(portal, "cases.jsonl", { Range: `bytes=${whole.bytes.length}-` })).status).toBe(416);
  expect((await get(portal, "cases.jsonl", { Range: "bytes=0-9", "If-Range": '"other"' })).status).toBe(200);
});

test("a file comes encoded for whoever takes that, each form with a tag and a checksum of its own", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const portal = portalOf(world);
  await publishedIn(world, people, "assigned");
  const now = await get(portal, "cases.csv", { "Accept-Encoding": "gzip, br" });
  expect([now.headers.get("Content-Encoding"), now.headers.get("ETag")]).toEqual(["gzip", null]);
  await make(portal);
  const plain = await get(portal, "cases.csv");
  expect(gunzipSync(now.bytes)).toEqual(plain.bytes);
  expect([plain.headers.get("Content-Encoding"), plain.headers.get("Vary")]).toEqual([null, "Accept-Encoding"]);
  const manifest = JSON.parse((await get(portal, "manifest.json")).bytes.toString());
  const { encoded } = manifest.files.find((file: { name: string; format: string }) => file.name === "cases");
  for (const [accept, encoding, unpack] of [
    ["gzip", "gzip", gunzipSync],
    ["gzip, deflate, br", "br", brotliDecompressSync],
  ] as const) {
    const packed = await get(portal, "cases.csv", { "Accept-Encoding": accept });
    expect(packed.headers.get("Content-Encoding")).toBe(encoding);
    expect(packed.headers.get("Content-Length")).toBe(String(packed.bytes.length));
    expect(unpack(packed.bytes)).toEqual(plain.bytes);
    const sha256 = createHash("sha256").update(packed.bytes);
    expect(encoded).toContainEqual({ encoding, bytes: packed.bytes.length, sha256: sha256.copy().digest("hex") });
    expect(packed.headers.get("Repr-Digest")).toBe(`sha-256=:${sha256.digest("base64")}:`);
    const etag = packed.headers.get("ETag") ?? "";
    expect(etag).not.toBe(plain.headers.get("ETag"));
    const again = await get(portal, "cases.csv", { "Accept-Encoding": accept, "If-None-Match": etag });
    expect([again.status, again.headers.get("ETag")]).toEqual([304, etag]);
    const rest = await get(portal, "cases.csv", { "Accept-Encoding": accept, Range: "bytes=7-", "If-Range": etag });
    expect([rest.status, rest.headers.get("Content-Encoding")]).toEqual([206, encoding]);
    expect(rest.bytes).toEqual(packed.bytes.subarray(7));
  }
  // A part without a tag is a part of the file that the checksums are about.
  const part = await get(portal, "cases.csv", { "Accept-Encoding": "br", Range: "bytes=0-9" });
  expect([part.status, part.bytes]).toEqual([206, plain.bytes.subarray(0, 10)]);
});

test("readers who go away leave room for others", async () => {
  await using world = await openWorld();
  const portal = portalOf(world);
  const headers = { "Accept-Encoding": "gzip" };
  const address = "https://portal.example/open-data/cases.csv";
  const begin = () => answerOpenData(portal, new Request(address, { headers }), "cases.csv");
  for (let reader = 0; reader < 8; reader += 1) {
    const answer = await begin();
    expect(answer?.status).toBe(200);
    await answer?.body?.cancel();
  }
});

test("what is added waits for its interval, and of two processes one makes the files", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const portal = portalOf(world);
  await make(portal);
  await publishedIn(world, people, "assigned");
  expect(await make(portal)).toBe(false);
  world.tick(1 / 24);
  const { store } = world;
  const until = new Date(world.now().getTime() + 60_000);
  const { leases } = store.read.tables;
  // Another process has it in hand.
  const name = `open-data/${await readFile(path.join(portal.env.DATA_DIR, "open-data", "id"), "utf8")}`;
  await store.write((tx) => takeLease(tx, name, "another", world.now(), until));
  expect(await make(portal)).toBe(false);
  world.tick(1 / 24);
  expect(await make(portal)).toBe(true);
  expect(await store.read.select().from(leases)).toEqual([]);
});
