import { reportTask, reportTaskInput } from "../../commands/report-task.ts";
import { findCaseById } from "../../../db/cases.ts";
import { type Call, endpoint, json, limit, refuse, refuseAttempt } from "../../http/api-call.ts";
import { signedBy } from "../../http/api-systems.ts";
import { attempt } from "../../http/perform.ts";
import { taskJson } from "../../http/system-news.ts";

const answer = endpoint({ POST: report });
export const loader = answer;
export const action = answer;

/** A connected system says how its task stands, signed with its secret. */
async function report(call: Call): Promise<Response> {
  limit(call, "api");
  const { system, input } = await signedBy(call);
  const raw = { ...input, task: call.params.id ?? "", systemId: system.id };
  const done = await attempt(call.context, reportTask, reportTaskInput, raw, { kind: "system" });
  if (!done.ok) return refuseAttempt(call, done);
  const { store, env } = call.portal;
  const row = await findCaseById(store.read, done.value.caseId);
  if (!row) return refuse(call, "not-found");
  return json(await taskJson(store.read, done.value, row, env.PUBLIC_URL));
}
