import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { deleteFile, findOwnFile } from "../../db/attachments.ts";
import type { Tx } from "../../db/store.server.ts";
import { maySendFiles } from "./begin-attachment.ts";

export interface RemoveAttachment {
  readonly publicId: string;
  readonly owners: readonly string[];
}

/**
 * Takes a file back before its case is filed: the row goes and with it the key
 * to the bytes. Gives the name under which the bytes lie, for the caller to
 * remove them; what is left after a crash the reaper takes.
 */
export async function removeAttachment(tx: Tx, actor: Actor, input: RemoveAttachment): Promise<string> {
  maySendFiles(actor);
  const row = await findOwnFile(tx, input.publicId, input.owners);
  if (!row || !(await deleteFile(tx, row.id))) throw new Refusal("not-found");
  return row.publicId;
}
