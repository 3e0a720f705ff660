import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { confirmFollower, findFollowerById } from "../../db/followers.ts";
import type { Tx } from "../../db/store.server.ts";

export interface ConfirmFollowing {
  /** The follower whom the caller has opened by the link of a mail. */
  readonly followerId: number;
}

/** The owner of an address confirms that they follow a case: one person more, however often it is done. */
export async function confirmFollowing(
  tx: Tx,
  actor: Actor,
  { followerId }: ConfirmFollowing,
  now: Date,
): Promise<void> {
  if (!mayEver(actor, "follow")) throw new Refusal("forbidden");
  const row = await findFollowerById(tx, followerId);
  if (!row?.email) throw new Refusal("not-found");
  await confirmFollower(tx, row, now);
}
