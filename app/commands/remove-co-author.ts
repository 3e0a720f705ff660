import { mayWrite } from "../domain/draft-roles.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { deleteCoAuthor } from "../../db/co-authors.ts";
import { findDraft } from "../../db/drafts.ts";
import type { Tx } from "../../db/store.server.ts";

export interface RemoveCoAuthor {
  /** The token of the form session. */
  readonly token: string;
  readonly id: number;
}

/** Withdraws the invitation of a co-author of the session's draft; the code opens nothing any more. */
export async function removeCoAuthor(tx: Tx, actor: Actor, input: RemoveCoAuthor, now: Date): Promise<void> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  const draft = await findDraft(tx, input.token, now);
  if (!draft) throw new Refusal("not-found");
  if (!mayWrite(draft.role)) throw new Refusal("forbidden");
  await deleteCoAuthor(tx, draft.id, input.id);
}
