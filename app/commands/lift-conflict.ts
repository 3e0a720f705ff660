import type { z } from "zod";
import { paragraphs, rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { findConflict, liftConflictRow, wallOf } from "../../db/conflicts.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

export const liftConflictInput = caseRef.extend({
  conflictId: rowId,
  reason: paragraphs(1000, 5),
});

/** Triage says why a conflict stands no longer. Whoever named it does not lift it: a second person does. */
export async function liftConflict(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof liftConflictInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "lift-conflict");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const conflict = await findConflict(tx, row.id, input.conflictId);
  if (!conflict) throw new InputRefusal({ conflictId: "wrong" });
  if (conflict.byId === actor.staffId) throw new InputRefusal({ conflictId: "second-person" });
  const lifted = { liftedAt: now, liftedById: actor.staffId, liftReason: input.reason };
  if (!(await liftConflictRow(tx, conflict.id, lifted))) throw new InputRefusal({ conflictId: "wrong" });
  const set = { walledOff: await wallOf(tx, row.id) };
  return changeCase(tx, actor, row, { type: "lift-conflict", set, data: { conflictId: conflict.id } }, now);
}
