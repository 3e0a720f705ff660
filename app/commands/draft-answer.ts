import { z } from "zod";
import { cleanText } from "../domain/text.ts";
import type { Actor } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { insertAnswer, latestAnswer, updateDraft } from "../../db/answers.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Tx } from "../../db/store.server.ts";
import { caseRef, openCase } from "./steps/open-case.ts";

const half = z.string().max(20_000).overwrite(cleanText);

export const draftInput = caseRef.extend({
  body: half.default(""),
  outcome: z.record(z.string().max(40), half).default({}),
});

/**
 * Keeps a half-written answer. A draft is nobody's act yet: it makes no event
 * and no new version of the case, and everybody of the agency finds it.
 */
export async function draftAnswer(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof draftInput>,
  now: Date,
): Promise<CaseRow> {
  const row = await openCase(tx, actor, { code: input.code }, "draft");
  if (actor.kind !== "staff" || row.agencyId === null) throw new Refusal("forbidden");
  const draft = await latestAnswer(tx, row.id);
  const { body, outcome } = input;
  const values = { body, outcome, agencyId: row.agencyId, draftedBy: actor.staffId, draftedAt: now };
  if (draft?.state !== "draft") await insertAnswer(tx, { ...values, caseId: row.id, state: "draft", lang: "vi" });
  else if (!(await updateDraft(tx, draft.id, values))) throw new Refusal("wrong-state");
  return row;
}
