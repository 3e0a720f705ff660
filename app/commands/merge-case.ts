import { z } from "zod";
import { readCaseCode } from "../domain/case-code.ts";
import { isOpen } from "../domain/case-status.ts";
import { line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { mayView } from "../domain/permissions.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { type CaseRow, findCase, findCaseById, scopeOf } from "../../db/cases.ts";
import { noteNews } from "../../db/follower-news.ts";
import { findMerge, holdCase, insertMerge } from "../../db/merges.ts";
import { publicationOfCase, refreshVoices } from "../../db/publications.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

export const mergeInput = caseRef.extend({ leadCode: line(20) });

/**
 * The case goes on under a leading case about the same matter, for 30 days
 * until which this can be taken back. Its submitter follows the matter with the
 * old code and secret, is given the leading case's answer and may dispute it.
 * Whoever follows it is told where it goes on. Refuses with `parts-open` a
 * letter of which parts are not settled.
 */
export async function mergeCase(tx: Tx, actor: Actor, input: z.infer<typeof mergeInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "merge");
  // Under another case it would be answered with that one, before its parts.
  if (row.openParts > 0) throw new Refusal("parts-open");
  const lead = await holdBoth(tx, row, await headOf(tx, actor, row, input.leadCode));
  if (!isOpen(lead.status)) throw new InputRefusal({ leadCode: "ended" });
  const published = row.published ? await publicationOfCase(tx, row.id) : null;
  const set = { mergedIntoId: lead.id, mergedAt: now, closedAt: now };
  const moved = await moveCase(tx, actor, row, "merge", "merged", { set, data: { leadCaseId: lead.id } }, now);
  const inPublic = row.published && row.publishConsent && !row.identityHidden;
  await insertMerge(tx, { caseId: row.id, intoId: lead.id, leadId: lead.id, at: now, inPublic }, row, moved, published);
  if (lead.published) await refreshVoices(tx, lead.id);
  await tellSubmitter(tx, moved, "merged", now);
  // As its mail, the news waits until the merge can no longer be undone.
  const from = new Date(now.getTime() + tx.mailHoldMs);
  if (inPublic) await noteNews(tx, row.id, "followed-merged", { code: row.code }, from);
  return moved;
}

/** The case that is named; of one that goes on under another itself, the one at the head. */
async function headOf(tx: Tx, actor: Actor, row: CaseRow, typed: string): Promise<CaseRow> {
  const code = readCaseCode(typed);
  const named = code === null ? null : await findCase(tx, code);
  if (!named || !mayView(actor, scopeOf(named))) throw new InputRefusal({ leadCode: "unknown" });
  const above = named.status === "merged" ? await findMerge(tx, named.id) : null;
  const head = above === null ? named : await findCaseById(tx, above.leadId);
  if (!head || !mayView(actor, scopeOf(head))) throw new InputRefusal({ leadCode: "unknown" });
  if (named.id === row.id || head.id === row.id) throw new InputRefusal({ leadCode: "same" });
  return head;
}

/** Holds both cases, the older first whoever leads, so that nobody waits for each other; gives the leading one as it is then. */
async function holdBoth(tx: Tx, row: CaseRow, lead: CaseRow): Promise<CaseRow> {
  const ids = [row.id, lead.id].sort((one, other) => one - other);
  const held: (CaseRow | null)[] = [];
  for (const id of ids) held.push(await holdCase(tx, id));
  return held.find((found) => found?.id === lead.id) ?? lead;
}
