import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { segmentState } from "../domain/segment-state.ts";
import type { CaseRow } from "../../db/cases.ts";
import { noDraft, type SegmentRow, updateSegment } from "../../db/segments.ts";
import type { Tx } from "../../db/store.server.ts";
import { caseRef } from "./steps/open-case.ts";
import { changeTranslation, openTranslation, segmentIds } from "./steps/change-translation.ts";

export const approveSegmentsInput = caseRef.extend({
  /** Left out: everything of the case that waits and that the actor has not translated. */
  segments: segmentIds.optional(),
});

/**
 * Approves drafts: the public reads them at once. Whoever translated a segment
 * does not approve it (`own-work`).
 */
export async function approveSegments(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof approveSegmentsInput>,
  now: Date,
): Promise<CaseRow> {
  const open = await openTranslation(tx, actor, input, "approve-translation");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const chosen = draftsOf(open.segments, input.segments);
  const others = chosen.filter(({ draftBy }) => draftBy !== actor.staffId);
  if (others.length === 0 || (input.segments !== undefined && others.length < chosen.length)) {
    throw new Refusal("own-work");
  }
  for (const segment of others) {
    const { draft, draftHash, draftMachine, draftBy, draftAt } = segment;
    await updateSegment(tx, segment.id, {
      ...noDraft,
      translation: draft,
      translationHash: draftHash,
      translationMachine: draftMachine,
      translatedBy: draftBy,
      translatedAt: draftAt,
      approvedBy: actor.staffId,
      approvedAt: now,
    });
  }
  const data = { segments: others.length };
  return changeTranslation(tx, actor, open, { type: "approve-translation", data }, now);
}

/** The chosen drafts; refused where one of them no longer waits. */
export function draftsOf(
  segments: readonly (SegmentRow & { given: number })[],
  chosen: readonly number[] | undefined,
): SegmentRow[] {
  const waiting = segments.filter((one) => segmentState(one) === "draft");
  const drafts = chosen === undefined ? waiting : waiting.filter(({ given }) => chosen.includes(given));
  if (chosen !== undefined && drafts.length < new Set(chosen).size) throw new Refusal("stale");
  if (drafts.length === 0) throw new Refusal("wrong-state");
  return drafts;
}
