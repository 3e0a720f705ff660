import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type DeliveryRow, findDelivery, requeueDelivery } from "../../db/deliveries.ts";
import { systemStream } from "../../db/events.ts";
import { findSystem } from "../../db/systems.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const resendDeliveryInput = z.object({ id: z.string().max(60), delivery: z.string().max(60) });

/** The administrator has a delivery that was given up tried again now, under the same id. Refuses with `wrong-state` any other. */
export async function resendDelivery(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof resendDeliveryInput>,
  now: Date,
): Promise<DeliveryRow> {
  mustManage(actor, "manage-systems");
  const system = await findSystem(tx, input.id);
  const found = system && (await findDelivery(tx, actor, system.id, input.delivery));
  if (!system || !found) throw new Refusal("not-found");
  const queued = await requeueDelivery(tx, found.id, now);
  if (!queued) throw new Refusal("wrong-state");
  const data = { systemId: system.id, deliveryId: found.id };
  await recordOfficeEvent(tx, actor, systemStream(system.id), "system-resend", data, now);
  return queued;
}
