import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { markRead } from "../../db/notifications.ts";
import type { Tx } from "../../db/store.server.ts";

/** One notification, or all up to the newest that was on the page. */
export const readInput = z.union([z.object({ id: rowId }), z.object({ upTo: rowId })]);

/** Marks notifications of the actor's own as read; those of others are out of reach. */
export async function readNotifications(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof readInput>,
  now: Date,
): Promise<void> {
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  await markRead(tx, actor.staffId, input, now);
}
