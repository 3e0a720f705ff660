import type { CaseRow } from "../../../db/cases.ts";
import type { Amendment } from "../../../db/register-entries.ts";
import type { Tx } from "../../../db/store.server.ts";
import { tellFollowers, tellSubmitter } from "./tell.ts";

/** Queues the mails that say that a provision was changed which a published case is about. */
export async function tellOfAmendment(tx: Tx, row: CaseRow, amendment: Amendment, now: Date): Promise<void> {
  if (!row.published) return;
  const params = { amendment: String(amendment.id), inForceOn: amendment.inForceOn };
  await tellSubmitter(tx, row, "amended", now, params);
  await tellFollowers(tx, row, "followed-amended", now, params);
}
