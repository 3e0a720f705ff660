import { PIECE_BYTES } from "../../domain/attachments.ts";
import { addPiece } from "../../commands/add-piece.ts";
import { fileCheckJob, checkAttachments } from "../../jobs/check-attachments.ts";
import type { AttachmentRow } from "../../../db/attachments.ts";
import { writePiece } from "../../../files/pieces.ts";
import { langContext, type Portal, portalContext } from "../../http/context.ts";
import { findSent, pieceStore, type Sender } from "../../http/own-files.ts";
import { describeError, perform } from "../../http/perform.ts";
import { dropFile, takePieces } from "../../http/receive-file.ts";
import { refuseUpload, showUpload, speakAs, uploadHeaders } from "../../http/upload-answers.ts";
import type { Route } from "./+types/upload";

type Args = Pick<Route.ActionArgs, "request" | "context">;

/** How far a file is: HEAD for its offset, GET for its state as well. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  speakAs(request, context);
  const sent = await findSent(request, context, params.id ?? "");
  return sent ? showUpload(context.get(portalContext), context.get(langContext), sent.row) : nothing();
}

/** PATCH adds the next piece, DELETE takes the file back. */
export async function action({ request, context, params }: Route.ActionArgs) {
  speakAs(request, context);
  const sent = await findSent(request, context, params.id ?? "");
  if (!sent) return nothing();
  const { row, sender } = sent;
  if (request.method === "PATCH") return receivePiece({ request, context }, row, sender);
  if (request.method !== "DELETE") {
    return refuseUpload(context.get(langContext), 405, "unavailable", { Allow: "GET, HEAD, PATCH, DELETE" });
  }
  await dropFile(context, sender, row.publicId);
  return new Response(null, { status: 204 });
}

/** The same whether there is no such file or it is another's. */
const nothing = () => new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });

/** The next piece: on disk first, then counted, then acknowledged. 409 with the right offset when it is another's turn. */
async function receivePiece({ request, context }: Args, row: AttachmentRow, sender: Sender): Promise<Response> {
  const portal = context.get(portalContext);
  const lang = context.get(langContext);
  const given = request.headers.get("Upload-Offset") ?? "";
  if (!/^\d{1,10}$/.test(given)) return refuseUpload(lang, 400, "unavailable", uploadHeaders(row));
  const offset = Number(given);
  if (row.state !== "receiving" || offset !== row.received) {
    return refuseUpload(lang, 409, "unavailable", uploadHeaders(row));
  }
  const bytes = new Uint8Array(await request.arrayBuffer());
  const due = Math.min(PIECE_BYTES, row.size - offset);
  if (bytes.length !== due)
    return refuseUpload(lang, bytes.length > due ? 413 : 400, "unavailable", uploadHeaders(row));
  if (!takePieces(context, 1)) return refuseUpload(lang, 429, "limited", { "Retry-After": "5", ...uploadHeaders(row) });
  try {
    await writePiece(pieceStore(portal), row, "original", offset / PIECE_BYTES, bytes);
  } catch (error) {
    portal.log.error(describeError(error), "piece not stored");
    return refuseUpload(lang, 503, "unavailable", { "Retry-After": "10", ...uploadHeaders(row) });
  }
  const { publicId } = row;
  const piece = { publicId, owners: sender.owners, offset, length: due, keepUntil: sender.keepUntil };
  const added = await perform(context, addPiece, piece, sender.actor);
  if (!added.ok) {
    const now = await findSent(request, context, publicId);
    return refuseUpload(lang, added.status, "unavailable", now ? uploadHeaders(now.row) : {});
  }
  if (added.value.state === "checking") lookSoon(portal, publicId);
  return new Response(null, { status: 204, headers: uploadHeaders(added.value) });
}

/** Looks into a file that is whole now without letting its sender wait; should it fail, the timer looks again. */
function lookSoon(portal: Portal, publicId: string): void {
  checkAttachments(fileCheckJob(portal), publicId).catch((error: unknown) => {
    portal.log.error(describeError(error), "file not looked into");
  });
}
