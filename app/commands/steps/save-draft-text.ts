import type { StaffActor } from "../../domain/actor.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type Answer, insertAnswer, latestAnswer, updateDraft } from "../../../db/answers.ts";
import type { CaseRow } from "../../../db/cases.ts";
import type { Tx } from "../../../db/store.server.ts";

/** The version of a draft that its writer had before them; without one, a draft of somebody else is never written over. */
export type DraftVersion = number | undefined;

/**
 * The draft on which a text goes on, or null where there is none yet. Refused
 * as `newer-draft` when somebody has saved it since the writer read it.
 */
export async function openDraft(
  tx: Tx,
  actor: StaffActor,
  row: CaseRow,
  version: DraftVersion,
): Promise<Answer | null> {
  const latest = await latestAnswer(tx, row.id);
  // What another lead agency left behind is nobody's draft any more.
  const draft = latest?.state === "draft" && latest.agencyId === row.agencyId ? latest : null;
  if (version !== undefined && version !== (draft?.draftVersion ?? 0)) throw new Refusal("newer-draft");
  if (version === undefined && draft && draft.draftedBy !== actor.staffId) throw new Refusal("newer-draft");
  return draft;
}

/**
 * Stores a text as the draft of a case, or hands it in. Where a colleague goes
 * on from somebody's draft, that draft stays as a version of its own.
 */
export async function saveAnswerText(
  tx: Tx,
  actor: StaffActor,
  row: CaseRow,
  draft: Answer | null,
  text: Pick<Answer, "body" | "outcome" | "state"> & Partial<Answer>,
  now: Date,
): Promise<number> {
  if (row.agencyId === null) throw new Refusal("forbidden");
  const draftVersion = (draft?.draftVersion ?? 0) + 1;
  const values = { ...text, agencyId: row.agencyId, draftedBy: actor.staffId, draftedAt: now, draftVersion };
  if (draft?.draftedBy !== actor.staffId) return insertAnswer(tx, { lang: "vi", ...values, caseId: row.id });
  if (!(await updateDraft(tx, draft.id, draft.draftVersion, values))) throw new Refusal("newer-draft");
  return draft.id;
}
