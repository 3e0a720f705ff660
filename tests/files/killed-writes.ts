import { createHash } from "node:crypto";

/** The bytes that belong under a key: any part of them is seen to be a part. */
export function blobOf(key: string): Buffer {
  return Buffer.alloc(256 * 1024, createHash("sha256").update(key).digest());
}
