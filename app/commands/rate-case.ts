import { z } from "zod";
import { choice, optional, paragraphs, yesNo } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { rateInPublic } from "../../db/publications.ts";
import { insertRating } from "../../db/ratings.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase, moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

export const ratingLevels = ["1", "2", "3", "4"] as const;

export const rateInput = caseRef.extend({
  level: z.preprocess((value) => (typeof value === "number" ? String(value) : value), choice(ratingLevels)),
  solved: yesNo,
  comment: optional(paragraphs(2000)),
});

/** The submitter rates the answer of this round, once. "Solved" closes the case. */
export async function rateCase(tx: Tx, actor: Actor, input: z.infer<typeof rateInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "rate");
  const rating = { level: Number(input.level), solved: input.solved === "yes", comment: input.comment ?? null };
  if (!(await insertRating(tx, row, rating, now))) throw new Refusal("already-exists");
  const data = { level: rating.level, solved: rating.solved };
  const closes = rating.solved && row.status === "answered" && row.openParts === 0;
  const rated = closes
    ? await moveCase(tx, actor, row, "rate", "closed", { set: { closedAt: now }, data }, now)
    : await changeCase(tx, actor, row, { type: "rate", seenBy: "public", data }, now);
  if (rated.published) await rateInPublic(tx, row.id, rating);
  if (closes) await tellSubmitter(tx, rated, "closed", now);
  return rated;
}
