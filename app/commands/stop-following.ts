import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { deleteFollower, findFollowerById } from "../../db/followers.ts";
import type { Tx } from "../../db/store.server.ts";

export interface StopFollowing {
  /** The follower whom the caller has opened by secret or by the link of a mail. */
  readonly followerId: number;
}

/** Somebody stops following: the voice, the address and the key to it are erased. Doing it again changes nothing. */
export async function stopFollowing(tx: Tx, actor: Actor, input: StopFollowing): Promise<void> {
  if (!mayEver(actor, "follow")) throw new Refusal("forbidden");
  const row = await findFollowerById(tx, input.followerId);
  if (row) await deleteFollower(tx, row);
}
