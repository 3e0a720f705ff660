import { expect, test } from "vitest";
import { PIECE_BYTES } from "../../app/domain/attachments.ts";
import { DamagedFileError, readPieces, removePieces, writePiece, writePieces } from "../../files/pieces.ts";
import { keys, memoryBlobs, newFile, once, readAll } from "./bench.ts";

const SIZE = 2 * PIECE_BYTES + 1_000;
const bytes = Buffer.from(Array.from({ length: SIZE }, (_, at) => (at * 31 + (at >> 8)) & 0xff));

async function filled() {
  const store = { blobs: memoryBlobs(), keys };
  const file = newFile();
  await writePieces(store, file, "original", once(bytes));
  return { store, file, blobs: store.blobs.blobs };
}

test("what was written is read, whatever the size", async () => {
  const store = { blobs: memoryBlobs(), keys };
  for (const size of [1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, SIZE]) {
    const file = newFile();
    expect(await writePieces(store, file, "clean", once(bytes.subarray(0, size)))).toBe(size);
    expect((await readAll(store, file, "clean", size)).equals(bytes.subarray(0, size))).toBe(true);
  }
});

test("pieces are written one by one, in any order, and again", async () => {
  const store = { blobs: memoryBlobs(), keys };
  const file = newFile();
  for (const index of [2, 0, 1, 0]) {
    const piece = bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES);
    await writePiece(store, file, "original", index, piece);
  }
  expect((await readAll(store, file, "original", SIZE)).equals(bytes)).toBe(true);
});

test("nothing of a file can be read in the store", async () => {
  const { blobs } = await filled();
  expect(blobs.size).toBe(3);
  for (const sealed of blobs.values()) expect(sealed.includes(bytes.subarray(0, 16))).toBe(false);
});

test.each<[string, (blobs: Map<string, Buffer>, id: string) => void]>([
  ["is missing", (blobs, id) => blobs.delete(`${id}/original/0001`)],
  ["is cut off at the end", (blobs, id) => blobs.delete(`${id}/original/0002`)],
  ["has one bit turned", (blobs, id) => flip(blobs.get(`${id}/original/0001`), 100)],
  ["has its tag turned", (blobs, id) => flip(blobs.get(`${id}/original/0001`), 20)],
  ["changed places", (blobs, id) => swap(blobs, `${id}/original/0000`, `${id}/original/0001`)],
  ["stands in for another", (blobs, id) => copy(blobs, `${id}/original/0000`, `${id}/original/0001`)],
  ["is shorter", (blobs, id) => blobs.set(`${id}/original/0001`, Buffer.alloc(10))],
])("a file of which a piece %s does not open", async (_, damage) => {
  const { store, file, blobs } = await filled();
  damage(blobs, file.publicId);
  await expect(readAll(store, file, "original", SIZE)).rejects.toThrow(DamagedFileError);
});

test("a part does not open as the other part, nor as another file's", async () => {
  const { store, file, blobs } = await filled();
  const other = newFile();
  for (const index of ["0000", "0001", "0002"]) {
    copy(blobs, `${file.publicId}/original/${index}`, `${file.publicId}/clean/${index}`);
    copy(blobs, `${file.publicId}/original/${index}`, `${other.publicId}/original/${index}`);
  }
  await expect(readAll(store, file, "clean", SIZE)).rejects.toThrow(DamagedFileError);
  await expect(readAll(store, other, "original", SIZE)).rejects.toThrow(DamagedFileError);
  const stolen = { publicId: other.publicId, wrappedKey: file.wrappedKey };
  await expect(readAll(store, stolen, "original", SIZE)).rejects.toThrow(DamagedFileError);
});

test.each([SIZE - 1, SIZE + 1, SIZE + PIECE_BYTES, PIECE_BYTES + 5])(
  "a row that says %i bytes does not open the file",
  async (size) => {
    const { store, file } = await filled();
    await expect(readAll(store, file, "original", size)).rejects.toThrow(DamagedFileError);
  },
);

test("pieces before the damaged one are given out, never one after it", async () => {
  const { store, file, blobs } = await filled();
  flip(blobs.get(`${file.publicId}/original/0001`), 50);
  const seen: number[] = [];
  const reading = (async () => {
    for await (const piece of readPieces(store, file, "original", SIZE)) seen.push(piece.length);
  })();
  await expect(reading).rejects.toThrow(DamagedFileError);
  expect(seen).toEqual([PIECE_BYTES]);
});

test("a file's pieces are removed, and no other's", async () => {
  const { store, file, blobs } = await filled();
  const other = newFile();
  await writePieces(store, other, "original", once(bytes));
  await writePieces(store, file, "clean", once(bytes.subarray(0, 10)));
  await removePieces(store.blobs, file.publicId, "clean");
  expect((await readAll(store, file, "original", SIZE)).length).toBe(SIZE);
  await removePieces(store.blobs, file.publicId);
  await removePieces(store.blobs, file.publicId);
  expect([...blobs.keys()].every((key) => key.startsWith(other.publicId))).toBe(true);
  expect((await readAll(store, other, "original", SIZE)).equals(bytes)).toBe(true);
});

test.each([0, PIECE_BYTES + 1])("a piece of %i bytes is not written", async (length) => {
  const store = { blobs: memoryBlobs(), keys };
  await expect(writePiece(store, newFile(), "original", 0, Buffer.alloc(length))).rejects.toThrow("PIECE_BYTES");
});

function flip(blob: Buffer | undefined, at: number): void {
  if (blob) blob[at] = (blob[at] ?? 0) ^ 1;
}

function swap(blobs: Map<string, Buffer>, a: string, b: string): void {
  const [first, second] = [blobs.get(a), blobs.get(b)];
  if (first && second) blobs.set(a, second).set(b, first);
}

function copy(blobs: Map<string, Buffer>, from: string, to: string): void {
  const blob = blobs.get(from);
  if (blob) blobs.set(to, blob);
}
