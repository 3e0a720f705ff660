import { Readable } from "node:stream";
import { contentDisposition, mediaTypeOf, tidyFileName } from "../domain/file-name.ts";
import type { FileType } from "../domain/attachments.ts";
import { type AttachmentRow, nameOf } from "../../db/attachments.ts";
import { mayOpen } from "../../db/case-files.ts";
import { readPieces } from "../../files/pieces.ts";
import type { Portal } from "./context.ts";
import { pieceStore } from "./own-files.ts";

/**
 * The copy of a file that may be opened: without metadata, as a download that
 * no browser shows by itself. Null while there is none. The caller has made
 * sure that the asker may have it. Parts of a file are not given out: a range
 * is answered with the whole.
 */
export function deliverFile(portal: Portal, row: AttachmentRow): Response | null {
  if (!mayOpen(row) || row.cleanSize === null) return null;
  const type = row.cleanType ?? row.type;
  const pieces = readPieces(pieceStore(portal), row, "clean", row.cleanSize);
  return new Response(Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": mediaTypeOf(type),
      "Content-Length": String(row.cleanSize),
      "Content-Disposition": contentDisposition(namedAs(nameOf(portal.store.read, row), row.type, type)),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "no-store",
      "Accept-Ranges": "none",
    },
  });
}

/** The sender's name for it, with the extension of what is really inside. */
function namedAs(name: string, sent: FileType, delivered: FileType): string {
  return sent === delivered ? name : tidyFileName(`${name.replace(/\.[^.]*$/, "")}.${delivered}`);
}
