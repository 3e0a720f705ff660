import { listDeliveries } from "../../../db/deliveries.ts";
import { findSystem } from "../../../db/systems.ts";
import { type Call, endpoint, json, limit, readQuery, refuse } from "../../http/api-call.ts";
import { deliveryQuery } from "../../http/api-operations-systems.ts";
import { managerOf } from "../../http/api-systems.ts";
import { deliveryJson } from "../../http/system-views.ts";

const answer = endpoint({ GET: list });
export const loader = answer;
export const action = answer;

/** What was told to a system, or could not be, the newest first. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const actor = await managerOf(call);
  const { state, limit: most, cursor } = readQuery(call, deliveryQuery);
  const { read } = call.portal.store;
  const system = await findSystem(read, (call.params.id ?? "").slice(0, 60));
  if (!system) return refuse(call, "not-found");
  const page = await listDeliveries(read, actor, { webhookId: system.id, state, cursor }, most);
  return json({ items: page.items.map(deliveryJson), nextCursor: page.nextCursor });
}
