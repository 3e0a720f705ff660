import { createHash } from "node:crypto";
import { open, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import type { OpenDataFile } from "./open-data-file.ts";
import { type Format, formats } from "./open-data-text.ts";

/** The encodings in which files lie beside the plain ones, the smallest first. */
export const packedEncodings = ["br", "gzip"] as const;
export type PackedEncoding = (typeof packedEncodings)[number];

const written = { bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) };
const madeFile = z.object({
  name: z.string(),
  format: z.enum(formats),
  rows: z.number().int(),
  ...written,
  /** The same file encoded, with size and checksum of what is sent. */
  packed: z.array(z.object({ encoding: z.enum(packedEncodings), ...written })).default([]),
});
export type MadeFile = z.infer<typeof madeFile>;

/** One form of a file as it is sent. */
export interface Representation {
  readonly encoding: PackedEncoding | "identity";
  readonly bytes: number;
  readonly sha256: string;
}
const endings: Record<Representation["encoding"], string> = { identity: "", gzip: ".gz", br: ".br" };

/** What a form of a file is called in its folder. */
export const fileNameOf = (name: string, format: Format, encoding: Representation["encoding"]): string =>
  `${name}.${format}${endings[encoding]}`;

/** The set of files that was last finished: all of them of one moment of the database. */
const madeSet = z.object({
  /** The folder that holds them, beside this description. */
  folder: z.string().regex(/^[0-9a-f]{16}$/),
  /** What was described when they were made: names and columns. */
  described: z.string(),
  madeAt: z.string(),
  /** How long they took to make. */
  tookMs: z.number(),
  /** The number of changes that the public could see by then. */
  version: z.number().int(),
  /** How often something had left the public pages by then. */
  removals: z.number().int(),
  files: z.array(madeFile),
});
export type MadeSet = z.infer<typeof madeSet>;

/** What files there are and of what shape, so that a newer portal makes new ones. */
export function describeFiles(files: readonly OpenDataFile[]): string {
  const shapes = files.map(({ name, columns }) => [name, columns.map((column) => [column.name, column.type])]);
  return createHash("sha256").update(JSON.stringify(shapes)).digest("hex");
}

/** Where the files lie. */
export const openDataFolder = (dataDir: string): string => path.join(dataDir, "open-data");
export const CURRENT = "current.json";

const known = new Map<string, { key: string; set: MadeSet }>();

/** The set that was last finished, or null before the first. */
export async function readMadeSet(folder: string): Promise<MadeSet | null> {
  const file = path.join(folder, CURRENT);
  try {
    const { mtimeMs, ino } = await stat(file);
    const key = `${ino} ${mtimeMs}`;
    const before = known.get(folder);
    if (before?.key === key) return before.set;
    const set = madeSet.parse(JSON.parse(await readFile(file, "utf8")));
    known.set(folder, { key, set });
    return set;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** The bytes of a form of a file of a set, from one to another, both included; null when a newer set has taken its place. */
export async function openMadeFile(
  folder: string,
  set: MadeSet,
  file: MadeFile,
  encoding: Representation["encoding"],
  range: { readonly start: number; readonly end: number },
): Promise<ReadableStream<Uint8Array> | null> {
  try {
    // Opened before the answer begins: whoever has it open reads it to its end, whatever happens to its name.
    const handle = await open(path.join(folder, set.folder, fileNameOf(file.name, file.format, encoding)));
    // A file without rows has no byte to end at.
    const bytes = range.end < range.start ? { start: 0 } : range;
    return Readable.toWeb(handle.createReadStream(bytes)) as ReadableStream<Uint8Array>;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
