import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { MOST_POINTS, pointText } from "../domain/question-points.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { replacePoints } from "../../db/points.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const markPointsInput = caseRef.extend({
  /** All points of the question, in their order; an empty list takes them away. */
  points: z.array(pointText).max(MOST_POINTS, "too-many"),
});

/** Marks what the question asks, point by point; each point then has to be answered, pointed elsewhere or deferred. */
export async function markPoints(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof markPointsInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "mark-points");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const texts = [...new Set(input.points)];
  await replacePoints(tx, row.id, texts, { staffId: actor.staffId, at: now });
  return changeCase(tx, actor, row, { type: "mark-points", data: { points: texts.length } }, now);
}
