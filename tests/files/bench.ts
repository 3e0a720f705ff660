import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeKeyring } from "../../db/keyring.server.ts";
import { type BlobStore, openBlobStore } from "../../files/blob-store.ts";
import { checkFile } from "../../files/check-file.ts";
import type { Limits } from "../../files/child/guard.ts";
import {
  type FilePart,
  ownerOfFile,
  type PieceStore,
  readPieces,
  type SealedFile,
  writePieces,
} from "../../files/pieces.ts";

export const keys = makeKeyring("k1", { k1: Buffer.alloc(32, 7) });

/** A folder of its own that goes away with the test. */
export async function openFolder(): Promise<{ folder: string; [Symbol.asyncDispose](): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "files-test-"));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** A store of pieces in a folder of its own. */
export async function openBench() {
  const { folder, [Symbol.asyncDispose]: dispose } = await openFolder();
  const store: PieceStore = { blobs: openBlobStore(`file:${folder}`), keys };
  return { folder, store, [Symbol.asyncDispose]: dispose };
}

/** A blob store that is a map. */
export function memoryBlobs(): BlobStore & { readonly blobs: Map<string, Buffer> } {
  const blobs = new Map<string, Buffer>();
  return {
    blobs,
    async put(key, bytes) {
      blobs.set(key, Buffer.from(bytes));
    },
    async get(key) {
      return blobs.get(key) ?? null;
    },
    async remove(key) {
      blobs.delete(key);
    },
    async *list(prefix = "") {
      for (const key of [...blobs.keys()].filter((known) => known.startsWith(prefix)))
        yield { key, modifiedAt: new Date(0) };
    },
  };
}

export function newFile(): SealedFile {
  const publicId = randomBytes(16).toString("hex");
  return { publicId, wrappedKey: keys.newDataKey(ownerOfFile(publicId)) };
}

export async function readAll(store: PieceStore, file: SealedFile, part: FilePart, size: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readPieces(store, file, part, size)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Puts bytes away as an upload would, checks them, and gives the verdict with the cleaned bytes. */
export async function checkBytes(
  store: PieceStore,
  name: string,
  bytes: Buffer,
  options: { clamdUrl?: string | null; limits?: Limits } = {},
) {
  const file = newFile();
  await writePieces(store, file, "original", once(bytes));
  const { clamdUrl = null, limits } = options;
  const check = await checkFile({ store, file, name, size: bytes.length, clamdUrl, ...(limits ? { limits } : {}) });
  const clean = check.state === "ready" ? await readAll(store, file, "clean", check.cleanSize) : Buffer.alloc(0);
  return { file, check, clean, verdict: check.state === "ready" ? "ready" : check.refusal };
}

export async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  if (bytes.length > 0) yield bytes;
}
