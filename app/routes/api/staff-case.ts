import { type Call, endpoint, limit, refuse } from "../../http/api-call.ts";
import { showStaff, staffOf } from "../../http/api-staff.ts";

const answer = endpoint({ GET: readCase });
export const loader = answer;
export const action = answer;

/** One case as the token's owner may see it; its version is the ETag that commands ask for. */
async function readCase(call: Call): Promise<Response> {
  limit(call, "api");
  const actor = await staffOf(call);
  const code = (call.params.code ?? "").slice(0, 60);
  return (await showStaff(call, actor, code)) ?? refuse(call, "not-found");
}
