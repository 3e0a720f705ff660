import type { z } from "zod";
import { optional, paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { wallOff } from "./steps/wall-off.ts";

export const declareConflictInput = caseRef.extend({
  /** Read by triage and the monitor alone. */
  reason: optional(paragraphs(1000)),
});

/** A person steps out of a case: from then on they see no trace of it, and only triage brings them back. */
export async function declareConflict(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof declareConflictInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "declare-conflict");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const { staffId } = actor;
  const conflict = { staffId, how: "declared" as const, reason: input.reason ?? null, byId: staffId };
  return wallOff(tx, actor, row, conflict, now);
}
