import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { canUnmerge } from "../domain/merging.ts";
import type { CaseRow } from "../../db/cases.ts";
import { findMerge, formerColumns } from "../../db/merges.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { endMerge } from "./steps/end-merge.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";
import { tellAgency, tellSubmitter } from "./steps/tell.ts";
import { deskAgain } from "./steps/wall-off.ts";

/**
 * Takes a merge back: the case is again what it was, at the desk where it lay,
 * with its clocks, which have run on, and what was public of it. A sender who
 * was given the leading case's answer keeps it to read. Refuses with
 * `window-over` after 30 days.
 */
export async function unmergeCase(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "unmerge");
  const merge = await findMerge(tx, row.id);
  if (!merge) throw new Refusal("wrong-state");
  // The end of the leading case gives its members back whenever it comes.
  if (actor.kind === "staff" && !canUnmerge(merge, now)) throw new Refusal("window-over");
  // Whoever had their identity erased meanwhile is read in public no more.
  const mayPublish = row.publishConsent ? {} : { published: false };
  const set = { ...formerColumns(merge), ...againOf(row), ...mayPublish };
  const data = { leadCaseId: merge.leadId };
  const was = { ...row, ...set };
  // Meanwhile the agency may have been shut out of it.
  const desk = was.agencyId === null ? null : await deskAgain(tx, was, now);
  const to = desk?.to === "submitted" ? desk.to : merge.before.status;
  const moved = await moveCase(tx, actor, row, "unmerge", to, { set: { ...set, ...desk?.set }, data }, now);
  await endMerge(tx, merge, moved, now);
  await tellSubmitter(tx, moved, "unmerged", now);
  await tellAgency(tx, moved, ["officer"], "case-for-agency", now);
  return moved;
}

/** What an answered case keeps beside what it was: that it was answered, and when. */
function againOf(row: CaseRow): Partial<CaseRow> {
  if (row.answeredAt === null) return {};
  const first = { firstAnsweredAt: row.firstAnsweredAt ?? row.answeredAt };
  return { ...first, round: row.round + 1, answeredAt: null, closeAt: null };
}
