import { createHash } from "node:crypto";
import { open, rename } from "node:fs/promises";
import path from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import type { OpenDataFile, OpenDataSource } from "../http/open-data-file.ts";
import type { MadeFile } from "../http/open-data-folder.ts";
import { type Format, formats, headOf, lineOf } from "../http/open-data-text.ts";

/** Rows that are written together: some milliseconds of work. */
const CHUNK = 100;

/**
 * Writes a file in every format in one pass over its rows, to the disk. Rests
 * after each some rows for as long as they took, so that the portal's requests
 * have their turns and half a processor is used at the most.
 */
export async function writeOpenData(file: OpenDataFile, source: OpenDataSource, folder: string): Promise<MadeFile[]> {
  const writers = await Promise.all(formats.map((format) => openWriter(file, format, folder)));
  try {
    let rows = 0;
    let began = performance.now();
    for await (const row of file.rows(source)) {
      rows += 1;
      for (const writer of writers) writer.add(lineOf(file, row, writer.format));
      if (rows % CHUNK > 0) continue;
      for (const writer of writers) await writer.flush();
      await rest(performance.now() - began);
      began = performance.now();
    }
    return await Promise.all(writers.map((writer) => writer.end(rows)));
  } finally {
    await Promise.all(writers.map((writer) => writer.close()));
  }
}

async function openWriter(file: OpenDataFile, format: Format, folder: string) {
  const handle = await open(path.join(folder, `${file.name}.${format}`), "wx");
  const hash = createHash("sha256");
  let bytes = 0;
  let waiting = headOf(file, format);
  const flush = async () => {
    const chunk = Buffer.from(waiting);
    waiting = "";
    hash.update(chunk);
    bytes += chunk.length;
    await handle.writeFile(chunk);
  };
  return {
    format,
    add: (line: string) => {
      waiting += line;
    },
    flush,
    end: async (rows: number): Promise<MadeFile> => {
      await flush();
      await handle.sync();
      return { name: file.name, format, rows, bytes, sha256: hash.digest("hex") };
    },
    close: () => handle.close(),
  };
}

/** Puts a text in the place of a file in one step: whoever reads it reads the former one or the new one, whole. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}

/** Makes the names in a folder last; where a system cannot, its files do. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  if (!handle) return;
  await handle.sync().catch(() => {});
  await handle.close();
}
