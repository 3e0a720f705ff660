import { createHash } from "node:crypto";
import type { RouterContextProvider } from "react-router";
import { MAX_FILE_BYTES, PIECE_BYTES } from "../domain/attachments.ts";
import { tidyFileName } from "../domain/file-name.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { beginAttachment } from "../commands/begin-attachment.ts";
import { finishAttachment } from "../commands/finish-attachment.ts";
import { removeAttachment } from "../commands/remove-attachment.ts";
import { listOwnFiles } from "../../db/attachments.ts";
import { removePieces, writePieces } from "../../files/pieces.ts";
import { portalContext, sourceContext } from "./context.ts";
import type { IncomingFile } from "./multipart.ts";
import { pieceStore, type Sender } from "./own-files.ts";
import { describeError } from "./perform.ts";

/** What became of one file of a form. */
export type Received =
  | { readonly name: string; readonly id: string; readonly sha256: string; readonly refusal: null }
  | { readonly name: string; readonly id: null; readonly sha256: null; readonly refusal: string };

/** Making a row costs the caller as much as this many pieces. */
const ROW_COST = 4;

/**
 * Takes one file of a form as it comes in, piece by piece, on disk before it is
 * counted. A file that cannot be taken is told with its reason and leaves
 * nothing behind; a broken connection or a failing disk is thrown, and leaves
 * nothing either.
 */
export async function receiveFile(
  context: Readonly<RouterContextProvider>,
  sender: Sender,
  file: IncomingFile,
): Promise<Received> {
  const { store, clock } = context.get(portalContext);
  const { owner, owners, actor, evidenceOf } = sender;
  const name = tidyFileName(file.name) || "?";
  const refused = (refusal: string): Received => ({ name, id: null, sha256: null, refusal });
  if (owner === null) return refused("no-session");
  const first = await firstChunk(file.bytes);
  if (first === null) return refused("empty");
  if (!takePieces(context, ROW_COST)) return refused("limited");
  let id: string | null = null;
  try {
    const row = await store.write((tx) =>
      beginAttachment(tx, actor, { ownerHash: owner, name: file.name, size: null, evidenceOf }, clock()),
    );
    id = row.publicId;
    const hash = createHash("sha256");
    const portal = context.get(portalContext);
    const size = await writePieces(pieceStore(portal), row, "original", metered(context, first, hash));
    if (file.tooBig() || size > MAX_FILE_BYTES) throw new InputRefusal({ attachments: "too-big" });
    const sha256 = hash.digest("hex");
    const whole = { publicId: id, owners, size, sha256, keepUntil: sender.keepUntil, evidenceOf };
    await store.write((tx) => finishAttachment(tx, actor, whole, clock()));
    return { name, id, sha256, refusal: null };
  } catch (error) {
    if (id !== null) await dropFile(context, sender, id);
    if (error instanceof InputRefusal) return refused(error.errors.attachments ?? "broken");
    throw error;
  }
}

/** Removes a file that nobody filed, with its pieces. What fails here the reaper does later. */
export async function dropFile(
  context: Readonly<RouterContextProvider>,
  { owners, actor, evidenceOf }: Sender,
  publicId: string,
): Promise<void> {
  const { store, blobs } = context.get(portalContext);
  await store.write((tx) => removeAttachment(tx, actor, { publicId, owners, evidenceOf }));
  await removePieces(blobs, publicId);
}

/** Removes whatever a sender has lying here unfiled. */
export async function dropUnfiled(context: Readonly<RouterContextProvider>, sender: Sender): Promise<void> {
  const { store, log } = context.get(portalContext);
  for (const row of await listOwnFiles(store.read, sender.owners)) {
    await dropFile(context, sender, row.publicId).catch((error: unknown) => {
      // The reaper takes it when its time is over.
      log.error(describeError(error), "file not dropped");
    });
  }
}

/** Takes tokens of the caller's rate for pieces; false when there are none left. */
export function takePieces(context: Readonly<RouterContextProvider>, pieces: number): boolean {
  const { limiter } = context.get(portalContext);
  const source = context.get(sourceContext);
  return Array.from({ length: pieces }, () => limiter.take("upload", source)).every((wait) => wait === 0);
}

/** The stream again, with its first chunk known; null when there is nothing in it. */
async function firstChunk(bytes: AsyncIterable<Uint8Array>): Promise<AsyncGenerator<Uint8Array> | null> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return null;
  return (async function* () {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  })();
}

async function* metered(
  context: Readonly<RouterContextProvider>,
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  let paid = 0;
  let seen = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    seen += chunk.length;
    const due = Math.ceil(seen / PIECE_BYTES) - paid;
    paid += due;
    if (due > 0 && !takePieces(context, due)) throw new InputRefusal({ attachments: "limited" });
    yield chunk;
  }
}
