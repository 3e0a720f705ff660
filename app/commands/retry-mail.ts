import { z } from "zod";
import { rowId } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { findMail, type OutboxRow, requeueMail } from "../../db/outbox.ts";
import type { Tx } from "../../db/store.server.ts";

export const retryMailInput = z.object({ id: rowId });

/** The administrator has an unsent mail tried again now. Refuses with `wrong-state` one that was sent. */
export async function retryMail(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof retryMailInput>,
  now: Date,
): Promise<OutboxRow> {
  if (!mayEver(actor, "retry-mail")) throw new Refusal("forbidden");
  if (!(await findMail(tx, input.id, actor))) throw new Refusal("not-found");
  const mail = await requeueMail(tx, input.id, now);
  if (!mail) throw new Refusal("wrong-state");
  return mail;
}
