import type { z } from "zod";
import { paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase, noUnit } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellAgency } from "./steps/tell.ts";

export const handBackInput = caseRef.extend({ reason: paragraphs(2000, 5) });

/** The unit returns the work to the lead agency with a reason, or the lead agency takes it back. No clock stops. */
export async function handBack(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof handBackInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "hand-back");
  const said = await say(tx, actor, row.id, { kind: "reason", body: input.reason, seenBy: "office" }, now);
  const data = { ...said, unitId: row.unitId };
  const set = { ...noUnit, ownerId: null };
  const moved = await moveCase(tx, actor, row, "hand-back", "assigned", { set, data }, now);
  await tellAgency(tx, moved, ["officer", "leader"], "case-for-agency", now);
  return moved;
}
