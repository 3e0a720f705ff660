import { readJson } from "../../http/api-body.ts";
import { type Call, endpoint, limit, refuse } from "../../http/api-call.ts";
import { actAndShow, findSubmitterAct, openCaseOf } from "../../http/api-submitter.ts";

const answer = endpoint({ POST: act });
export const loader = answer;
export const action = answer;

/** A reply, a rating, a withdrawal: whatever the submitter may do with the secret. */
async function act(call: Call): Promise<Response> {
  limit(call, "lookup");
  const perform = findSubmitterAct(call.params.act);
  if (!perform) return refuse(call, "not-found");
  const raw = await readJson(call);
  const row = await openCaseOf(call, { ...raw, code: call.params.code });
  return actAndShow(call, perform, row, raw);
}
