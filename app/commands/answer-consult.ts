import { z } from "zod";
import { paragraphs, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { findConsult, settleConsult } from "../../db/consults.ts";
import { commitTo } from "../../db/events.ts";
import type { Tx } from "../../db/store.server.ts";
import { askedMarks } from "./steps/asked-agencies.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { tellAsker } from "./steps/tell-consult.ts";

export const answerConsultInput = caseRef.extend({
  consultId: rowId,
  answer: paragraphs(10_000, 10),
});

/** The coordinating agency answers what it was asked; its part in the case ends with that. */
export async function answerConsult(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof answerConsultInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "answer-consult");
  const consult = await findConsult(tx, row.id, input.consultId);
  if (actor.kind !== "staff" || !consult) throw new Refusal("not-found");
  const agencies = [actor.agencyId, ...actor.standIns.map((other) => other.agencyId)];
  if (!agencies.includes(consult.agencyId)) throw new Refusal("not-found");
  const settled = await settleConsult(tx, consult.id, {
    state: "answered",
    answer: input.answer,
    answeredBy: actor.staffId,
    answeredAt: now,
  });
  if (!settled) throw new Refusal("wrong-state");
  const set = { askedOf: await askedMarks(tx, row.id) };
  const data = { consultId: consult.id, agencyId: consult.agencyId, ...commitTo(input.answer) };
  const changed = await changeCase(tx, actor, row, { type: "answer-consult", set, data }, now);
  await tellAsker(tx, changed, consult.askedByAgencyId, now);
  return changed;
}
