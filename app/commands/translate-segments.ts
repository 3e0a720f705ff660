import { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { checkTranslation } from "../domain/translation-check.ts";
import type { CaseRow } from "../../db/cases.ts";
import { sourceHash, type SegmentRow, updateSegment } from "../../db/segments.ts";
import type { Tx } from "../../db/store.server.ts";
import { caseRef } from "./steps/open-case.ts";
import { changeTranslation, openTranslation } from "./steps/change-translation.ts";
import { translationMeasure } from "./steps/translation-measure.ts";

/** More than this many segments are translated in several goes. */
const MOST_SEGMENTS = 500;

/** By the number of the segment. An empty text leaves a segment as it is. */
const bySegment = <T extends z.ZodType>(value: T) =>
  z
    .record(z.string().regex(/^-?\d{1,15}$/u, "wrong"), value)
    .refine((given) => Object.keys(given).length <= MOST_SEGMENTS, "too-many");

export const translateInput = caseRef.extend({
  segments: bySegment(z.union([z.literal(""), paragraphs(10_000)])),
  /** `yes` for each segment in which the translator means what the check misses. */
  confirmed: bySegment(z.enum(["yes", ""])).optional(),
});
export type TranslateInput = z.infer<typeof translateInput>;

/**
 * Translates segments of a published case: each is a draft until somebody else
 * approves it. A draft that brings in what may name somebody, or misses a mask,
 * a term of the glossary, a number, a date or a document code, is taken once its
 * translator has confirmed it.
 */
export async function translateSegments(tx: Tx, actor: Actor, input: TranslateInput, now: Date): Promise<CaseRow> {
  const open = await openTranslation(tx, actor, input, "translate");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const given = Object.entries(input.segments)
    .map(([id, text]) => ({ id, text, segment: open.segments.find((one) => one.given === Number(id)) }))
    .filter(({ text, segment }) => text !== "" && !(segment && isSaid(segment, text)));
  if (given.some(({ segment }) => segment === undefined)) throw new Refusal("stale");
  const measure = await translationMeasure(tx, open.row, now);
  const errors = given.flatMap(({ id, text, segment }) => {
    if (!segment || input.confirmed?.[id] === "yes") return [];
    const missed = checkTranslation(segment.source, segment.lang, text, measure);
    return missed[0] ? [[`segments.${id}`, `translation-${missed[0].kind}`]] : [];
  });
  if (errors.length > 0) throw new InputRefusal(Object.fromEntries(errors));
  if (given.length === 0) throw new InputRefusal({ segments: "empty" });
  for (const { text, segment } of given) {
    if (!segment) continue;
    await updateSegment(tx, segment.id, {
      draft: text,
      draftHash: sourceHash(segment.source),
      // What a person has changed is that person's work.
      draftMachine: segment.draftMachine && segment.draft === text,
      draftBy: actor.staffId,
      draftAt: now,
      returnReason: null,
      returnedBy: null,
    });
  }
  return changeTranslation(tx, actor, open, { type: "translate", data: { segments: given.length } }, now);
}

/** True when the segment has exactly this translation for its source, waiting or approved: there is nothing to do. */
function isSaid(segment: SegmentRow, text: string): boolean {
  const { draft, draftHash, translation, translationHash, sourceHash: hash, returnReason } = segment;
  if (draft !== null && draftHash === hash) return draft === text && returnReason === null;
  return translation === text && translationHash === hash;
}
