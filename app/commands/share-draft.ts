import { z } from "zod";
import { type DraftRole, draftRoles, MOST_MEMBERS } from "../domain/draft-roles.ts";
import { choice, line } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { deleteMember, insertMember, listMembers } from "../../db/draft-members.ts";
import { allowResume, findDraft, holdDraft, type StoredDraft } from "../../db/drafts.ts";
import type { Tx } from "../../db/store.server.ts";

/** A colleague as the writer names them. */
export const memberShape = z.object({ memberName: line(80, 2), role: choice(draftRoles) });

export interface ShareDraft {
  /** The token of the form session. */
  readonly token: string;
  readonly memberName: string;
  readonly role: DraftRole;
}

/** Shares the session's draft with a colleague, who opens it with a code of their own. Only its writer may. */
export async function shareDraft(tx: Tx, actor: Actor, input: ShareDraft, now: Date): Promise<void> {
  const draft = await ownDraft(tx, actor, input.token, now);
  const members = await listMembers(tx, draft);
  if (members.length >= MOST_MEMBERS) throw new InputRefusal({ memberName: "too-many" });
  if (members.some(({ name }) => name.toLowerCase() === input.memberName.toLowerCase())) {
    throw new InputRefusal({ memberName: "same" });
  }
  // The writer keeps a way in when this session is lost.
  await allowResume(tx, draft, now);
  await insertMember(tx, draft, input.memberName, input.role, now);
}

/** Takes a colleague's code back. What they have written stays. */
export async function unshareDraft(
  tx: Tx,
  actor: Actor,
  input: { readonly token: string; readonly member: number },
  now: Date,
): Promise<void> {
  const draft = await ownDraft(tx, actor, input.token, now);
  await deleteMember(tx, draft, input.member, now);
}

async function ownDraft(tx: Tx, actor: Actor, token: string, now: Date): Promise<StoredDraft> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  await holdDraft(tx, token);
  const draft = await findDraft(tx, token, now);
  if (!draft) throw new Refusal("not-found");
  if (draft.member !== null) throw new Refusal("forbidden");
  return draft;
}
