import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { updateSegment } from "../../db/segments.ts";
import type { Tx } from "../../db/store.server.ts";
import { draftsOf } from "./approve-segments.ts";
import { caseRef } from "./steps/open-case.ts";
import { changeTranslation, openTranslation, segmentIds } from "./steps/change-translation.ts";

export const returnTranslationInput = caseRef.extend({
  /** Left out: everything of the case that waits. */
  segments: segmentIds.optional(),
  reason: paragraphs(1000, 5),
});

/** Sends drafts back to whoever translates, with a reason beside each of them. */
export async function returnTranslation(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof returnTranslationInput>,
  now: Date,
): Promise<CaseRow> {
  const open = await openTranslation(tx, actor, input, "return-translation");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const drafts = draftsOf(open.segments, input.segments);
  for (const { id } of drafts) {
    await updateSegment(tx, id, { returnReason: input.reason, returnedBy: actor.staffId });
  }
  const data = { segments: drafts.length };
  return changeTranslation(tx, actor, open, { type: "return-translation", data }, now);
}
