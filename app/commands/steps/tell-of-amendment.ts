import type { CaseRow } from "../../../db/cases.ts";
import { noteNews } from "../../../db/followers.ts";
import type { Amendment } from "../../../db/register-entries.ts";
import type { Tx } from "../../../db/store.server.ts";
import { tellSubmitter } from "./tell.ts";

/** Queues the mails that say by which act a provision was changed that a published case is about. */
export async function tellOfAmendment(tx: Tx, row: CaseRow, amendment: Amendment, now: Date): Promise<void> {
  if (!row.published) return;
  const params = { amendment: String(amendment.id), inForceOn: amendment.inForceOn };
  await tellSubmitter(tx, row, "amended", now, params);
  await noteNews(tx, row.id, "followed-amended", { code: row.code, ...params }, now);
}
