import { changeSystem, changeSystemInput, systemChanges } from "../../commands/change-system.ts";
import { testSystem, testSystemInput } from "../../commands/test-system.ts";
import { readJson } from "../../http/api-body.ts";
import { type Call, endpoint, json, limit, refuse, refuseAttempt } from "../../http/api-call.ts";
import { versionOf } from "../../http/api-staff.ts";
import { managerOf } from "../../http/api-systems.ts";
import { deliveryJson, systemJson } from "../../http/system-views.ts";
import { attempt } from "../../http/perform.ts";

const answer = endpoint({ POST: change });
export const loader = answer;
export const action = answer;

/** A change of a connected system, by the last part of the address; or a test of it. */
async function change(call: Call): Promise<Response> {
  limit(call, "api");
  const actor = await managerOf(call);
  const id = call.params.id ?? "";
  if (call.params.change === "test") {
    const queued = await attempt(call.context, testSystem, testSystemInput, { id }, actor);
    return queued.ok ? json(deliveryJson({ ...queued.value, code: null }), 202) : refuseAttempt(call, queued);
  }
  const name = systemChanges.find((known) => known === call.params.change);
  if (!name) return refuse(call, "not-found");
  const version = versionOf(call);
  const raw = { ...(await readJson(call, { mayBeEmpty: true })), change: name, id, version };
  const schema = changeSystemInput(call.portal.env.CONNECTED_ORIGINS);
  const done = await attempt(call.context, changeSystem, schema, raw, actor);
  if (!done.ok) return refuseAttempt(call, done);
  const { row, secret } = done.value;
  return json({ ...systemJson(row), secret }, 200, { ETag: `"${row.version}"` });
}
