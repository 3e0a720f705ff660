import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { createGzip } from "node:zlib";
import type { Store } from "../../db/store.server.ts";
import type { OpenDataFile, OpenDataSource } from "./open-data-file.ts";
import { type Format, headOf, lineOf } from "./open-data-text.ts";

/** Rows that are sent together. */
const CHUNK = 100;
/** How many a process makes as they are read, at the same time. */
const MOST = 4;
const underWay = new WeakMap<Store, number>();

/**
 * A file made while it is read, from what is published now; null while as many
 * as the process makes at once are under way. The next rows are asked for when
 * the reader has taken those before: a slow reader costs no memory.
 */
export function liveFile(
  store: Store,
  file: OpenDataFile,
  source: Omit<OpenDataSource, "db">,
  format: Format,
): ReadableStream<Uint8Array> | null {
  const others = underWay.get(store) ?? 0;
  if (others >= MOST) return null;
  underWay.set(store, others + 1);
  let ended = false;
  const end = () => {
    if (!ended) underWay.set(store, (underWay.get(store) ?? 1) - 1);
    ended = true;
  };
  const pieces = piecesOf(file, { ...source, db: store.read }, format);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // Other requests have their turn between two pieces.
        await new Promise((resolve) => setImmediate(resolve));
        try {
          const piece = await pieces.next();
          if (!piece.done) return controller.enqueue(piece.value);
          end();
          controller.close();
        } catch (error) {
          end();
          throw error;
        }
      },
      async cancel() {
        end();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* piecesOf(
  file: OpenDataFile,
  source: OpenDataSource,
  format: Format,
): AsyncGenerator<Uint8Array, undefined> {
  let rows = 0;
  let text = headOf(file, format);
  for await (const row of file.rows(source)) {
    text += lineOf(file, row, format);
    rows += 1;
    if (rows % CHUNK > 0) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
  return undefined;
}

/** A file as it is made, in gzip: the reader's pace is kept, and one who goes away ends it. */
export function packedStream(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const packer = createGzip({ level: 6 });
  const source = Readable.fromWeb(body as NodeStream<Uint8Array>, { highWaterMark: 1 });
  // What goes wrong on the way ends both, and the reader is told by the end of the stream.
  pipeline(source, packer).catch(() => {});
  return Readable.toWeb(packer) as ReadableStream<Uint8Array>;
}
