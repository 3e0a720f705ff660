import { readJson } from "../../http/api-body.ts";
import { type Call, endpoint, json, limit } from "../../http/api-call.ts";
import { checkReceipt, claimOf } from "../../http/receipt-check.ts";

const answer = endpoint({ POST: check });
export const loader = answer;
export const action = answer;

/** Whether a signed receipt is genuine, by the portal's keys alone: no case is looked up. */
async function check(call: Call): Promise<Response> {
  limit(call, "api");
  const raw = await readJson(call);
  const verdict = checkReceipt(call.portal.store.read.keys, claimOf(Buffer.from(JSON.stringify(raw))));
  const facts = verdict.kind === "genuine" ? verdict.facts : null;
  return json({
    verdict: verdict.kind,
    keyId: verdict.kind === "unknown-key" ? verdict.keyId : (facts?.keyId ?? null),
    code: facts?.code ?? null,
    receivedAt: facts?.receivedAt.toISOString() ?? null,
  });
}
