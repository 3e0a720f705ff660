import { type Call, endpoint, json } from "../../http/api-call.ts";
import { notReady } from "../../http/api-readiness.ts";

const answer = endpoint({ GET: ready });
export const loader = answer;
export const action = answer;

/** Whether the portal can serve: 503 with the codes of what is missing. */
async function ready(call: Call): Promise<Response> {
  const codes = await notReady(call.portal);
  if (codes.length === 0) return json({ status: "ready", codes });
  return json({ status: "not-ready", codes }, 503, { "Retry-After": "10" });
}
