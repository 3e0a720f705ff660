import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { checkBytes, keys, memoryBlobs } from "./bench.ts";
import { tellingDocuments, tellingPdfs } from "./canary-documents.ts";
import { tellingPictures } from "./canary-pictures.ts";
import { CANARY, singsIn } from "./canary.ts";

const store = { blobs: memoryBlobs(), keys };

test.each([...tellingPictures, ...tellingPdfs, ...tellingDocuments])(
  "%s does not reach an officer",
  async (_, name, bytes) => {
    const original = await bytes();
    expect(singsIn(original)).toBe(true);
    const { verdict, clean } = await checkBytes(store, name, original);
    expect(verdict).toBe("ready");
    expect(clean.length).toBeGreaterThan(0);
    expect(singsIn(clean)).toBe(false);
  },
);

test.each<[string, (canary: Buffer) => Buffer]>([
  ["as it is", (canary) => canary],
  ["in hex", (canary) => Buffer.from(canary.toString("hex").toUpperCase())],
  ["in base64", (canary) => Buffer.from(canary.toString("base64"))],
  [
    "in base64 after one byte",
    (canary) => Buffer.from(Buffer.concat([Buffer.of(7), canary, Buffer.of(7)]).toString("base64")),
  ],
  ["in base64 after two bytes", (canary) => Buffer.from(Buffer.concat([Buffer.of(7, 7), canary]).toString("base64"))],
  ["packed", (canary) => Buffer.concat([Buffer.from("xx"), deflateSync(canary)])],
  ["packed twice", (canary) => deflateSync(deflateSync(canary))],
])("the search finds a canary %s, in UTF-8 and UTF-16", (_, write) => {
  expect(singsIn(write(Buffer.from(CANARY)))).toBe(true);
  expect(singsIn(write(Buffer.from(CANARY, "utf16le")))).toBe(true);
  expect(singsIn(write(Buffer.from("nobody in particular")))).toBe(false);
});
