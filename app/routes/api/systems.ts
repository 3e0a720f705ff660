import { connectSystem, connectSystemInput } from "../../commands/connect-system.ts";
import { listSystems } from "../../../db/systems.ts";
import { readJson } from "../../http/api-body.ts";
import { type Call, endpoint, json, limit, refuseAttempt } from "../../http/api-call.ts";
import { managerOf } from "../../http/api-systems.ts";
import { systemJson } from "../../http/system-views.ts";
import { attempt } from "../../http/perform.ts";

const answer = endpoint({ GET: list, POST: connect });
export const loader = answer;
export const action = answer;

/** The connected systems: few enough for one page. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  await managerOf(call);
  const systems = await listSystems(call.portal.store.read);
  return json({ items: systems.map(systemJson), nextCursor: null });
}

/** Connects a system; its secret stands in this one answer. */
async function connect(call: Call): Promise<Response> {
  limit(call, "api");
  const actor = await managerOf(call);
  const schema = connectSystemInput(call.portal.env.CONNECTED_ORIGINS);
  const done = await attempt(call.context, connectSystem, schema, await readJson(call), actor);
  if (!done.ok) return refuseAttempt(call, done);
  const { row, secret } = done.value;
  return json({ ...systemJson(row), secret }, 201, { ETag: `"${row.version}"` });
}
