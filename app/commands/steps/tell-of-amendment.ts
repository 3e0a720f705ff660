import type { Status } from "../../domain/case-status.ts";
import type { CaseRow } from "../../../db/cases.ts";
import type { Amendment } from "../../../db/register-entries.ts";
import type { Tx } from "../../../db/store.server.ts";
import { tellFollowers, tellSubmitter } from "./tell.ts";

/** What was taken back or not taken up did not lead to an amendment. */
const uninvolved: readonly Status[] = ["withdrawn", "declined"];

/**
 * Queues the mails that say that a provision was changed which a case is about:
 * to its sender, and to its followers while it is published. False when nobody is to be told.
 */
export async function tellOfAmendment(tx: Tx, row: CaseRow, amendment: Amendment, now: Date): Promise<boolean> {
  if (uninvolved.includes(row.status)) return false;
  const params = { amendment: String(amendment.id), inForceOn: amendment.inForceOn };
  await tellSubmitter(tx, row, "amended", now, params);
  await tellFollowers(tx, row, "followed-amended", now, params);
  return true;
}
