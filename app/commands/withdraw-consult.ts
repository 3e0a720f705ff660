import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { findConsult, settleConsult } from "../../db/consults.ts";
import type { Tx } from "../../db/store.server.ts";
import { askedMarks } from "./steps/asked-agencies.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const withdrawConsultInput = caseRef.extend({ consultId: rowId });

/** The lead agency takes a question to a coordinating one back: it was answered otherwise, or went to the wrong body. */
export async function withdrawConsult(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof withdrawConsultInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "withdraw-consult");
  const consult = await findConsult(tx, row.id, input.consultId);
  if (!consult) throw new Refusal("not-found");
  if (!(await settleConsult(tx, consult.id, { state: "withdrawn", withdrawnAt: now })))
    throw new Refusal("wrong-state");
  const set = { askedOf: await askedMarks(tx, row.id) };
  const data = { consultId: consult.id, agencyId: consult.agencyId };
  return changeCase(tx, actor, row, { type: "withdraw-consult", set, data }, now);
}
