import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { deleteFile, findOwnFile } from "../../db/attachments.ts";
import type { Tx } from "../../db/store.server.ts";
import { type FileSender, maySendFiles } from "./steps/may-send-files.ts";

export interface RemoveAttachment extends FileSender {
  readonly publicId: string;
}

/**
 * Takes a file back before its case is filed: the row goes and with it the key
 * to the bytes. Gives the name under which the bytes lie, for the caller to
 * remove them; what is left after a crash the reaper takes.
 */
export async function removeAttachment(tx: Tx, actor: Actor, input: RemoveAttachment): Promise<string> {
  await maySendFiles(tx, actor, input);
  const row = await findOwnFile(tx, input.publicId, input.owners);
  if (!row || !(await deleteFile(tx, row.id))) throw new Refusal("not-found");
  return row.publicId;
}
