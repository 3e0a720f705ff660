import { PIECE_BYTES } from "../app/domain/attachments.ts";
import type { BlobStore } from "./blob-store.ts";

/** What people sent, or what is made of it for officers: without metadata. */
export type FilePart = "original" | "clean";

/** The sealing of the key ring (`Keyring` of the database fits). */
export interface PieceKeys {
  sealBytes(wrapped: string, owner: string, column: string, bytes: Uint8Array): Buffer;
  openBytes(wrapped: string, owner: string, column: string, sealed: Uint8Array): Buffer;
}

/** Where pieces lie and what opens them. */
export interface PieceStore {
  readonly blobs: BlobStore;
  readonly keys: PieceKeys;
}

/** A file as its row names it: 128 random bits in small hex letters, and its own key, wrapped for `ownerOfFile`. */
export interface SealedFile {
  readonly publicId: string;
  readonly wrappedKey: string;
}

/** A piece is missing, cut short, moved or altered: the file cannot be read as it was sent. */
export class DamagedFileError extends Error {
  override readonly name = "DamagedFileError";
}

/** The owner under which a file's key is wrapped and its columns are sealed: `newDataKey(ownerOfFile(publicId))`. */
export function ownerOfFile(publicId: string): string {
  return `attachment|${publicId}`;
}

/** How many pieces a file of `size` bytes has. */
export function pieceCount(size: number): number {
  return Math.ceil(size / PIECE_BYTES);
}

/** How many bytes piece `index` (from 0) of a file of `size` bytes has. */
export function pieceLength(size: number, index: number): number {
  return Math.min(PIECE_BYTES, size - index * PIECE_BYTES);
}

/** Every blob of a file has a key that begins so; what stands before the first slash is its public id. */
export function blobPrefix(publicId: string): string {
  return `${publicId}/`;
}

/** The public id that a blob belongs to: what the reaper compares with the rows. */
export function publicIdOfBlob(key: string): string {
  return key.slice(0, key.indexOf("/"));
}

/**
 * Seals one piece and puts it into the store, over what was there: sending a
 * piece twice is harmless. Every piece but the last has `PIECE_BYTES` bytes.
 * Once it resolves the piece is on disk, and the row may count it.
 */
export async function writePiece(
  { blobs, keys }: PieceStore,
  file: SealedFile,
  part: FilePart,
  index: number,
  bytes: Uint8Array,
): Promise<void> {
  if (bytes.length === 0 || bytes.length > PIECE_BYTES) throw new Error("a piece has 1 to PIECE_BYTES bytes");
  const sealed = keys.sealBytes(file.wrappedKey, ownerOfFile(file.publicId), boundTo(part, index), bytes);
  await blobs.put(blobKey(file.publicId, part, index), sealed);
}

/**
 * The bytes of a part, piece by piece and in order; never more than one piece
 * is held. `size` is what the row says. Throws `DamagedFileError` before giving
 * out a piece that is not the one that was written there.
 */
export async function* readPieces(
  { blobs, keys }: PieceStore,
  file: SealedFile,
  part: FilePart,
  size: number,
): AsyncGenerator<Buffer, void, undefined> {
  for (let index = 0; index < pieceCount(size); index += 1) {
    const sealed = await blobs.get(blobKey(file.publicId, part, index));
    if (sealed === null) throw new DamagedFileError("a piece is missing");
    const bytes = openPiece(keys, file, part, index, sealed);
    if (bytes.length !== pieceLength(size, index)) throw new DamagedFileError("a piece has another length");
    yield bytes;
  }
}

/**
 * Cuts a stream into pieces and writes them; returns how many bytes there were.
 * Pieces left from a longer run before stay and are never read: the row's size
 * says where a part ends.
 */
export async function writePieces(
  store: PieceStore,
  file: SealedFile,
  part: FilePart,
  bytes: AsyncIterable<Uint8Array>,
): Promise<number> {
  let size = 0;
  for await (const piece of inPieces(bytes)) {
    await writePiece(store, file, part, Math.floor(size / PIECE_BYTES), piece);
    size += piece.length;
  }
  return size;
}

/** Removes all pieces of a file, or those of one part; harmless to repeat. */
export async function removePieces(blobs: BlobStore, publicId: string, part?: FilePart): Promise<void> {
  const prefix = part === undefined ? blobPrefix(publicId) : `${blobPrefix(publicId)}${part}/`;
  for await (const { key } of blobs.list(prefix)) await blobs.remove(key);
}

/** Regroups a stream into runs of exactly `PIECE_BYTES`; the last one may be shorter. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(PIECE_BYTES);
  let filled = 0;
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length;) {
      const taken = chunk.subarray(at, at + PIECE_BYTES - filled);
      held.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < PIECE_BYTES) continue;
      yield held;
      held = Buffer.alloc(PIECE_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield held.subarray(0, filled);
}

function openPiece(keys: PieceKeys, file: SealedFile, part: FilePart, index: number, sealed: Buffer): Buffer {
  try {
    return keys.openBytes(file.wrappedKey, ownerOfFile(file.publicId), boundTo(part, index), sealed);
  } catch (error) {
    throw new DamagedFileError("a piece does not open", { cause: error });
  }
}

/** A piece opens only in its own place: file, part and index are authenticated with it. */
function boundTo(part: FilePart, index: number): string {
  return `${part}/${index}`;
}

function blobKey(publicId: string, part: FilePart, index: number): string {
  return `${publicId}/${part}/${String(index).padStart(4, "0")}`;
}
