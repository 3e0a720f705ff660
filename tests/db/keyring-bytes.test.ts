import { expect, test } from "vitest";
import { makeKeyring, SEAL_BYTES } from "../../db/keyring.server.ts";

const keys = makeKeyring("k1", { k1: Buffer.alloc(32, 1), k2: Buffer.alloc(32, 2) });
const wrapped = keys.newDataKey("file|a");
const bytes = Buffer.from(Array.from({ length: 1_000 }, (_, at) => at % 256));

test("bytes are opened by their own key, for their own owner and place alone", () => {
  const sealed = keys.sealBytes(wrapped, "file|a", "original/0", bytes);
  expect(sealed.length).toBe(bytes.length + SEAL_BYTES);
  expect(keys.openBytes(wrapped, "file|a", "original/0", sealed).equals(bytes)).toBe(true);
  expect(() => keys.openBytes(wrapped, "file|a", "original/1", sealed)).toThrow();
  expect(() => keys.openBytes(wrapped, "file|b", "original/0", sealed)).toThrow();
  expect(() => keys.openBytes(keys.newDataKey("file|a"), "file|a", "original/0", sealed)).toThrow();
});

test("the same bytes are sealed differently each time", () => {
  const [a, b] = [1, 2].map(() => keys.sealBytes(wrapped, "file|a", "c", bytes));
  expect(a?.equals(b ?? Buffer.alloc(0))).toBe(false);
});

test("bytes that were altered anywhere, cut or lengthened do not open", () => {
  const sealed = keys.sealBytes(wrapped, "file|a", "c", bytes);
  for (const at of [0, 1, 12, 13, 28, 29, 500, sealed.length - 1]) {
    const altered = Buffer.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => keys.openBytes(wrapped, "file|a", "c", altered)).toThrow();
  }
  for (const wrong of [
    sealed.subarray(0, -1),
    sealed.subarray(0, 10),
    Buffer.alloc(0),
    Buffer.concat([sealed, Buffer.of(0)]),
  ])
    expect(() => keys.openBytes(wrapped, "file|a", "c", wrong)).toThrow();
});

test("no bytes at all are sealed and opened too", () => {
  const sealed = keys.sealBytes(wrapped, "file|a", "c", Buffer.alloc(0));
  expect(keys.openBytes(wrapped, "file|a", "c", sealed).length).toBe(0);
});
