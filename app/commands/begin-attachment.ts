import { MAX_FILE_BYTES, MAX_FILES } from "../domain/attachments.ts";
import { refuseByName, tidyFileName, typeOfName } from "../domain/file-name.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { type AttachmentRow, insertAttachment, ownLoad } from "../../db/attachments.ts";
import type { Tx } from "../../db/store.server.ts";
import { type FileSender, maySendFiles } from "./steps/may-send-files.ts";

export interface BeginAttachment {
  /** The form session or the case whose file it is. */
  readonly ownerHash: string;
  /** As the sender's device says it. */
  readonly name: string;
  /** Bytes; null when only the end of the file will tell. */
  readonly size: number | null;
  readonly evidenceOf?: FileSender["evidenceOf"];
}

/** What nobody files within this time is removed. */
const HOURS = 24;

/**
 * Makes room for a file before its first byte is taken. Refuses beside
 * `attachments` with why its name and size cannot be taken (`FileRefusal`), or
 * with `too-many` when a submission holds as many files or bytes as it may.
 */
export async function beginAttachment(tx: Tx, actor: Actor, input: BeginAttachment, now: Date): Promise<AttachmentRow> {
  const { ownerHash, evidenceOf } = input;
  await maySendFiles(tx, actor, { owners: [ownerHash], evidenceOf });
  const size = input.size ?? MAX_FILE_BYTES;
  const why = refuseByName(input.name, size);
  if (why !== null) throw new InputRefusal({ attachments: why });
  const name = tidyFileName(input.name);
  const type = typeOfName(name);
  if (type === null) throw new InputRefusal({ attachments: "wrong-type" });
  const load = await ownLoad(tx, ownerHash);
  const full = load.files >= MAX_FILES || load.bytes + size > MAX_FILES * MAX_FILE_BYTES;
  if (full) throw new InputRefusal({ attachments: "too-many" });
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
  const evidenceBy = actor.kind === "staff" ? actor.staffId : null;
  return insertAttachment(tx, { ownerHash, name, type, size, expiresAt, evidenceBy }, now);
}
