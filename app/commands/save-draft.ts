import { type Actor, mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Draft, saveDraft as store } from "../../db/drafts.ts";
import type { Tx } from "../../db/store.server.ts";

export interface SaveDraft {
  readonly token: string;
  readonly draft: Draft;
}

/** Keeps what somebody has typed so far. Nothing is filed. */
export async function saveDraft(tx: Tx, actor: Actor, input: SaveDraft, now: Date): Promise<void> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  await store(tx, input.token, input.draft, now);
}
