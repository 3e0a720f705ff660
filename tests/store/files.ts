import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { addPiece } from "../../app/commands/add-piece.ts";
import { beginAttachment } from "../../app/commands/begin-attachment.ts";
import { PIECE_BYTES } from "../../app/domain/attachments.ts";
import type { FileCheckJob } from "../../app/jobs/check-attachments.ts";
import type { AttachmentRow } from "../../db/attachments.ts";
import { type BlobStore, openBlobStore } from "../../files/blob-store.ts";
import { writePiece } from "../../files/pieces.ts";
import { thePublic, type World } from "./world.ts";

/** A folder for files beside a world's database, removed at the end of the test. */
export interface Shelf {
  readonly blobs: BlobStore;
  readonly job: FileCheckJob;
  /** Every file of the folder. */
  names(): string[];
  [Symbol.dispose](): void;
}

export function openShelf(world: World): Shelf {
  const folder = mkdtempSync(path.join(os.tmpdir(), "cau-noi-files-"));
  const blobs = openBlobStore(`file:${folder}`);
  const onError = (error: unknown) => {
    throw error;
  };
  return {
    blobs,
    job: { store: world.store, blobs, clamdUrl: null, clock: world.now, onError },
    names: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((f) => (f.isFile() ? f.name : [])),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A file that an owner has sent whole, piece by piece, and that waits to be looked into. */
export async function sendFile(
  world: World,
  shelf: Shelf,
  owner: string,
  file: { name?: string; bytes: Uint8Array },
): Promise<AttachmentRow> {
  const { bytes, name = "ảnh chụp.png" } = file;
  let row = await world.run(beginAttachment, thePublic, { ownerHash: owner, name, size: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
    const piece = bytes.subarray(offset, offset + PIECE_BYTES);
    await writePiece({ blobs: shelf.blobs, keys: world.store.read.keys }, row, "original", offset / PIECE_BYTES, piece);
    const added = { publicId: row.publicId, owners: [owner], offset, length: piece.length };
    row = await world.run(addPiece, thePublic, added);
  }
  return row;
}
