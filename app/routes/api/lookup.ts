import { readJson } from "../../http/api-body.ts";
import { type Call, endpoint, limit } from "../../http/api-call.ts";
import { openCaseOf, showSubmitter } from "../../http/api-submitter.ts";

const answer = endpoint({ POST: lookUp });
export const loader = answer;
export const action = answer;

/** The submitter's own view of a case, by code and secret in the body. */
async function lookUp(call: Call): Promise<Response> {
  limit(call, "lookup");
  return showSubmitter(call, await openCaseOf(call, await readJson(call)));
}
