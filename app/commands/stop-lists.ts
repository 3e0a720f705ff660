import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { deleteListFollower, findListFollower, listsOf } from "../../db/list-followers.ts";
import { dropMailOf } from "../../db/outbox.ts";
import type { Tx } from "../../db/store.server.ts";

export interface StopLists {
  /** The follower whom the caller has opened by the link of a mail. */
  readonly id: number;
  /** One of the lists of the same address; all of them where none is named. */
  readonly only: number | null;
}

/** Somebody stops following one list or all of theirs: the rows go, with the address and the keys to it. */
export async function stopLists(tx: Tx, actor: Actor, { id, only }: StopLists): Promise<void> {
  if (!mayEver(actor, "follow")) throw new Refusal("forbidden");
  const row = await findListFollower(tx, id);
  if (!row) return;
  for (const list of await listsOf(tx, row.emailIndex)) {
    if (only !== null && list.id !== only) continue;
    await dropMailOf(tx, "list-follower", list.id);
    await deleteListFollower(tx, list.id);
  }
}
