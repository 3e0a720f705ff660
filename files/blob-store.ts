import { openFileStore } from "./file-store.ts";
import { openS3Store } from "./s3-store.ts";

/** A blob's name and when it was last written. */
export interface BlobEntry {
  readonly key: string;
  readonly modifiedAt: Date;
}

/**
 * Where bytes lie beside the database. A blob is small (a sealed piece, about
 * 256 KB), is written whole or not at all, and once `put` has resolved it is on
 * disk. Keys are one to four names of small letters, digits and dashes joined
 * by slashes (`isBlobKey`): they never come from people. Every verb throws when
 * the store cannot be reached.
 */
export interface BlobStore {
  /** Writes a blob, over what was there. Until it resolves readers see the old blob or none, never a part. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null where there is no such blob. */
  get(key: string): Promise<Buffer | null>;
  /** Takes a blob away; nothing happens where there is none. */
  remove(key: string): Promise<void>;
  /** Every blob whose key begins with the prefix, in no promised order, one at a time. */
  list(prefix?: string): AsyncIterable<BlobEntry>;
}

/**
 * Opens the store named by `ATTACHMENTS_URL`: `file:FOLDER`, or
 * `s3://KEY:SECRET@HOST[:PORT]/BUCKET[/PREFIX][?region=…][&tls=off]` for anything that
 * speaks the S3 protocol (key and secret percent-encoded).
 */
export function openBlobStore(url: string): BlobStore {
  if (url.startsWith("file:")) return openFileStore(url.slice("file:".length));
  if (url.startsWith("s3:")) return openS3Store(url);
  throw new Error("ATTACHMENTS_URL begins with neither file: nor s3:");
}
