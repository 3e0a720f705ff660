import { deleteFile, expiredFiles, namesWithoutRow } from "../../db/attachments.ts";
import type { Store } from "../../db/store.server.ts";
import type { BlobStore } from "../../files/blob-store.ts";
import { publicIdOfBlob, removePieces } from "../../files/pieces.ts";

export interface ReaperJob {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly clock: () => Date;
}

const BATCH = 100;
/** Pieces this young may belong to a row that is about to be written. */
const YOUNG_MS = 3_600_000;

/** Removes files that nobody filed in time: first the row and with it the key, then the pieces. */
export async function reapExpired({ store, blobs, clock }: ReaperJob): Promise<number> {
  let gone = 0;
  for (;;) {
    const expired = await expiredFiles(store.read, clock(), BATCH);
    for (const row of expired) {
      // A case may have taken it since it was read.
      if (!(await store.write((tx) => deleteFile(tx, row.id)))) continue;
      await removePieces(blobs, row.publicId);
      gone += 1;
    }
    if (expired.length < BATCH) return gone;
  }
}

/** Removes pieces that no row knows, left by a crash between row and disk. Reads the whole store, so it runs seldom. */
export async function reapOrphans({ store, blobs, clock }: ReaperJob): Promise<number> {
  const before = clock().getTime() - YOUNG_MS;
  let ids = new Set<string>();
  let gone = 0;
  const sweep = async () => {
    const orphans = await namesWithoutRow(store.read, [...ids]);
    for (const id of orphans) await removePieces(blobs, id);
    gone += orphans.length;
    ids = new Set();
  };
  for await (const { key, modifiedAt } of blobs.list()) {
    if (modifiedAt.getTime() < before) ids.add(publicIdOfBlob(key));
    if (ids.size >= BATCH) await sweep();
  }
  await sweep();
  return gone;
}
