import { type Call, endpoint, readQuery, shareable } from "../../http/api-call.ts";
import { languageQuery } from "../../http/api-inputs.ts";
import { describeApi } from "../../http/api-openapi.ts";

const answer = endpoint({ GET: describe }, { open: true });
export const loader = answer;
export const action = answer;

/** The OpenAPI document, in English unless `?lang=vi`. */
async function describe(call: Call): Promise<Response> {
  const { lang = "en" } = readQuery(call, languageQuery);
  return shareable(call, describeApi(lang, call.portal.env.PUBLIC_URL));
}
