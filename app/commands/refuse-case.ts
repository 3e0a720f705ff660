import { z } from "zod";
import { line, paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/permissions.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";
import { tellSubmitter } from "./steps/tell.ts";

export const refuseInput = caseRef.extend({
  /** Why the case is outside the agency's competence. */
  reason: paragraphs(2000, 10),
  /** The body that is competent, named by the agency that refuses. */
  competentBody: line(200, 2),
});

/** The agency says "not ours", why, and whose it is. Triage decides again; no clock stops. */
export async function refuseCase(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof refuseInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "refuse");
  const body = `${input.reason}\n\n→ ${input.competentBody}`;
  const said = await say(tx, actor, row.id, { kind: "reason", body, seenBy: "office" }, now);
  const set = { agencyId: null, refusals: row.refusals + 1 };
  const moved = await moveCase(tx, actor, row, "refuse", "submitted", { set, data: said }, now);
  await tellSubmitter(tx, moved, "reassigning", now);
  return moved;
}
