import { readCaseCode } from "../../domain/case-code.ts";
import { findCase } from "../../../db/cases.ts";
import { type Call, endpoint, json, limit, refuse } from "../../http/api-call.ts";
import { staffCaseJson, staffOf, versionTag } from "../../http/api-staff.ts";

const answer = endpoint({ GET: readCase });
export const loader = answer;
export const action = answer;

/** One case as the token's owner may see it; its version is the ETag that commands ask for. */
async function readCase(call: Call): Promise<Response> {
  limit(call, "api");
  const actor = await staffOf(call);
  const { store, clock } = call.portal;
  const row = await findCase(store.read, readCaseCode((call.params.code ?? "").slice(0, 60)) ?? "");
  const view = row ? await staffCaseJson(store.read, actor, row, clock()) : null;
  return row && view ? json(view, 200, versionTag(row)) : refuse(call, "not-found");
}
