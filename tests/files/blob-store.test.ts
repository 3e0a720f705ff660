import { chmod, mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { type BlobStore, openBlobStore } from "../../files/blob-store.ts";
import { s3Place } from "../../files/s3-store.ts";
import { openFolder } from "./bench.ts";
import { openS3 } from "./s3-server.ts";

const A = "aa11bb22cc33dd44aa11bb22cc33dd44";
const B = "aa99bb22cc33dd44aa11bb22cc33dd44";

/** Both stores, each with nothing in it. */
async function openEach() {
  const room = await openFolder();
  const s3 = await openS3();
  const stores: Record<string, BlobStore> = {
    folder: openBlobStore(`file:${room.folder}/tep`),
    bucket: openBlobStore(s3.url),
  };
  return {
    room,
    s3,
    of: (kind: string) => stores[kind] ?? openBlobStore(kind),
    async [Symbol.asyncDispose]() {
      await s3[Symbol.asyncDispose]();
      await room[Symbol.asyncDispose]();
    },
  };
}

async function keysOf(store: BlobStore, prefix?: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { key, modifiedAt } of store.list(prefix)) {
    expect(modifiedAt.getTime()).toBeGreaterThan(Date.UTC(2020, 0, 1));
    found.push(key);
  }
  return found.sort();
}

test.each(["folder", "bucket"])("a %s keeps, lists and forgets blobs", async (kind) => {
  await using each = await openEach();
  const store = each.of(kind);
  expect(await keysOf(store)).toEqual([]);
  expect(await store.get(`${A}/original/0000`)).toBeNull();
  const blobs = Array.from({ length: 8 }, (_, at) => `${at < 5 ? A : B}/original/000${at}`);
  for (const key of blobs) await store.put(key, Buffer.from(key));
  await store.put(`${A}/original/0000`, Buffer.from("written again"));
  expect((await store.get(`${A}/original/0000`))?.toString()).toBe("written again");
  expect((await store.get(`${B}/original/0007`))?.toString()).toBe(`${B}/original/0007`);
  expect(await keysOf(store)).toEqual([...blobs].sort());
  expect(await keysOf(store, `${A}/`)).toEqual(blobs.slice(0, 5));
  expect(await keysOf(store, "aa9")).toEqual(blobs.slice(5));
  expect(await keysOf(store, "ff")).toEqual([]);
  for (const key of blobs.slice(0, 5)) await store.remove(key);
  await store.remove(`${A}/original/0000`);
  expect(await keysOf(store)).toEqual(blobs.slice(5));
  expect(await store.get(`${A}/original/0001`)).toBeNull();
});

test.each(["folder", "bucket"])("a %s takes bytes of any value and length", async (kind) => {
  await using each = await openEach();
  const store = each.of(kind);
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 256));
  await Promise.all([store.put(`${A}/original/0000`, bytes), store.put(`${A}/original/0001`, Buffer.alloc(0))]);
  expect((await store.get(`${A}/original/0000`))?.equals(bytes)).toBe(true);
  expect((await store.get(`${A}/original/0001`))?.length).toBe(0);
});

test.each([
  "../evil",
  "/etc/passwd",
  "a/../../b",
  "A/b",
  "a//b",
  "a/",
  "",
  ".unfinished/x",
  "a/b/c/d/e",
  "a\u0000b",
  "a\\b",
])("no store takes the key %j", async (key) => {
  await using each = await openEach();
  for (const kind of ["folder", "bucket"]) {
    await expect(each.of(kind).put(key, Buffer.from("x"))).rejects.toThrow("not a blob key");
    await expect(each.of(kind).get(key)).rejects.toThrow("not a blob key");
    await expect(each.of(kind).remove(key)).rejects.toThrow("not a blob key");
  }
  expect(each.s3.seen).toEqual([]);
});

test("files are for their owner alone, and empty folders go", async () => {
  await using each = await openEach();
  const store = each.of("folder");
  await store.put(`${A}/original/0000`, Buffer.from("x"));
  const folder = path.join(each.room.folder, "tep");
  const file = path.join(folder, "aa", A, "original", "0000");
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe("600");
  expect(((await stat(path.join(folder, "aa", A))).mode & 0o777).toString(8)).toBe("700");
  await store.remove(`${A}/original/0000`);
  expect(await readdir(folder)).toEqual([".unfinished"]);
  expect(await readdir(path.join(folder, ".unfinished"))).toEqual([]);
});

