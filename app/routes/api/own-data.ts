import { readJson } from "../../http/api-body.ts";
import { type Call, endpoint, limit } from "../../http/api-call.ts";
import { openCaseOf } from "../../http/api-submitter.ts";
import { downloadOf } from "../../http/personal-data.ts";

const answer = endpoint({ POST: ownData });
export const loader = answer;
export const action = answer;

/** Everything held about one case and who sent it, for whoever has its secret. */
async function ownData(call: Call): Promise<Response> {
  limit(call, "lookup");
  const raw = await readJson(call);
  const row = await openCaseOf(call, { ...raw, code: call.params.code });
  return downloadOf(call.portal.store.read, { row }, "json", call.lang, call.portal.clock());
}
