import type { CaseRow } from "../../../db/cases.ts";
import { noteNews, takeBackNews } from "../../../db/follower-news.ts";
import { deleteMerge, formerPublication, type Merge, restorePublication } from "../../../db/merges.ts";
import { refreshPublication, refreshVoices } from "../../../db/publications.ts";
import { listSegments } from "../../../db/segments.ts";
import type { Tx } from "../../../db/store.server.ts";
import { keepWork } from "../../../db/translation-work.ts";

/** Forgets a merge after the case is again what it was: what was public of it is so again, and the counts of the lead follow. */
export async function endMerge(tx: Tx, merge: Merge, row: CaseRow, now: Date): Promise<void> {
  await deleteMerge(tx, row.id);
  await refreshVoices(tx, merge.leadId);
  const publication = formerPublication(merge);
  if (!row.published || !publication) return;
  await restorePublication(tx, publication);
  // Its sentences have stayed; translators have it before them again.
  const segments = await listSegments(tx, row.id);
  if (segments.length > 0) await keepWork(tx, row.id, segments, publication.updatedAt);
  await refreshPublication(tx, row, null);
  // Followers who were not told of the merge need not be told of its end.
  const untold = await takeBackNews(tx, row.id, "followed-merged");
  if (!untold && merge.inPublic) await noteNews(tx, row.id, "followed-unmerged", { code: row.code }, now);
}
