import { z } from "zod";
import { readCaseCode } from "../domain/case-code.ts";
import { line } from "../domain/fields.ts";
import { type Actor, mayView } from "../domain/permissions.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { type CaseRow, findCase, scopeOf } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { moveCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

export const mergeInput = caseRef.extend({ leadCode: line(20) });

/** The case goes on under a leading case about the same matter; its submitter follows that one with the old code and secret. */
export async function mergeCase(tx: Tx, actor: Actor, input: z.infer<typeof mergeInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "merge");
  const code = readCaseCode(input.leadCode);
  const lead = code === null ? null : await findCase(tx, code);
  if (!lead || !mayView(actor, scopeOf(lead))) throw new InputRefusal({ leadCode: "unknown" });
  if (lead.id === row.id) throw new InputRefusal({ leadCode: "same" });
  if (["merged", "declined", "withdrawn"].includes(lead.status)) throw new InputRefusal({ leadCode: "ended" });
  const set = { mergedIntoId: lead.id, closedAt: now };
  const moved = await moveCase(tx, actor, row, "merge", "merged", { set, data: { leadCaseId: lead.id } }, now);
  await tellSubmitter(tx, moved, "merged", now);
  return moved;
}
