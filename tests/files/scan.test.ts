import path from "node:path";
import { expect, test } from "vitest";
import { scanAgain } from "../../files/check-file.ts";
import { scanFile } from "../../files/scan.ts";
import { checkBytes, keys, memoryBlobs, once, openFolder } from "./bench.ts";
import { drawn } from "./build-image.ts";
import { buildDocx } from "./build-office.ts";
import { buildPdf } from "./build-pdf.ts";
import { EICAR, openClamd } from "./clamd.ts";

const store = { blobs: memoryBlobs(), keys };
const photo = await drawn().jpeg().toBuffer();
const NOWHERE = "tcp://127.0.0.1:1";

test("an honest file is clean, over TCP and over a socket of the machine", async () => {
  await using tcp = await openClamd();
  expect((await checkBytes(store, "a.jpg", photo, { clamdUrl: tcp.url })).check).toMatchObject({
    state: "ready",
    scan: "clean",
  });
  expect(tcp.scanned).toEqual([photo.length]);
  await using room = await openFolder();
  await using unix = await openClamd(path.join(room.folder, "clamd.ctl"));
  expect(await scanFile(unix.url, once(photo))).toBe("clean");
  expect(unix.scanned).toEqual([photo.length]);
});

test.each<[string, string, () => Buffer]>([
  ["glued to a photo", "a.jpg", () => Buffer.concat([photo, Buffer.from(EICAR)])],
  ["in a document", "a.docx", () => buildDocx({ body: `<w:t>${EICAR}</w:t>` })],
  [
    "in a document, not packed",
    "a.docx",
    () => buildDocx({ parts: [{ name: "word/notes.xml", bytes: `<a>${EICAR}</a>`, method: 0 }] }),
  ],
  ["in a PDF", "a.pdf", () => buildPdf({ head: `%${EICAR}\n` })],
])("the virus test file %s is found, and no copy is kept for officers", async (_, name, bytes) => {
  await using clamd = await openClamd();
  const { check, file } = await checkBytes(store, name, bytes(), { clamdUrl: clamd.url });
  expect(check).toMatchObject({ state: "refused", refusal: "infected", scan: "infected" });
  expect([...store.blobs.blobs.keys()].filter((key) => key.startsWith(`${file.publicId}/clean`))).toEqual([]);
});

test.each([
  ["a.com", EICAR, "wrong-type"],
  ["a.pdf", EICAR, "type-mismatch"],
])("the virus test file as %s does not get as far as the scanner", async (name, bytes, refusal) => {
  await using clamd = await openClamd();
  const { check } = await checkBytes(store, name, Buffer.from(bytes), { clamdUrl: clamd.url });
  expect(check).toMatchObject({ state: "refused", refusal, scan: "waiting" });
  expect(clamd.scanned).toEqual([]);
});

test("without a scanner files are taken and marked as not scanned", async () => {
  expect((await checkBytes(store, "a.jpg", photo)).check).toMatchObject({ state: "ready", scan: "off" });
});

test("out of reach, a scanner leaves the file waiting; a later try opens or condemns it", async () => {
  const good = await checkBytes(store, "a.jpg", photo, { clamdUrl: NOWHERE });
  expect(good.check).toMatchObject({ state: "ready", scan: "waiting" });
  const bad = Buffer.concat([photo, Buffer.from(EICAR)]);
  const ill = await checkBytes(store, "a.jpg", bad, { clamdUrl: NOWHERE });
  expect(ill.check).toMatchObject({ state: "ready", scan: "waiting" });
  await using clamd = await openClamd();
  expect(await scanAgain({ store, file: good.file, size: photo.length, clamdUrl: NOWHERE })).toBe("waiting");
  expect(await scanAgain({ store, file: good.file, size: photo.length, clamdUrl: clamd.url })).toBe("clean");
  expect(await scanAgain({ store, file: ill.file, size: bad.length, clamdUrl: clamd.url })).toBe("infected");
});

test.each<[string, string | null]>([
  ["hangs up", null],
  ["says nothing until the time is up", ""],
  ["finds the file too large", "INSTREAM size limit exceeded. ERROR\0"],
  ["does not know the command", "UNKNOWN COMMAND\0"],
  ["speaks of another file", "other: OK\0"],
  ["says OK and more", "stream: OK, I think\0"],
  ["answers noise", "\u0001\u0002\u0003\0"],
  ["breaks off before the end", "stream: O"],
])("a scanner that %s opens nothing", async (_, reply) => {
  await using clamd = await openClamd(0, () => reply);
  expect(await scanFile(clamd.url, once(photo), 300)).toBe("waiting");
});

test("a scanner that hangs up in the middle of a large file leaves it waiting", async () => {
  await using clamd = await openClamd(0, () => null);
  async function* endless() {
    for (let at = 0; at < 200; at += 1) yield Buffer.alloc(256 * 1024);
  }
  expect(await scanFile(clamd.url, endless(), 20_000)).toBe("waiting");
});

test("a file goes to the scanner in pieces", async () => {
  await using clamd = await openClamd();
  async function* pieces() {
    for (let at = 0; at < 40; at += 1) yield Buffer.alloc(256 * 1024);
  }
  expect(await scanFile(clamd.url, pieces())).toBe("clean");
  expect(clamd.scanned).toEqual([40 * 256 * 1024]);
  expect(clamd.largest()).toBe(256 * 1024);
});

test("a file that cannot be read is an error, not a verdict", async () => {
  await using clamd = await openClamd();
  async function* broken() {
    yield Buffer.from("x");
    throw new Error("a piece is missing");
  }
  await expect(scanFile(clamd.url, broken())).rejects.toThrow("a piece is missing");
});
