import type { z } from "zod";
import type { invitationAnswer } from "../domain/co-authors.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { findCoAuthorByCode, noteAnswer } from "../../db/co-authors.ts";
import { findDraftById } from "../../db/drafts.ts";
import type { Tx } from "../../db/store.server.ts";

export type AnswerInvitation = z.infer<typeof invitationAnswer> & {
  /** The code of the invitation, as typed. */
  readonly code: string;
};

/** An invited co-author accepts or declines under their own name. They may change their mind until the dossier is sent. */
export async function answerInvitation(tx: Tx, actor: Actor, input: AnswerInvitation, now: Date): Promise<void> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  const invited = await findCoAuthorByCode(tx, input.code);
  const draft = invited && (await findDraftById(tx, invited.draftId, now));
  if (!invited || !draft) throw new InputRefusal({ inviteCode: "unknown" });
  await noteAnswer(tx, invited, input.answer, input.ownName, now);
}
