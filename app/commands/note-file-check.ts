import type { FileCheck, ScanState } from "../domain/attachments.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type AttachmentRow, sealPlace, updateFile } from "../../db/attachments.ts";
import type { Tx } from "../../db/store.server.ts";

export interface NoteFileCheck {
  readonly row: AttachmentRow;
  /** The verdict on a whole file, what the scanner said of one that was ready, or null when the look came to no end. */
  readonly found: FileCheck | { readonly scan: ScanState } | null;
}

const SCAN_AGAIN_MS = 60_000;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 3_600_000;

/**
 * Writes what looking into a file has shown. What the scanner could not see is
 * looked at again a minute later, what failed on our side after growing pauses.
 * False when the file has been taken back in the meantime.
 */
export async function noteFileCheck(tx: Tx, actor: Actor, input: NoteFileCheck, now: Date): Promise<boolean> {
  if (actor.kind !== "system") throw new Refusal("forbidden");
  const { row, found } = input;
  const after = (ms: number) => new Date(now.getTime() + ms);
  if (found === null) {
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(row.checks, 10), LONGEST_PAUSE_MS);
    return updateFile(tx, row.id, { checkAfter: after(pause) }, now);
  }
  const checkAfter = found.scan === "waiting" ? after(SCAN_AGAIN_MS) : null;
  if (!("state" in found)) {
    const infected = found.scan === "infected" ? { state: "refused" as const, refusal: "infected" } : {};
    return updateFile(tx, row.id, { scan: found.scan, checkAfter, ...infected }, now);
  }
  const { state, scan, sha256 } = found;
  if (state === "refused") {
    return updateFile(tx, row.id, { state, scan, sha256, refusal: found.refusal, checkAfter: null }, now);
  }
  const { cleanSize, cleanType } = found;
  const place = found.place ? sealPlace(tx, row, found.place) : null;
  return updateFile(tx, row.id, { state, scan, sha256, cleanSize, cleanType, place, checkAfter }, now);
}
