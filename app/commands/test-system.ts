import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type DeliveryRow, queueDelivery } from "../../db/deliveries.ts";
import { findSystem } from "../../db/systems.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage } from "./steps/change-office.ts";

export const testSystemInput = z.object({ id: z.string().max(60) });

/** Queues a delivery that tells a system nothing but that it is reached. Refuses with `wrong-state` one that is switched off. */
export async function testSystem(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof testSystemInput>,
  now: Date,
): Promise<DeliveryRow> {
  mustManage(actor, "manage-systems");
  const system = await findSystem(tx, input.id);
  if (!system) throw new Refusal("not-found");
  if (system.pausedAt !== null) throw new Refusal("wrong-state");
  return queueDelivery(tx, { webhookId: system.id, event: "test", caseId: null }, now);
}
