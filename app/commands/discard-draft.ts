import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { draftOwner, formOwner, letGoOfFiles } from "../../db/attachments.ts";
import { findDraft, leaveDraft } from "../../db/drafts.ts";
import type { Tx } from "../../db/store.server.ts";

/** Takes the draft out of a form session with the files that the session sent; the last one to leave erases all of it. */
export async function discardDraft(tx: Tx, actor: Actor, input: { readonly token: string }, now: Date): Promise<void> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  const draft = await findDraft(tx, input.token, now);
  const erased = await leaveDraft(tx, input.token);
  await letGoOfFiles(tx, formOwner(tx, input.token), now);
  if (draft && erased) await letGoOfFiles(tx, draftOwner(tx, draft), now);
}
