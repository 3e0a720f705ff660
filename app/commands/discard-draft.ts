import { type Actor, mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { leaveDraft } from "../../db/drafts.ts";
import type { Tx } from "../../db/store.server.ts";

/** Takes the draft out of a form session; the last one to leave erases it. */
export async function discardDraft(tx: Tx, actor: Actor, input: { readonly token: string }): Promise<void> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  await leaveDraft(tx, input.token);
}