test("what a killed process left half-written is never seen, and goes after an hour", async () => {
  await using each = await openEach();
  const folder = path.join(each.room.folder, "tep", ".unfinished");
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "half"), "ha");
  await writeFile(path.join(folder, "old"), "ha");
  await utimes(path.join(folder, "old"), new Date(0), new Date(0));
  const store = each.of("folder");
  expect(await keysOf(store)).toEqual([]);
  await store.put(`${A}/original/0000`, Buffer.from("x"));
  expect(await keysOf(store)).toEqual([`${A}/original/0000`]);
  expect(await readdir(folder)).toEqual(["half"]);
});

test("a write that fails leaves the old blob and nothing else", async () => {
  await using each = await openEach();
  const store = each.of("folder");
  await store.put(`${A}/original/0000`, Buffer.from("before"));
  const folder = path.join(each.room.folder, "tep");
  // A folder where the file should be: the rename fails.
  await mkdir(path.join(folder, "aa", A, "original", "0001"));
  await expect(store.put(`${A}/original/0001`, Buffer.from("x"))).rejects.toThrow();
  expect(await readdir(path.join(folder, ".unfinished"))).toEqual([]);
  expect(await readFile(path.join(folder, "aa", A, "original", "0000"), "utf8")).toBe("before");
});

test("a blob is written while its neighbours are removed", async () => {
  await using each = await openEach();
  const store = each.of("folder");
  for (let round = 0; round < 50; round += 1) {
    await store.put(`${A}/original/0000`, Buffer.from("x"));
    await Promise.all([store.remove(`${A}/original/0000`), store.put(`${A}/original/0001`, Buffer.from("y"))]);
    expect((await store.get(`${A}/original/0001`))?.toString()).toBe("y");
    await store.remove(`${A}/original/0001`);
  }
});

test("strangers' files in the folder are passed over", async () => {
  await using each = await openEach();
  const store = each.of("folder");
  await store.put(`${A}/original/0000`, Buffer.from("x"));
  await writeFile(path.join(each.room.folder, "tep", "aa", "Thumbs.db"), "x");
  await writeFile(path.join(each.room.folder, "tep", "LIES_MICH"), "x");
  expect(await keysOf(store)).toEqual([`${A}/original/0000`]);
});

test("a folder that may not be written is an error, not a loss", async () => {
  await using each = await openEach();
  const folder = path.join(each.room.folder, "tep");
  await writeFile(folder, "a file where the folder should be");
  await chmod(folder, 0o600);
  await expect(each.of("folder").put(`${A}/original/0000`, Buffer.from("x"))).rejects.toThrow();
});

test("a wrong secret, a wrong key and a wrong region are refused by the bucket", async () => {
  await using each = await openEach();
  for (const [from, to] of [
    ["signs", "sighs"],
    ["key", "kez"],
    ["vn-north", "vn-south"],
  ] as const) {
    const store = openBlobStore(each.s3.url.replace(from, to));
    await expect(store.put(`${A}/original/0000`, Buffer.from("x"))).rejects.toThrow("403");
    await expect(store.get(`${A}/original/0000`)).rejects.toThrow("403");
    await expect(keysOf(store)).rejects.toThrow("403");
  }
  expect(each.s3.blobs.size).toBe(0);
});

test("a bucket that stumbles is asked again; one that stays down is an error", async () => {
  await using each = await openEach();
  const store = each.of("bucket");
  each.s3.answers.push(503, 500);
  await store.put(`${A}/original/0000`, Buffer.from("x"));
  expect((await store.get(`${A}/original/0000`))?.toString()).toBe("x");
  each.s3.answers.push(503, 503, 503, 503);
  await expect(store.get(`${A}/original/0000`)).rejects.toThrow("503");
  each.s3.answers.push(307);
  await expect(store.get(`${A}/original/0000`)).rejects.toThrow();
});

test("an address of a bucket says everything, or is refused", () => {
  expect(s3Place("s3://k%2F1:s%3D@s3.example:9000/tep/a?region=vn&tls=off")).toEqual({
    base: "http://s3.example:9000/tep",
    prefix: "a/",
    region: "vn",
    accessKeyId: "k/1",
    secretAccessKey: "s=",
  });
  expect(s3Place("s3://k:s@s3.example/tep")).toMatchObject({
    base: "https://s3.example/tep",
    prefix: "",
    region: "us-east-1",
  });
  for (const wrong of [
    "s3://s3.example/tep",
    "s3://k@s3.example/tep",
    "s3://k:s@s3.example/",
    "s3://k:s@s3.example/Tep",
    "s3://k:s@s3.example/tep/../a_b",
  ])
    expect(() => openBlobStore(wrong)).toThrow("ATTACHMENTS_URL");
  expect(() => openBlobStore("ftp://x/")).toThrow("ATTACHMENTS_URL");
});
