import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { MAX_ENTRY_BYTES, MAX_RATIO, MAX_ZIP_BYTES, MAX_ZIP_ENTRIES, RATIO_FROM_BYTES } from "./limits.ts";
import { demand, RefusedFile } from "./refused.ts";

/** The files of an archive by their full name. */
export type ZipParts = Map<string, Buffer>;

/**
 * Unpacks an archive into memory. The directory is judged before anything is
 * unpacked: number of entries, names, sizes, ratios, methods; and what is
 * unpacked must be as long as the directory says.
 */
export async function readZip(bytes: Buffer): Promise<ZipParts> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    const entries = await readDirectory(zip);
    const parts: ZipParts = new Map();
    for (const entry of entries) parts.set(entry.fileName, await unpack(zip, entry));
    return parts;
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile("broken");
  }
}

async function readDirectory(zip: ZipFile): Promise<Entry[]> {
  demand(zip.entryCount <= MAX_ZIP_ENTRIES, "bomb");
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    demand(entries.length < MAX_ZIP_ENTRIES, "bomb");
    if (entry.fileName.endsWith("/")) continue;
    checkEntry(entry);
    const same = entry.fileName.toLowerCase();
    demand(!names.has(same), "broken");
    names.add(same);
    total += entry.uncompressedSize;
    demand(total <= MAX_ZIP_BYTES, "bomb");
    entries.push(entry);
  }
  demandApart(entries);
  return entries;
}

function checkEntry(entry: Entry): void {
  demand(!entry.isEncrypted(), "locked");
  demand(entry.compressionMethod === 0 || entry.compressionMethod === 8, "broken");
  demand(isPlainName(entry.fileName) && !isLink(entry), "broken");
  demand(entry.uncompressedSize <= MAX_ENTRY_BYTES, "bomb");
  const packed = Math.max(1, entry.compressedSize);
  demand(entry.uncompressedSize <= RATIO_FROM_BYTES || entry.uncompressedSize / packed <= MAX_RATIO, "bomb");
}

/** A relative path in ASCII, as office files name their parts: yauzl has refused `..`, a leading slash and backslashes already. */
function isPlainName(name: string): boolean {
  return /^[\u0020-\u007e]{1,255}$/.test(name) && !/:|\/\/|^\.\//.test(name);
}

/** Unix keeps a file's kind in the upper half of the attributes; 0xA000 is a symbolic link. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

/** Entries that share their bytes make a small archive unpack to much (overlapping bombs). */
function demandApart(entries: readonly Entry[]): void {
  const runs = entries
    .map(
      (entry) =>
        [entry.relativeOffsetOfLocalHeader, entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize] as const,
    )
    .sort(([a], [b]) => a - b);
  for (const [index, [, end]] of runs.entries()) {
    const next = runs[index + 1];
    demand(next === undefined || end <= next[0], "bomb");
  }
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
