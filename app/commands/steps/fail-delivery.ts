import { type DeliveryFailure, type DeliveryRow, failDelivery, hasDeadDelivery } from "../../../db/deliveries.ts";
import { enqueueMail } from "../../../db/outbox.ts";
import { staffOfRole } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";
import type { SystemRow } from "../../../db/systems.ts";

/**
 * Notes that a connected system could not be told. When that was the last
 * attempt the administrators get a mail: once for a system, until what was given
 * up has been sent again.
 */
export async function failToTell(
  tx: Tx,
  system: SystemRow,
  delivery: DeliveryRow,
  failure: DeliveryFailure,
  now: Date,
): Promise<"queued" | "dead"> {
  const known = await hasDeadDelivery(tx, system.id);
  const state = await failDelivery(tx, delivery, failure, now);
  if (state === "queued" || known) return state;
  const params = { system: system.name, systemId: system.publicId };
  for (const { id, lang } of await staffOfRole(tx, "admin")) {
    await enqueueMail(tx, { mail: "dead-letters", lang, recipient: "staff", recipientId: id, params }, now);
  }
  return state;
}
