/** One to four names of small letters, digits and dashes, joined by slashes; the same on every file system. */
export function isBlobKey(key: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}(\/[a-z0-9][a-z0-9-]{0,63}){0,3}$/.test(key);
}

/** Throws on a key that is not ours: nothing that people typed may name a blob. */
export function checkBlobKey(key: string): void {
  if (!isBlobKey(key)) throw new Error("not a blob key");
}
