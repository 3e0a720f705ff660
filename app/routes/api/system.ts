import { findSystem } from "../../../db/systems.ts";
import { type Call, endpoint, json, limit, refuse } from "../../http/api-call.ts";
import { managerOf } from "../../http/api-systems.ts";
import { systemJson } from "../../http/system-views.ts";

const answer = endpoint({ GET: read });
export const loader = answer;
export const action = answer;

/** One connected system, with its version as ETag. */
async function read(call: Call): Promise<Response> {
  limit(call, "api");
  await managerOf(call);
  const row = await findSystem(call.portal.store.read, (call.params.id ?? "").slice(0, 60));
  if (!row) return refuse(call, "not-found");
  return json(systemJson(row), 200, { ETag: `"${row.version}"` });
}
