import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type AttachmentRow, findOwnFile, updateFile } from "../../db/attachments.ts";
import type { Tx } from "../../db/store.server.ts";
import { type FileSender, maySendFiles } from "./steps/may-send-files.ts";

export interface FinishAttachment extends FileSender {
  readonly publicId: string;
  /** Bytes that are on disk: the whole file. */
  readonly size: number;
  /** Of those bytes, in hex. */
  readonly sha256: string;
  /** Until when the file is kept when it belongs to a draft. */
  readonly keepUntil?: Date | null;
}

/** Records that a file which came in one stream is whole and on disk; it now waits to be looked into. */
export async function finishAttachment(
  tx: Tx,
  actor: Actor,
  input: FinishAttachment,
  now: Date,
): Promise<AttachmentRow> {
  await maySendFiles(tx, actor, input);
  const row = await findOwnFile(tx, input.publicId, input.owners);
  if (!row) throw new Refusal("not-found");
  if (row.state !== "receiving") throw new Refusal("stale");
  const whole = {
    size: input.size,
    received: input.size,
    sha256: input.sha256,
    state: "checking" as const,
    checkAfter: now,
    ...(input.keepUntil ? { expiresAt: input.keepUntil } : {}),
  };
  await updateFile(tx, row.id, whole, now);
  return { ...row, ...whole };
}
