import type { Actor } from "../domain/actor.ts";
import { nextDigest } from "../domain/digest.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { currentCalendarVersion, loadCalendar } from "../../db/deadline-settings.ts";
import { confirmListFollower, findListFollower } from "../../db/list-followers.ts";
import type { Tx } from "../../db/store.server.ts";

export interface ConfirmList {
  /** The follower whom the caller has opened by the link of a mail. */
  readonly id: number;
}

/** The owner of an address confirms that they follow a list. Doing it again changes nothing. */
export async function confirmList(tx: Tx, actor: Actor, { id }: ConfirmList, now: Date): Promise<void> {
  if (!mayEver(actor, "follow")) throw new Refusal("forbidden");
  const row = await findListFollower(tx, id);
  if (!row) throw new Refusal("not-found");
  const calendar = await loadCalendar(tx, await currentCalendarVersion(tx));
  await confirmListFollower(tx, id, now, nextDigest(row.rhythm, now, calendar));
}
