import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { pointStates } from "../domain/question-points.ts";
import { Refusal } from "../domain/refusal.ts";
import { cleanText } from "../domain/text.ts";
import { findAgency } from "../../db/agencies.ts";
import type { CaseRow } from "../../db/cases.ts";
import { findConsult } from "../../db/consults.ts";
import type { Tx } from "../../db/store.server.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { openDraft, saveAnswerText } from "./steps/save-draft-text.ts";
import { savePoints } from "./steps/save-points.ts";

const half = z.string().max(20_000).overwrite(cleanText);
/** Half-said of a point: what is no day yet counts as none. */
const halfPoint = z.object({
  state: z.enum(pointStates).catch("open"),
  body: half.optional(),
  until: z.iso.date().optional().catch(undefined),
  note: half.optional(),
});

export const draftInput = caseRef.extend({
  body: half.default(""),
  outcome: z.record(z.string().max(40), half).default({}),
  points: z.record(z.string().max(20), halfPoint).optional(),
  /** The version of the draft that the writer had before them; 0 where there was none. */
  draftVersion: z.coerce.number().int().optional(),
  /** The question to a coordinating agency whose answer is added to the text. */
  quote: rowId.optional(),
});

/**
 * Keeps a half-written answer. A draft is nobody's act yet: it makes no event
 * and no new version of the case, and everybody of the agency finds it. Two
 * people who write at once never overwrite each other.
 */
export async function draftAnswer(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof draftInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, { code: input.code }, "draft");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const draft = await openDraft(tx, actor, row, input.draftVersion);
  const quoted = input.quote === undefined ? null : await quoteOf(tx, row.id, input.quote);
  const body = [input.body, quoted].filter(Boolean).join("\n\n");
  await saveAnswerText(tx, actor, row, draft, { body, outcome: input.outcome, state: "draft" }, now);
  await savePoints(tx, row.id, input.points, now);
  return row;
}

/** What a coordinating agency said, as a quotation in the text. */
async function quoteOf(tx: Tx, caseId: number, id: number): Promise<string> {
  const consult = await findConsult(tx, caseId, id);
  if (consult?.state !== "answered" || consult.answer === null) throw new Refusal("wrong-state");
  const agency = await findAgency(tx, consult.agencyId);
  return `${agency?.nameVi ?? ""}: “${consult.answer}”`;
}
