import { createHash } from "node:crypto";
import { type FileHandle, open, rename } from "node:fs/promises";
import path from "node:path";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as rest } from "node:timers/promises";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { OpenDataFile, OpenDataSource } from "../http/open-data-file.ts";
import {
  fileNameOf,
  type MadeFile,
  type PackedEncoding,
  packedEncodings,
  type Representation,
} from "../http/open-data-folder.ts";
import { type Format, formats, headOf, lineOf } from "../http/open-data-text.ts";

/** Rows that are written together: some milliseconds of work. */
const CHUNK = 100;

/**
 * Writes a file in every format and encoding in one pass over its rows, to the disk. Rests
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
  const openForm = (encoding: Representation["encoding"]) =>
    open(path.join(folder, fileNameOf(file.name, format, encoding)), "wx");
  const plain = plainForm(await openForm("identity"));
  const packed: PackedForm[] = [];
  for (const encoding of packedEncodings) packed.push(packedForm(encoding, await openForm(encoding)));
  const forms = [plain, ...packed];
  let waiting = headOf(file, format);
  const flush = async () => {
    const chunk = Buffer.from(waiting);
    waiting = "";
    // One after the other, so that all of it together takes no more than one processor.
    for (const form of forms) await form.write(chunk);
  };
  return {
    format,
    add: (line: string) => {
      waiting += line;
    },
    flush,
    end: async (rows: number): Promise<MadeFile> => {
      await flush();
      const ended: MadeFile = { name: file.name, format, rows, ...(await plain.end()), packed: [] };
      for (const { encoding, end } of packed) ended.packed.push({ encoding, ...(await end()) });
      return ended;
    },
    close: async () => {
      for (const form of forms) await form.close();
    },
  };
}

/** Writes to a file and knows how much and what it was. */
function countedFile(handle: FileHandle) {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    write: async (chunk: Buffer): Promise<void> => {
      hash.update(chunk);
      bytes += chunk.length;
      await handle.writeFile(chunk);
    },
    /** On the disk for good. */
    end: async () => {
      await handle.sync();
      return { bytes, sha256: hash.digest("hex") };
    },
  };
}

function plainForm(handle: FileHandle) {
  return { ...countedFile(handle), close: () => handle.close() };
}

type PackedForm = ReturnType<typeof packedForm>;

/** The same bytes encoded as they come: no more of a file than a chunk is ever held. */
function packedForm(encoding: PackedEncoding, handle: FileHandle) {
  const { write, end } = countedFile(handle);
  const packer = packers[encoding]();
  const written = pipeline(packer, async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) await write(piece);
  });
  // Told to whoever writes next, or ends.
  written.catch(() => {});
  return {
    encoding,
    write: (chunk: Buffer) =>
      new Promise<void>((resolve, reject) => {
        packer.write(chunk, (error) => (error ? reject(error) : resolve()));
      }),
    end: async () => {
      packer.end();
      await written;
      return end();
    },
    close: async () => {
      packer.destroy();
      await written.catch(() => {});
      await handle.close();
    },
  };
}

/** Levels that are quick: the files of a portal with a million cases are made again and again. */
const packers = {
  gzip: () => createGzip({ level: 6 }),
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
} satisfies Record<PackedEncoding, () => Transform>;

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
