import { resendDelivery, resendDeliveryInput } from "../../commands/resend-delivery.ts";
import { findCaseById } from "../../../db/cases.ts";
import { type Call, endpoint, json, limit, refuseAttempt } from "../../http/api-call.ts";
import { managerOf } from "../../http/api-systems.ts";
import { deliveryJson } from "../../http/system-views.ts";
import { attempt } from "../../http/perform.ts";

const answer = endpoint({ POST: resend });
export const loader = answer;
export const action = answer;

/** Has a delivery that was given up tried again. */
async function resend(call: Call): Promise<Response> {
  limit(call, "api");
  const actor = await managerOf(call);
  const raw = { id: call.params.id ?? "", delivery: call.params.delivery ?? "" };
  const done = await attempt(call.context, resendDelivery, resendDeliveryInput, raw, actor);
  if (!done.ok) return refuseAttempt(call, done);
  const { caseId } = done.value;
  const row = caseId === null ? null : await findCaseById(call.portal.store.read, caseId);
  return json(deliveryJson({ ...done.value, code: row?.code ?? null }), 202);
}
