import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { noteOpening } from "../../db/draft-members.ts";
import { allowResume, findDraft, findDraftByCode, joinDraft, resumeCodeOf, type StoredDraft } from "../../db/drafts.ts";
import type { Tx } from "../../db/store.server.ts";

/** Makes the session's draft open by its resume code, and gives the code. Refused with `not-found` when there is no draft. */
export async function keepForLater(
  tx: Tx,
  actor: Actor,
  input: { readonly token: string },
  now: Date,
): Promise<{ code: string; expiresAt: Date }> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  const draft = await findDraft(tx, input.token, now);
  if (!draft) throw new Refusal("not-found");
  await allowResume(tx, draft, now);
  return { code: resumeCodeOf(tx, draft), expiresAt: draft.expiresAt };
}

/** Opens a draft in this form session by its resume code; what the session wrote before is left. */
export async function resumeDraft(
  tx: Tx,
  actor: Actor,
  input: { readonly token: string; readonly code: string },
  now: Date,
): Promise<StoredDraft> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  if (input.code.trim() === "") throw new InputRefusal({ resumeCode: "empty" });
  const draft = await findDraftByCode(tx, input.code, now);
  if (!draft) throw new InputRefusal({ resumeCode: "unknown" });
  await joinDraft(tx, input.token, draft, now);
  await noteOpening(tx, draft, now);
  return draft;
}
