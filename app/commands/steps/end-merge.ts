import type { CaseRow } from "../../../db/cases.ts";
import { deleteMerge, formerPublication, type Merge, restorePublication } from "../../../db/merges.ts";
import { refreshPublication, refreshVoices } from "../../../db/publications.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Forgets a merge after the case is again what it was: what was public of it is so again, and the counts of the lead follow. */
export async function endMerge(tx: Tx, merge: Merge, row: CaseRow): Promise<void> {
  await deleteMerge(tx, row.id);
  await refreshVoices(tx, merge.leadId);
  const publication = formerPublication(merge);
  if (!row.published || !publication) return;
  await restorePublication(tx, publication);
  await refreshPublication(tx, row, null);
}
