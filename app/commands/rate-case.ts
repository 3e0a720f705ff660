import { z } from "zod";
import { choice, optional, paragraphs, yesNo } from "../domain/fields.ts";
import { ratingLevels, ratingReasons, reasonsFor } from "../domain/rating.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { rateInPublic } from "../../db/publications.ts";
import { insertRating } from "../../db/ratings.ts";
import type { EventData } from "../../db/schema.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase, moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

export const rateInput = caseRef.extend({
  level: z.preprocess((value) => (typeof value === "number" ? String(value) : value), choice(ratingLevels)),
  solved: yesNo,
  /** Why; those that do not go with the level are left out. */
  reasons: z
    .preprocess(namesOf, z.array(z.enum(ratingReasons, { error: "wrong" })).max(ratingReasons.length))
    .optional(),
  comment: optional(paragraphs(2000)),
});

/** The boxes that were ticked, as a form names them; a program sends the list itself. */
function namesOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : value;
}

/** The submitter rates the answer of this round, once. "Solved" closes the case. */
export async function rateCase(tx: Tx, actor: Actor, input: z.infer<typeof rateInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "rate");
  const rating = { level: Number(input.level), solved: input.solved === "yes", comment: input.comment ?? null };
  const reasons = reasonsFor(rating.level, input.reasons ?? []);
  if (!(await insertRating(tx, row, { ...rating, reasons: reasons.length > 0 ? reasons : null }, now)))
    throw new Refusal("already-exists");
  const why: EventData = reasons.length > 0 ? { reasons: reasons.join(" ") } : {};
  const data = { level: rating.level, solved: rating.solved, ...why };
  const closes = rating.solved && row.status === "answered" && row.openParts === 0;
  const rated = closes
    ? await moveCase(tx, actor, row, "rate", "closed", { set: { closedAt: now }, data }, now)
    : await changeCase(tx, actor, row, { type: "rate", seenBy: "public", data }, now);
  if (rated.published) await rateInPublic(tx, row.id, rating);
  if (closes) await tellSubmitter(tx, rated, "closed", now);
  return rated;
}
