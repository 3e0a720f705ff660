import { readCaseCode } from "../../domain/case-code.ts";
import { publicView } from "../../../db/case-views.ts";
import { findPublication } from "../../../db/publications.ts";
import { type Call, endpoint, limit, refuse, shareable } from "../../http/api-call.ts";
import { publicJson } from "../../http/api-views.ts";

const answer = endpoint({ GET: readCase }, { open: true });
export const loader = answer;
export const action = answer;

/** One published case in both languages. */
async function readCase(call: Call): Promise<Response> {
  limit(call, "api");
  const { store, clock, env } = call.portal;
  const code = readCaseCode((call.params.code ?? "").slice(0, 60));
  const publication = code === null ? null : await findPublication(store.read, code);
  const view = publication ? await publicView(store.read, publication, clock()) : null;
  return view ? shareable(call, publicJson(view, env.PUBLIC_URL)) : refuse(call, "not-found");
}
