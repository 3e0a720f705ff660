import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { advanceFile, type AttachmentRow, findOwnFile, updateFile } from "../../db/attachments.ts";
import type { Tx } from "../../db/store.server.ts";
import { type FileSender, maySendFiles } from "./steps/may-send-files.ts";

export interface AddPiece extends FileSender {
  readonly publicId: string;
  /** Where the piece begins. */
  readonly offset: number;
  /** Its length in bytes. */
  readonly length: number;
  /** Until when the file is kept if it is whole now and belongs to a draft. */
  readonly keepUntil?: Date | null;
}

/**
 * Records a piece that is on disk. Refuses with `stale` when it does not begin
 * where the file ends so far. With the last byte the file waits to be looked into.
 */
export async function addPiece(tx: Tx, actor: Actor, input: AddPiece, now: Date): Promise<AttachmentRow> {
  await maySendFiles(tx, actor, input);
  const row = await findOwnFile(tx, input.publicId, input.owners);
  if (!row) throw new Refusal("not-found");
  const received = input.offset + input.length;
  if (row.state !== "receiving" || row.received !== input.offset || received > row.size) throw new Refusal("stale");
  if (!(await advanceFile(tx, row, received, now))) throw new Refusal("stale");
  if (received < row.size) return { ...row, received };
  const whole = {
    state: "checking" as const,
    checkAfter: now,
    ...(input.keepUntil ? { expiresAt: input.keepUntil } : {}),
  };
  await updateFile(tx, row.id, whole, now);
  return { ...row, received, ...whole };
}
