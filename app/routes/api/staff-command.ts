import { readJson } from "../../http/api-body.ts";
import { type Call, endpoint, limit, refuse, refuseAttempt } from "../../http/api-call.ts";
import { identity } from "../../http/api-shapes.ts";
import { showStaff, staffOf, versionOf } from "../../http/api-staff.ts";
import { findCasework } from "../../http/casework.ts";
import { attempt } from "../../http/perform.ts";

const answer = endpoint({ POST: command });
export const loader = answer;
export const action = answer;

/**
 * One command of the casework, as the office pages call it. Answers with the
 * case as it is then, or with 204 when the act took it out of the actor's sight.
 */
async function command(call: Call): Promise<Response> {
  limit(call, "api");
  const actor = await staffOf(call);
  const name = call.params.command ?? "";
  const entry = findCasework(name);
  if (!entry) return refuse(call, "not-found");
  const version = versionOf(call);
  const code = (call.params.code ?? "").slice(0, 60);
  const raw = { ...(await readJson(call, { mayBeEmpty: true })), code, version };
  const done = await attempt(call.context, entry.command, entry.schema, raw, actor);
  if (!done.ok) return refuseAttempt(call, done);

  const revealed = name === "reveal" ? { identity: identity.nullable().parse(done.value) } : {};
  const gone = new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  return (await showStaff(call, actor, code, revealed)) ?? gone;
}
