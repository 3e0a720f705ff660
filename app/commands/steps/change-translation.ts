import { z } from "zod";
import type { Actor } from "../../domain/actor.ts";
import type { CaseAct } from "../../domain/acts.ts";
import { composedTexts } from "../../domain/publication-parts.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { type Publication, publicationOfCase, retellPublication } from "../../../db/publications.ts";
import type { EventData } from "../../../db/schema.ts";
import { ensureSegments, listSegments, type SegmentRow } from "../../../db/segments.ts";
import type { Tx } from "../../../db/store.server.ts";
import { keepWork } from "../../../db/translation-work.ts";
import { changeCase } from "./change-case.ts";
import { type CaseRef, openCase } from "./open-case.ts";

/** Numbers of segments: a list, or from a form's boxes one `yes` for each. */
export const segmentIds = z.preprocess((value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const ticked = Object.entries(value).filter(([, box]) => box === "yes");
  return ticked.length === 0 ? undefined : ticked.map(([id]) => Number(id));
}, z.array(z.int()).max(500, "too-many").optional());

export interface OpenTranslation {
  readonly row: CaseRow;
  readonly publication: Publication;
  /** As their reader has numbered them: before they were stored, -1, -2 … */
  readonly segments: readonly (SegmentRow & { readonly given: number })[];
}

/** Loads a published case with its segments for an act on its translation. */
export async function openTranslation(tx: Tx, actor: Actor, input: CaseRef, act: CaseAct): Promise<OpenTranslation> {
  const row = await openCase(tx, actor, input, act);
  const publication = await publicationOfCase(tx, row.id);
  if (!publication) throw new Refusal("wrong-state");
  const known = await listSegments(tx, row.id);
  const stored = known.length > 0 ? known : await ensureSegments(tx, publication, publication.updatedAt);
  const order = stored.map(({ id }) => id).sort((a, b) => a - b);
  const given = (id: number) => (known.length > 0 ? id : -1 - order.indexOf(id));
  return { row, publication, segments: stored.map((one) => ({ ...one, given: given(one.id) })) };
}

/** Records what was done, counts what is left, and shows the public what is approved now. */
export async function changeTranslation(
  tx: Tx,
  actor: Actor,
  { row, publication }: OpenTranslation,
  change: { readonly type: string; readonly data: EventData },
  now: Date,
): Promise<CaseRow> {
  const changed = await changeCase(tx, actor, row, change, now);
  const segments = await listSegments(tx, row.id);
  await keepWork(tx, row.id, segments, now);
  if (change.type === "approve-translation") {
    const { titleVi, titleEn, questionVi, questionEn, answerVi, answerEn, outcomeVi, outcomeEn } = publication;
    const texts = { titleVi, titleEn, questionVi, questionEn, answerVi, answerEn, outcomeVi, outcomeEn };
    await retellPublication(tx, changed, { ...texts, ...composedTexts(texts, publication.lang, segments) }, now);
  }
  return changed;
}
