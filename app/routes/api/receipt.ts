import { receiptJson } from "../../domain/receipt.ts";
import { findSignedReceipt } from "../../../db/receipts.ts";
import { readJson } from "../../http/api-body.ts";
import { type Call, endpoint, limit, refuse } from "../../http/api-call.ts";
import { openCaseOf } from "../../http/api-submitter.ts";

const answer = endpoint({ POST: receipt });
export const loader = answer;
export const action = answer;

/** The signed receipt of a case for whoever has its secret: the bytes of `receipt.json`. */
async function receipt(call: Call): Promise<Response> {
  limit(call, "lookup");
  const raw = await readJson(call);
  const row = await openCaseOf(call, { ...raw, code: call.params.code });
  const signed = await findSignedReceipt(call.portal.store.read, row.code);
  if (!signed) return refuse(call, "not-found");
  return new Response(receiptJson(signed.facts, signed.signature.toString("base64")), {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
  });
}
