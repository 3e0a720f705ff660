import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, opendir, readFile, rename, rmdir, stat, unlink } from "node:fs/promises";
import path from "node:path";
import { checkBlobKey, isBlobKey } from "./blob-key.ts";
import type { BlobEntry, BlobStore } from "./blob-store.ts";

/** Half-written files lie here until they are whole; `list` and `get` never look into it. */
const UNFINISHED = ".unfinished";
/** No write takes this long: what is older was left by a process that was killed. */
const LEFT_OVER_MS = 60 * 60 * 1000;

/**
 * Blobs as files of a folder, readable by their owner only. Each is written to
 * a file of its own, synced, renamed, and its folder synced, so that a power
 * cut leaves it whole or absent. Blobs are spread over 256 folders or so by the
 * first two letters of their key.
 */
export function openFileStore(root: string): BlobStore {
  const unfinished = path.join(root, UNFINISHED);
  const fileOf = (key: string): string => {
    checkBlobKey(key);
    return path.join(root, key.slice(0, 2), ...key.split("/"));
  };
  let swept: Promise<void> | null = null;

  return {
    async put(key, bytes) {
      const file = fileOf(key);
      swept ??= sweep(unfinished);
      await swept;
      const temporary = path.join(unfinished, randomBytes(16).toString("hex"));
      await writeSynced(temporary, bytes);
      try {
        await moveInto(temporary, file);
      } catch (error) {
        await unlink(temporary).catch(() => {});
        throw error;
      }
    },
    async get(key) {
      return orMissing(readFile(fileOf(key)));
    },
    async remove(key) {
      const file = fileOf(key);
      const gone = await orMissing(unlink(file).then(() => true));
      if (gone) await pruneEmpty(root, path.dirname(file));
    },
    async *list(prefix = "") {
      yield* walk(root, "", prefix);
    },
  };
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames into place; once more from the start when a `remove` took the empty folder away in between. */
async function moveInto(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await makeFolders(path.dirname(to));
      await rename(from, to);
      await syncFolder(path.dirname(to));
      return;
    } catch (error) {
      if (attempt === 3 || !isMissing(error)) throw error;
    }
  }
}

/** Makes the folders above a file and syncs the parent of each one that is new. */
async function makeFolders(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const top = path.dirname(path.resolve(first));
  for (let at = path.resolve(folder); at !== top && at !== path.dirname(at); at = path.dirname(at))
    await syncFolder(path.dirname(at));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no handle on a folder to sync; NTFS journals the rename.
  if (process.platform === "win32") return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the folder of unfinished files and empties it of what killed processes left. */
async function sweep(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for await (const entry of await opendir(folder)) {
    const file = path.join(folder, entry.name);
    const known = await orMissing(stat(file));
    if (known && Date.now() - known.mtimeMs > LEFT_OVER_MS) await orMissing(unlink(file));
  }
}

/** Takes empty folders away, upwards, never the root. */
async function pruneEmpty(root: string, folder: string): Promise<void> {
  const top = path.resolve(root);
  for (let at = path.resolve(folder); at !== top; at = path.dirname(at)) {
    try {
      await rmdir(at);
    } catch {
      return;
    }
  }
}

/** `folder` is a path below the root; below its first level it is also the beginning of a key. */
async function* walk(root: string, folder: string, prefix: string): AsyncIterable<BlobEntry> {
  const entries = await orMissing(opendir(path.join(root, folder)));
  if (entries === null) return;
  for await (const entry of entries) {
    if (folder === "" && entry.name === UNFINISHED) continue;
    const below = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const key = below.slice(below.indexOf("/") + 1);
    const atShard = folder === "";
    if (entry.isDirectory()) {
      const start = atShard ? entry.name : `${key}/`;
      if (start.startsWith(prefix) || prefix.startsWith(start)) yield* walk(root, below, prefix);
    } else if (!atShard && key.startsWith(prefix) && isBlobKey(key)) {
      const known = await orMissing(stat(path.join(root, below)));
      if (known) yield { key, modifiedAt: known.mtime };
    }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

async function orMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
